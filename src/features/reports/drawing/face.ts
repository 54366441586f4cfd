import { short } from "../../../pictures/text.ts";
import { colours, faceColours } from "./style.ts";

/** In a face of radius 10. Beside its words: a picture never carries a meaning alone. */
const mouths = [
  `<path d="M-5 1.6h10a5 5 0 0 1-10 0z" fill="#fff"/>`,
  `<path d="M-4.8 2.2a5.6 5.6 0 0 0 9.6 0" fill="none" stroke="#fff" stroke-width="1.6" stroke-linecap="round"/>`,
  `<path d="M-4.4 3.8h8.8" fill="none" stroke="#fff" stroke-width="1.6" stroke-linecap="round"/>`,
  `<path d="M-4.4 5.4a5.4 5.4 0 0 1 8.8 0" fill="none" stroke="#fff" stroke-width="1.6" stroke-linecap="round"/>`,
] as const;

export function faceIcon(face: number, x: number, y: number, radius: number): string {
  return [
    `<g transform="translate(${short(x)} ${short(y)}) scale(${short(radius / 10)})">`,
    `<circle r="11.6" fill="#fff"/><circle r="10" fill="${faceColours[face] ?? colours.dark}"/>`,
    `<circle cx="-3.4" cy="-2.6" r="1.3" fill="#fff"/><circle cx="3.4" cy="-2.6" r="1.3" fill="#fff"/>`,
    mouths[face] ?? "",
    "</g>",
  ].join("");
}
