import { choices, faces, isFace } from "./choices.ts";

/**
 * What the buttons of one feedback message know: where and in which week it counts, a value that is spent once, and what was
 * chosen so far, so that changing one's mind moves the count. It holds nothing about the person.
 */
export interface Ballot {
  readonly place: number;
  /** See `week.ts`. */
  readonly week: number;
  /** 12 bytes: random for a prompt, later derived from the one before and what was tapped. */
  readonly value: Uint8Array;
  /** The number of the face, or null before the first tap. */
  readonly face: number | null;
  /** The numbers of the themes that are switched on. */
  readonly themes: readonly number[];
  /** How often it may still be tapped. */
  readonly left: number;
}

/** Enough for every theme on, and some off again. */
export const mostTaps = 31;
export const valueLength = 12;

/** How the counts move. */
export interface Movement {
  readonly number: number;
  readonly by: 1 | -1;
}

export interface Tapped {
  readonly movements: readonly Movement[];
  /** What was chosen after it. */
  readonly face: number;
  readonly themes: readonly number[];
}

/** What tapping a choice does, or null where it does nothing: a theme before any face, the same face again, no taps left. */
export function tapped({ face, themes, left }: Ballot, number: number): Tapped | null {
  if (left === 0 || number < 0 || number >= choices.length) {
    return null;
  }
  if (isFace(number)) {
    const moved = face === null ? [] : [{ number: face, by: -1 as const }];
    return number === face ? null : { movements: [...moved, { number, by: 1 }], face: number, themes };
  }
  if (face === null) {
    return null;
  }
  return themes.includes(number)
    ? { movements: [{ number, by: -1 }], face, themes: themes.filter((theme) => theme !== number) }
    : { movements: [{ number, by: 1 }], face, themes: [...themes, number].sort((a, b) => a - b) };
}

const themeBits = choices.length - faces.length;
const noFace = 7;
const lengthWritten = 20;

/** 20 bytes: place, week, value, face and taps left, themes. */
export function writeBallot({ place, week, value, face, themes, left }: Ballot): Uint8Array {
  const bytes = new Uint8Array(lengthWritten);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, place);
  view.setUint16(2, week);
  bytes.set(value, 4);
  view.setUint8(16, ((face ?? noFace) << 5) | left);
  view.setUint16(
    17,
    themes.reduce((bits, theme) => bits | (1 << (theme - faces.length)), 0),
  );
  return bytes;
}

/** Null for bytes that are no ballot. Whether it was ours is the signature's to say. */
export function readBallot(bytes: Uint8Array): Ballot | null {
  if (bytes.length !== lengthWritten) {
    return null;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const state = view.getUint8(16);
  const bits = view.getUint16(17);
  const face = state >> 5;
  if ((face >= faces.length && face !== noFace) || bits >= 1 << themeBits) {
    return null;
  }
  return {
    place: view.getUint16(0),
    week: view.getUint16(2),
    value: bytes.slice(4, 4 + valueLength),
    face: face === noFace ? null : face,
    themes: Array.from({ length: themeBits }, (_, index) => index)
      .filter((index) => (bits & (1 << index)) !== 0)
      .map((index) => index + faces.length),
    left: state & 31,
  };
}
