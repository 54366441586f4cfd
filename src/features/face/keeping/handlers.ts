import { checkFile, type FaceMediaType, type FacePart, largest, type RefusedFile } from "../../../core/face/face.ts";
import type { Place, PlaceDirectory } from "../../../core/places/place.ts";
import { type Member, may } from "../../../core/staff/member.ts";
import type { Transaction } from "../../../database/client.ts";
import type { Reply } from "../../../telegram/answer.ts";
import { onTap, type Request, type TapHandler } from "../../../telegram/feature.ts";
import type { TakeTurn } from "../../../telegram/turn.ts";
import type { FaceRepository } from "../repository.ts";
import { howToButton, keepDoorButton, keepWelcomeButton, nothingButton, welcomeOfButton } from "./buttons.ts";
import {
  askWhichDoor,
  askWhichLanguage,
  askWhichWelcome,
  howToAnswer,
  keptAnswer,
  notFetched,
  notKeptAnswer,
} from "./messages.ts";

export interface KeepingParts {
  readonly directory: PlaceDirectory;
  readonly repository: Pick<FaceRepository, "store">;
  readonly take: TakeTurn;
  /** Writes down who changed what. */
  readonly audit: (
    transaction: Transaction,
    now: Temporal.Instant,
    member: Member,
    place: number,
    part: FacePart,
  ) => Promise<void>;
  readonly onFailure: (cause: unknown) => void;
}

/** How members of the team give their place a face: they send a photo or a voice, and say what it is. */
export interface Keeping {
  /** Null for whoever may change no place's face, and for what is neither. */
  readonly ask: (request: Request) => Reply | null;
  readonly taps: readonly TapHandler[];
}

type Fetched =
  | { readonly status: "accepted"; readonly mediaType: FaceMediaType; readonly bytes: Uint8Array }
  | { readonly status: RefusedFile["status"] | "gone" | "failed" };

export function createKeeping({ directory, repository, take, audit, onFailure }: KeepingParts): Keeping {
  function ask({ staff, attached, words }: Request): Reply | null {
    const places = staff === undefined ? [] : directory.all().filter(({ number }) => mayChange(staff, number));
    if (attached === undefined || places.length === 0) {
      return null;
    }
    return { show: attached.kind === "photo" ? askWhichDoor(words, places) : askWhichWelcome(words, places) };
  }

  /** The buttons stand under a reply to the file, so that nothing needs to be remembered until one is tapped. */
  async function keep(request: Request, number: number, part: FacePart): Promise<Reply> {
    const { words, now } = request;
    const place = directory.byNumber(number);
    const fetched = place === undefined ? ({ status: "gone" } as const) : await fetchFile(request, part);
    if (fetched.status === "failed") {
      return { notice: notFetched(words) };
    }
    if (place === undefined || fetched.status !== "accepted") {
      return { show: notKeptAnswer(words, fetched.status === "accepted" ? "gone" : fetched.status) };
    }
    const isKept = await take(request, async ({ transaction, member, isRepeated }) => {
      if (!mayChange(member, number)) {
        return false;
      }
      if (!isRepeated) {
        await repository.store(transaction, number, part, fetched);
        await audit(transaction, now, member, number, part);
      }
      return true;
    });
    const show =
      isKept === true ? keptAnswer(words, part === "photo" ? "photo" : "welcome", place) : notKeptAnswer(words, "gone");
    return { show };
  }

  async function fetchFile({ attached }: Request, part: FacePart): Promise<Fetched> {
    const kind = part === "photo" ? "photo" : "voice";
    if (attached?.kind !== kind) {
      return { status: "gone" };
    }
    try {
      const bytes = await attached.fetch(largest[part === "photo" ? "photo" : "welcome"]);
      if (bytes === undefined) {
        return { status: "too-big" };
      }
      const checked = checkFile(part, bytes);
      return checked.status === "accepted" ? { ...checked, bytes } : checked;
    } catch (cause) {
      onFailure(cause);
      return { status: "failed" };
    }
  }

  return {
    ask,
    taps: [
      onTap(keepDoorButton, "staff", (request, { place }) => keep(request, place, "photo")),
      onTap(keepWelcomeButton, "staff", (request, { place, language }) => keep(request, place, language)),
      onTap(welcomeOfButton, "staff", ({ words }, { place: number }) => {
        const place: Place | undefined = directory.byNumber(number);
        return { show: place === undefined ? notKeptAnswer(words, "gone") : askWhichLanguage(words, place) };
      }),
      onTap(howToButton, "staff", ({ words }) => ({ show: howToAnswer(words) })),
      onTap(nothingButton, "staff", ({ words }) => ({ show: notKeptAnswer(words, "nothing") })),
    ],
  };
}

function mayChange(member: Member, place: number): boolean {
  return may(member, "change-face", place);
}
