export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height of a PNG or JPEG, read from its header; null for anything else. */
export function readImageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47) return nonEmpty(view.getUint32(16), view.getUint32(20));
  if (bytes.length >= 4 && view.getUint16(0) === 0xffd8) return jpegSize(view);
  return null;
}

/** Walks from segment to segment up to the frame header, SOF0 to SOF15 (but for DHT, JPG and DAC, which lie between them). */
function jpegSize(view: DataView): ImageSize | null {
  let position = 2;
  while (position + 9 <= view.byteLength) {
    const marker = view.getUint16(position);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return nonEmpty(view.getUint16(position + 7), view.getUint16(position + 5));
    position += 2 + view.getUint16(position + 2);
  }
  return null;
}

function nonEmpty(width: number, height: number): ImageSize | null {
  return width > 0 && height > 0 ? { width, height } : null;
}
