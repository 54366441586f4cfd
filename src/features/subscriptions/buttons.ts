import { defineButton } from "../../telegram/buttons.ts";

/**
 * Asks to be told about places, by their numbers; about the chosen or only one; or which of them, from a page of a long list on.
 */
export type Wish = { readonly places: readonly number[] } | { readonly page: number } | "chosen";

/** As many as fit into a button. */
export const placesInButton = 6;

const numbers = /^\d{1,5}(-\d{1,5}){0,5}$/;

/** `3`: place 3. `3-7`: both, to undo having stopped. `c`: the chosen place. `p0`: which place. */
export const subscribeButton = defineButton<Wish>({
  code: "su",
  write(wish) {
    if (wish === "chosen") {
      return "c";
    }
    return "page" in wish ? `p${wish.page}` : wish.places.join("-");
  },
  read(payload) {
    if (payload === "c") {
      return "chosen";
    }
    const [, page] = /^p(\d{1,3})$/.exec(payload) ?? [];
    if (page !== undefined) {
      return { page: Number(page) };
    }
    return numbers.test(payload) ? { places: payload.split("-").map(Number) } : null;
  },
});

export interface Stop {
  /** By its number. */
  readonly place: number | "all";
  /** Under a message that told something: it stays. */
  readonly keep: boolean;
}

/** `3`: stops the messages about place 3. `3m`: the same, under one of them. `all`: stops all. */
export const stopButton = defineButton<Stop>({
  code: "st",
  write: ({ place, keep }) => `${place}${keep ? "m" : ""}`,
  read(payload) {
    const [, place, keep] = /^(all|\d{1,5})(m?)$/.exec(payload) ?? [];
    return place === undefined ? null : { place: place === "all" ? place : Number(place), keep: keep === "m" };
  },
});
