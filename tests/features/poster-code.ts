import { inflateSync } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";
import jsqr from "jsqr";
import { PDFDocument, PDFName, PDFRawStream } from "pdf-lib";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each. */
  readonly rgba: Uint8ClampedArray;
}

/** @param seenWidth in pixels: fewer from further away */
export function pixelsOf(png: Uint8Array, seenWidth = sizeOf(png).width): Pixels {
  const { width, height } = sizeOf(png);
  const href = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`;
  const drawn = new Resvg(svg, { fitTo: { mode: "width", value: seenWidth } }).render();
  return { width: drawn.width, height: drawn.height, rgba: new Uint8ClampedArray(drawn.pixels) };
}

/** What a phone reads, with a reader that is not of the library that wrote it. */
export function readCode({ rgba, width, height }: Pixels): string | undefined {
  return jsqr.default(rgba, width, height)?.data;
}

export function sizeOf(png: Uint8Array) {
  const bytes = Buffer.from(png);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The pages of a PDF in millimetres, and the picture in it. */
export async function readPdf(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes);
  const pages = document.getPages().map((page) => {
    const millimetres = (points: number) => Math.round((points / 72) * 25.4);
    return { width: millimetres(page.getWidth()), height: millimetres(page.getHeight()) };
  });
  const [picture] = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFRawStream)
    .filter(({ dict }) => String(dict.get(PDFName.of("Subtype"))) === "/Image");
  if (picture === undefined) throw new Error("There is no picture in it.");
  const number = (name: string) => Number(String(picture.dict.get(PDFName.of(name))));
  const [width, height] = [number("Width"), number("Height")];
  return { pages, title: document.getTitle(), pixels: opaque(inflateSync(picture.contents), width, height) };
}

function opaque(rgb: Uint8Array, width: number, height: number): Pixels {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rgba.set(rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  }
  return { width, height, rgba };
}
