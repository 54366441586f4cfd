import { defineButton } from "../../telegram/buttons.ts";

export type ChangesScreen =
  | { readonly kind: "new" | "list" }
  /** `withdraw` asks first; `withdrawn` does it. */
  | { readonly kind: "one" | "edit" | "withdraw" | "withdrawn"; readonly id: string };

const aboutOne = ["one", "edit", "withdraw", "withdrawn"] as const;

/** What else the team does with changes. */
export const changesButton = defineButton<ChangesScreen>({
  code: "sc",
  write: (screen) => ("id" in screen ? `${screen.kind}~${screen.id}` : screen.kind),
  read(payload) {
    if (payload === "new" || payload === "list") {
      return { kind: payload };
    }
    const [, name, id] = /^([a-z]+)~(\d{1,9})$/.exec(payload) ?? [];
    const kind = aboutOne.find((one) => one === name);
    return kind === undefined || id === undefined ? null : { kind, id };
  },
});

export interface Undoing {
  readonly ids: readonly string[];
  /** When it was confirmed, in seconds. */
  readonly at: number;
}

/** Changes that fit into one button: those of one confirmation follow each other, or nearly so. */
export const mostUndone = 8;

/** Takes back what has just been confirmed: `tjfw0o~2s~2t`, in base 36. */
export const undoButton = defineButton<Undoing>({
  code: "scu",
  write: ({ ids, at }) => [at, ...ids.map(Number)].map((number) => number.toString(36)).join("~"),
  read(payload) {
    if (!/^[0-9a-z]{1,9}(?:~[0-9a-z]{1,6})+$/.test(payload)) {
      return null;
    }
    const [at = 0, ...ids] = payload.split("~").map((part) => Number.parseInt(part, 36));
    return { at, ids: ids.map(String) };
  },
});
