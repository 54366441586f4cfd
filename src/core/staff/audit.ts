import type { FacePart } from "../face/face.ts";
import type { ChangeKind, Interval } from "../opening-hours/schedule.ts";
import type { PlaceFacts } from "../places/place.ts";
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
  | { readonly what: "broadcast-stopped" | "broadcast-resumed"; readonly broadcast: string }
  | { readonly what: "face-changed"; readonly part: FacePart }
  /** Regular hours, from an ISO date on. */
  | { readonly what: "hours-edited"; readonly from: string }
  | { readonly what: "place-edited"; readonly field: keyof PlaceFacts | "name" }
  | {
      readonly what: "member-invited" | "member-joined" | "member-removed";
      readonly member: string;
      readonly role: Role;
    };
