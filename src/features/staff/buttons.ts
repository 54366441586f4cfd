import { defineButton } from "../../telegram/buttons.ts";

/** Joins the team by an invitation: its secret. */
export const joinButton = defineButton<{ readonly secret: string }>({
  code: "ti",
  write: ({ secret }) => secret,
  read: (payload) => (/^[\w-]{22}$/.test(payload) ? { secret: payload } : null),
});

const screens = ["home", "languages", "language", "leave", "left"] as const;

/** What every member may do with her own membership. `language` chooses that of the button; `left` is said yes to `leave`. */
export const teamButton = defineButton<(typeof screens)[number]>({
  code: "t",
  write: (screen) => screen,
  read: (payload) => screens.find((screen) => screen === payload) ?? null,
});

export type Coordination =
  | { readonly kind: "invite" }
  | { readonly kind: "whom" }
  /** Asks first; `removed` does it. */
  | { readonly kind: "remove" | "removed"; readonly code: string }
  | { readonly kind: "audit"; readonly page: number };

/** What a coordinator does with the team. */
export const coordinationButton = defineButton<Coordination>({
  code: "tc",
  write(wanted) {
    switch (wanted.kind) {
      case "remove":
      case "removed":
        return `${wanted.kind}~${wanted.code}`;
      case "audit":
        return `audit~${wanted.page}`;
      default:
        return wanted.kind;
    }
  },
  read(payload) {
    if (payload === "invite" || payload === "whom") {
      return { kind: payload };
    }
    const [, kind, code] = /^(remove|removed)~([\w-]{22})$/.exec(payload) ?? [];
    if (code !== undefined) {
      return { kind: kind === "remove" ? "remove" : "removed", code };
    }
    const [, page] = /^audit~(\d{1,4})$/.exec(payload) ?? [];
    return page === undefined ? null : { kind: "audit", page: Number(page) };
  },
});
