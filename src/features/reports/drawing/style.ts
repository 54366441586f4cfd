import { page } from "../../../pictures/page.ts";

/** Those of the posters, so that what an organisation prints belongs together. */
export const colours = {
  dark: "#0f4a4d",
  faint: "#2f6d6e",
  light: "#e3f0ec",
  sand: "#f8f0e2",
  ink: "#17282a",
  muted: "#5d6c6d",
  brought: "#3f8f86",
  better: "#c98a4b",
} as const;

/** From the warmest of the faces to the coolest; joined faces have the colour of their first. */
export const faceColours = ["#14686a", "#5aa79b", "#d8ad5c", "#b9694c"] as const;

/** What printers leave white, and a little more. */
export const edge = 9;
export const inner = { left: edge + 9, right: page.width - edge - 9, width: page.width - 2 * (edge + 9) } as const;

/** What can be drawn once its top is known. */
export interface Part {
  readonly height: number;
  draw(top: number): readonly string[];
}
