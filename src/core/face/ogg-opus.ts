/** Granule positions of Opus count at this rate, whatever was recorded (RFC 7845, section 4). */
const samplesASecond = 48_000;

const capture = "OggS";
const headerLength = 27;
const beginning = 0x02;
/** A page on which no packet ends has no position. */
const noPosition = 0xff_ff_ff_ff_ff_ff_ff_ffn;

interface Page {
  readonly flags: number;
  readonly position: bigint;
  readonly serial: number;
  readonly body: DataView;
  /** Where the next page begins. */
  readonly next: number;
}

/**
 * How long an Opus stream in Ogg lasts, in seconds: the last position less the samples to skip at the start (RFC 7845,
 * section 4.3). Null for anything but one whole stream: several at once, several after one another, or one that is cut off.
 */
export function opusSeconds(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = readPage(view, 0);
  const skipped = first === null || first.flags !== beginning ? null : samplesToSkip(first.body);
  if (first === null || skipped === null) {
    return null;
  }
  let last = 0n;
  for (let start = first.next; start < view.byteLength; ) {
    const page = readPage(view, start);
    if (page === null || page.serial !== first.serial || (page.flags & beginning) !== 0) {
      return null;
    }
    if (page.position !== noPosition && page.position > last) {
      last = page.position;
    }
    start = page.next;
  }
  return (Number(last) - skipped) / samplesASecond;
}

/** A page of Ogg (RFC 3533, section 6). */
function readPage(view: DataView, start: number): Page | null {
  const tableStart = start + headerLength;
  if (tableStart > view.byteLength || text(view, start, capture.length) !== capture || view.getUint8(start + 4) !== 0) {
    return null;
  }
  const segments = view.getUint8(start + 26);
  const bodyStart = tableStart + segments;
  if (bodyStart > view.byteLength) {
    return null;
  }
  let length = 0;
  for (let at = tableStart; at < bodyStart; at += 1) {
    length += view.getUint8(at);
  }
  const next = bodyStart + length;
  return next > view.byteLength
    ? null
    : {
        flags: view.getUint8(start + 5),
        position: view.getBigUint64(start + 6, true),
        serial: view.getUint32(start + 14, true),
        body: new DataView(view.buffer, view.byteOffset + bodyStart, length),
        next,
      };
}

/** From the identification header (RFC 7845, section 5.1); null where it is no such header, or of a version to come. */
function samplesToSkip(packet: DataView): number | null {
  const isKnown = packet.byteLength >= 19 && text(packet, 0, 8) === "OpusHead" && packet.getUint8(8) < 16;
  return isKnown ? packet.getUint16(10, true) : null;
}

function text(view: DataView, start: number, length: number): string {
  return String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(start + index)));
}
