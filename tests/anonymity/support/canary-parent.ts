import type { Person } from "../../../src/playground/protocol.ts";
import type { Canary } from "./forms.ts";

/** More than 32 bits hold, as newer accounts have; no digits that times, ports or coordinates of places have. */
export const canaryPerson: Person = {
  id: 7_392_618_845,
  firstName: "Quozzimbela",
  lastName: "Vraxtilüün",
  username: "zyxoplund_qv",
  languageCode: "nl-x-wubbelqk",
  role: "parent",
};

export const phone = 32_497_736_158;
/** No second of a clock is 71.743. */
export const location = { latitude: 71.743_918, longitude: 4.916_273 };
/** Stands in everything that she types. */
export const word = "Kwartelzwijm";
export const groupTitle = "Yvwixhofgroep";

export const canaries: readonly Canary[] = [
  { name: "id", value: canaryPerson.id },
  { name: "first name", value: canaryPerson.firstName },
  { name: "last name", value: canaryPerson.lastName ?? "" },
  { name: "user name", value: canaryPerson.username ?? "" },
  { name: "language code", value: "wubbelqk" },
  { name: "phone", value: phone },
  { name: "latitude", value: location.latitude },
  { name: "longitude", value: location.longitude },
  { name: "latitude in millionths", value: Math.round(location.latitude * 1e6) },
  { name: "longitude in millionths", value: Math.round(location.longitude * 1e6) },
  { name: "typed word", value: word },
  { name: "title of her group", value: groupTitle },
];
