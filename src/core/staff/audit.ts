import type { FacePart } from "../face/face.ts";
import type { ChangeKind, Interval } from "../opening-hours/schedule.ts";
import type { Role } from "./member.ts";

/** What a member did. Never why: a reason may be somebody's illness. */
export type AuditEntry =
  | {
      readonly what: "change-added" | "change-withdrawn";
      readonly change: string;
      readonly kind: ChangeKind;
      /** ISO dates, both included. */
      readonly from: string;
      readonly to: string;
      readonly hours: readonly Interval[];
    }
  | { readonly what: "face-changed"; readonly part: FacePart }
  | {
      readonly what: "member-invited" | "member-joined" | "member-removed";
      readonly member: string;
      readonly role: Role;
    };
