import { crc32, deflateSync } from "node:zlib";

/** A PNG of one grey. */
export function png(width = 32, height = 24): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const pixels = deflateSync(Buffer.alloc(height * (width + 1), 0x80));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The segments that a JPEG begins with: JFIF, tables, then the frame header, which has the size. It shows nothing. */
export function jpeg(width = 32, height = 24): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const start = Buffer.from([0xff, 0xd8]);
  const end = Buffer.from([0xff, 0xd9]);
  return Buffer.concat([
    start,
    segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
    segment(0xc4, Buffer.alloc(20)),
    // A marker may be preceded by any number of FF.
    Buffer.from([0xff, 0xff]),
    segment(0xc0, frame),
    end,
  ]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

export interface VoiceWish {
  readonly seconds: number;
  /** Samples that are skipped at the start; an encoder's usual 312. */
  readonly preSkip?: number;
  /** Bytes of nonsense in each page, to make it heavy. */
  readonly padding?: number;
}

const packetsInPage = 50;
const samplesInPage = 48_000;

/** A voice of silence, one page a second: the two headers of Opus in Ogg (RFC 7845) and frames of 20 ms. */
export function voice({ seconds, preSkip = 312, padding = 0 }: VoiceWish): Buffer {
  const head = Buffer.from("OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0", "latin1");
  head.writeUInt16LE(preSkip, 10);
  const tags = Buffer.from("OpusTags\x04\0\0\0test\0\0\0\0", "latin1");
  // CELT, the whole band, 20 ms, mono, one frame; and silence.
  const packet = Buffer.concat([Buffer.from([0xf8, 0xff, 0xfe]), Buffer.alloc(padding)]);
  const pages = Math.ceil(seconds);
  return Buffer.concat([
    oggPage([head], { sequence: 0, flags: 0x02, position: 0 }),
    oggPage([tags], { sequence: 1, flags: 0, position: 0 }),
    ...Array.from({ length: pages }, (_, index) =>
      oggPage(
        Array.from({ length: packetsInPage }, () => packet),
        {
          sequence: index + 2,
          flags: index === pages - 1 ? 0x04 : 0,
          position: preSkip + Math.min((index + 1) * samplesInPage, Math.round(seconds * samplesInPage)),
        },
      ),
    ),
  ]);
}

/** A page of Ogg (RFC 3533) with these packets, each shorter than 255 bytes. */
export function oggPage(
  packets: readonly Buffer[],
  { sequence, flags, position, serial = 7 }: { sequence: number; flags: number; position: number; serial?: number },
): Buffer {
  const head = Buffer.alloc(27);
  head.write("OggS", 0, "latin1");
  head.writeUInt8(flags, 5);
  head.writeBigInt64LE(BigInt(position), 6);
  head.writeUInt32LE(serial, 14);
  head.writeUInt32LE(sequence, 18);
  head.writeUInt8(packets.length, 26);
  const page = Buffer.concat([head, Buffer.from(packets.map(({ length }) => length)), ...packets]);
  page.writeUInt32LE(oggChecksum(page), 22);
  return page;
}

/** Ogg's own CRC-32 (RFC 3533): the usual polynomial, but neither reflected nor inverted. */
function oggChecksum(page: Buffer): number {
  let checksum = 0;
  for (const byte of page) {
    checksum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1)
      checksum = checksum & 0x80000000 ? (checksum << 1) ^ 0x04c11db7 : checksum << 1;
  }
  return checksum >>> 0;
}
