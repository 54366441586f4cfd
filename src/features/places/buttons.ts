import { defineButton } from "../../telegram/buttons.ts";

/** Which part of a long list of addresses, from 0. */
export const whereButton = defineButton<{ readonly page: number }>({
  code: "p",
  write: ({ page }) => String(page),
  read: (payload) => (/^\d{1,3}$/.test(payload) ? { page: Number(payload) } : null),
});

/** The map of one place, by its number. */
export const mapButton = defineButton<{ readonly place: number }>({
  code: "pm",
  write: ({ place }) => String(place),
  read: (payload) => (/^\d{1,5}$/.test(payload) ? { place: Number(payload) } : null),
});
