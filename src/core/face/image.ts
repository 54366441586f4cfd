export interface Image {
  readonly mediaType: "image/jpeg" | "image/png";
  /** Pixels, above zero. */
  readonly width: number;
  readonly height: number;
}

/** The kind and size of a PNG or JPEG, read from its header; null for anything else. */
export function readImage(bytes: Uint8Array): Image | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPng(view)) {
    return sized("image/png", view.getUint32(16), view.getUint32(20));
  }
  return bytes.length >= 4 && view.getUint16(0) === 0xff_d8 ? readJpeg(view) : null;
}

/** The signature, and IHDR as the first chunk (https://www.w3.org/TR/png-3, 5.2 and 11.2.1). */
function isPng(view: DataView): boolean {
  return (
    view.byteLength >= 24 &&
    view.getUint32(0) === 0x89_50_4e_47 &&
    view.getUint32(4) === 0x0d_0a_1a_0a &&
    view.getUint32(12) === 0x49_48_44_52
  );
}

/** Walks from segment to segment up to the frame header (ITU-T T.81, B.1 and B.2.2). */
function readJpeg(view: DataView): Image | null {
  let position = 2;
  while (position + 9 <= view.byteLength) {
    const marker = view.getUint16(position);
    if (isFrame(marker)) {
      return sized("image/jpeg", view.getUint16(position + 7), view.getUint16(position + 5));
    }
    const isSegment = marker >= 0xff_01 && marker < 0xff_ff;
    if (!isSegment && marker !== 0xff_ff) {
      return null;
    }
    // Any number of bytes FF may stand before a marker.
    position += isSegment ? 2 + view.getUint16(position + 2) : 1;
  }
  return null;
}

/** SOF0 to SOF15, but for DHT, JPG and DAC, which lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xff_c0 && marker <= 0xff_cf && ![0xff_c4, 0xff_c8, 0xff_cc].includes(marker);
}

function sized(mediaType: Image["mediaType"], width: number, height: number): Image | null {
  return width > 0 && height > 0 ? { mediaType, width, height } : null;
}
