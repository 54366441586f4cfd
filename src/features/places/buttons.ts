import { defineButton } from "../../telegram/buttons.ts";

/** Which part of a long list of addresses, from 0; or the way to one place: by its number, or the one that was chosen in the chat. */
export type AskedWhere = { readonly page: number } | { readonly place: number | "chosen" };

/** `0`: the first addresses. `c`: the chosen place. `p3`: place 3. */
export const whereButton = defineButton<AskedWhere>({
  code: "p",
  write(asked) {
    if ("page" in asked) {
      return String(asked.page);
    }
    return asked.place === "chosen" ? "c" : `p${asked.place}`;
  },
  read(payload) {
    if (payload === "c") {
      return { place: "chosen" };
    }
    const [, isPlace, number] = /^(?:(p)(?=\d{1,5}$)|(?=\d{1,3}$))(\d+)$/.exec(payload) ?? [];
    if (number === undefined) {
      return null;
    }
    return isPlace === undefined ? { page: Number(number) } : { place: Number(number) };
  },
});

/** The map of one place, by its number. */
export const mapButton = definePlaceButton("pm");

/** One place at a glance, by its number. */
export const placeButton = definePlaceButton("pl");

function definePlaceButton(code: string) {
  return defineButton<{ readonly place: number }>({
    code,
    write: ({ place }) => String(place),
    read: (payload) => (/^\d{1,5}$/.test(payload) ? { place: Number(payload) } : null),
  });
}
