import { crc32, deflateSync } from "node:zlib";
import type { OutgoingMessage } from "../protocol.ts";
import type { Content } from "./chats.ts";
import type { FileFolder, Files, StoredFile } from "./files.ts";

type Sample = Extract<OutgoingMessage, { readonly sample: unknown }>["sample"];
type Bytes = Uint8Array<ArrayBuffer>;

const photoSize = { width: 96, height: 64 };
const stickerSize = { width: 1, height: 1 };

/** What a person sends who sends "a photo" or "a voice": the smallest file of that kind that programs accept. */
export function createSamples(files: Files): (sample: Sample) => Content {
  const kept = new Map<string, StoredFile>();
  const file = (folder: FileFolder, name: string, bytes: () => Bytes) => {
    let stored = kept.get(name);
    if (stored === undefined || files.byId(stored.file.file_id) === undefined) {
      stored = files.add(folder, name, bytes());
      kept.set(name, stored);
    }
    const { file_id, file_unique_id, file_size } = stored.file;
    return { identity: { file_id, file_unique_id, file_size }, mime_type: stored.mimeType, file_name: name };
  };

  return (sample) => {
    switch (sample) {
      case "photo":
        return { photo: [{ ...file("photos", "photo.png", createPng).identity, ...photoSize }] };
      case "voice": {
        const { identity, mime_type } = file("voice", "voice.ogg", createOgg);
        return { voice: { ...identity, duration: 1, mime_type } };
      }
      case "document": {
        const { identity, mime_type, file_name } = file("documents", "document.pdf", createPdf);
        return { document: { ...identity, file_name, mime_type } };
      }
      case "sticker": {
        const { identity } = file("stickers", "sticker.webp", createWebp);
        return {
          sticker: { ...identity, type: "regular", ...stickerSize, is_animated: false, is_video: false, emoji: "🙂" },
        };
      }
      case "video": {
        const { identity, mime_type, file_name } = file("videos", "video.mp4", createMp4);
        return { video: { ...identity, width: 320, height: 240, duration: 1, mime_type, file_name } };
      }
      case "contact":
        return { contact: { phone_number: "+32470000000", first_name: "Sample" } };
    }
  };
}

/** A gradient, so that it is seen on the page. */
function createPng(): Bytes {
  const { width, height } = photoSize;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const pixels = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      pixels.set([64 + x, 96 + y * 2, 200 - y], y * (1 + width * 3) + 1 + x * 3);
    }
  }
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    framed.set(body, 4);
    framed.writeUInt32BE(crc32(body), body.length + 4);
    return framed;
  };
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(pixels)),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

/** A second of silence: the two header pages of an Opus stream (RFC 7845), and one of fifty frames. */
function createOgg(): Bytes {
  const head = Buffer.from("OpusHead\x01\x01\x00\x00\x80\xbb\x00\x00\x00\x00\x00", "latin1");
  const tags = Buffer.from("OpusTags\x06\x00\x00\x00sample\x00\x00\x00\x00", "latin1");
  // CELT, the whole band, 20 ms, mono, one frame; and silence (RFC 6716, section 3.1).
  const frames = Array.from({ length: 50 }, () => Buffer.from([0xf8, 0xff, 0xfe]));
  return new Uint8Array(
    Buffer.concat([oggPage([head], 0, 0x02), oggPage([tags], 1, 0), oggPage(frames, 2, 0x04, 48_000)]),
  );
}

/** @param position samples since the start, at the end of the page */
function oggPage(packets: readonly Buffer[], sequence: number, flags: number, position = 0): Buffer {
  const head = Buffer.alloc(27);
  head.write("OggS", 0, "latin1");
  head.writeUInt8(flags, 5);
  head.writeUInt32LE(position, 6);
  head.writeUInt32LE(1, 14);
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

/** One empty page; the offsets in its table must be exact. */
function createPdf(): Bytes {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
  ];
  let pdf = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 4\n0000000000 65535 f \n${offsets.join("")}`;
  return latin1(`${pdf}${table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`);
}

/** One transparent pixel. */
function createWebp(): Bytes {
  return new Uint8Array(Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64"));
}

/** The first box of an MP4 file: enough to be told apart, not to be played. */
function createMp4(): Bytes {
  return latin1("\0\0\0\x18ftypisom\0\0\x02\0isomiso2");
}

function latin1(content: string): Bytes {
  return new Uint8Array(Buffer.from(content, "latin1"));
}
