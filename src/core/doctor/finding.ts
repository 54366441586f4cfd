/** What was found out about one thing: it is as it should be, it will soon not be, or it is not. */
export type Finding =
  | { readonly level: "ok"; readonly about: string; readonly says: string }
  /** `mend` says what to do, as a sentence that begins small. */
  | { readonly level: "warning" | "wrong"; readonly about: string; readonly says: string; readonly mend: string };

export const ok = (about: string, says: string): Finding => ({ level: "ok", about, says });

export const warning = (about: string, says: string, mend: string): Finding => ({
  level: "warning",
  about,
  says,
  mend,
});

export const wrong = (about: string, says: string, mend: string): Finding => ({ level: "wrong", about, says, mend });
