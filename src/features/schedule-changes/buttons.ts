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
  /** The one that it took the place of, which holds again when it is undone. */
  readonly restored: Replaced | null;
}

export interface Replaced {
  readonly id: string;
  /** Whether what told parents of it was still to go out. */
  readonly wasUnderWay: boolean;
}

/** Changes that fit into one button: those of one confirmation follow each other, or nearly so. */
export const mostUndone = 8;

/** Takes back what has just been confirmed: `tjfw0o~2s~2t`, in base 36; `tjfw0o~2t~~2s~1` with the change that it replaced. */
export const undoButton = defineButton<Undoing>({
  code: "scu",
  write({ ids, at, restored }) {
    const numbers = [at, ...ids.map(Number)].map((number) => number.toString(36)).join("~");
    return restored === null
      ? numbers
      : `${numbers}~~${Number(restored.id).toString(36)}~${restored.wasUnderWay ? 1 : 0}`;
  },
  read(payload) {
    const [, numbers, old, underWay] =
      /^([0-9a-z]{1,9}(?:~[0-9a-z]{1,6})+)(?:~~([0-9a-z]{1,6})~([01]))?$/.exec(payload) ?? [];
    if (numbers === undefined) {
      return null;
    }
    const [at = 0, ...ids] = numbers.split("~").map((part) => Number.parseInt(part, 36));
    const restored = old === undefined ? null : { id: String(Number.parseInt(old, 36)), wasUnderWay: underWay === "1" };
    return { at, ids: ids.map(String), restored };
  },
});
