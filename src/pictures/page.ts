/** A4, in millimetres: those are the units of a picture. */
export const page = { width: 210, height: 297 } as const;
