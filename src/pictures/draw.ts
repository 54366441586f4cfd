import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";
import { Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";
import { PDFDocument } from "pdf-lib";
import { page } from "./page.ts";
import { escaped, fontOf, type Measure } from "./text.ts";

/** Dots an inch: what printers print. */
export const printed = 300;
const millimetresPerInch = 25.4;

/** Only these fonts: a picture is the same on every machine. */
const font: NonNullable<ResvgRenderOptions["font"]> = {
  fontFiles: [
    import.meta.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"),
    import.meta.resolve("@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf"),
    import.meta.resolve("@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf"),
    import.meta.resolve("@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf"),
  ].map((url) => fileURLToPath(url)),
  loadSystemFonts: false,
  defaultFontFamily: "Noto Sans",
};

/** Measures as the text will be drawn, joined letters and all. */
export function createMeasure(): Measure {
  const size = 100;
  const known = new Map<string, number>();
  return (text, { language, bold }) => {
    const key = `${language} ${bold} ${text}`;
    const width =
      known.get(key) ?? measured(`<text ${fontOf(language, bold)} font-size="${size}">${escaped(text)}</text>`) / size;
    known.set(key, width);
    return width;
  };
}

function measured(element: string): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${element}</svg>`;
  return new Resvg(svg, { font }).getBBox()?.width ?? 0;
}

/** @param resolution in dots an inch */
export function pngOf(svg: string, resolution = printed): Buffer {
  // By its height, which is the side that has to be rounded up.
  const height = Math.round((page.height / millimetresPerInch) * resolution);
  const drawn = new Resvg(svg, { font, fitTo: { mode: "height", value: height } }).render();
  return withResolution(drawn.asPng(), resolution);
}

/** Without it a printer would take each dot for one of a screen's and the page for one of two metres. */
function withResolution(png: Buffer, resolution: number): Buffer {
  const chunk = Buffer.alloc(4 + 4 + 9 + 4);
  chunk.writeUInt32BE(9, 0);
  chunk.write("pHYs", 4, "latin1");
  const dotsPerMetre = Math.round((resolution / millimetresPerInch) * 1000);
  chunk.writeUInt32BE(dotsPerMetre, 8);
  chunk.writeUInt32BE(dotsPerMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  // After the signature (8 bytes) and the header (25), before the picture itself.
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

/**
 * A page of A4 for each picture. As pictures and not as text: the PDF libraries put Arabic that is mixed with digits in
 * the wrong order.
 */
export async function pdfOf(pngs: readonly Uint8Array[], title: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(title, { showInWindowTitleBar: true });
  const points = (millimetres: number) => (millimetres / millimetresPerInch) * 72;
  const size = { width: points(page.width), height: points(page.height) };
  for (const png of pngs) {
    document.addPage([size.width, size.height]).drawImage(await document.embedPng(png), { x: 0, y: 0, ...size });
  }
  return document.save();
}
