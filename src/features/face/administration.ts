import { checkFile, type FacePart, type RefusedFile } from "../../core/face/face.ts";
import type { Place } from "../../core/places/place.ts";
import type { Database } from "../../database/client.ts";
import type { FaceEntry, FaceRepository, NewFile } from "./repository.ts";

/** What becomes of a place's face: files by their parts, and parts that are taken away. */
export interface FaceChange {
  readonly files: ReadonlyMap<FacePart, Uint8Array>;
  readonly remove: readonly FacePart[];
}

export type FaceChanged =
  | { readonly status: "changed"; readonly stored: readonly FacePart[]; readonly removed: readonly FacePart[] }
  | { readonly status: "unknown-place" }
  /** The first that may not be kept; nothing was changed. */
  | { readonly status: "refused"; readonly part: FacePart; readonly why: RefusedFile };

/** What the command line does with photos and welcomes. */
export interface FaceAdministration {
  /** All of it happens, or nothing. */
  change(slug: string, change: FaceChange): Promise<FaceChanged>;
  /** Nothing for an unknown place. */
  list(slug: string): Promise<readonly FaceEntry[] | undefined>;
}

export function createFaceAdministration(
  database: Database,
  repository: FaceRepository,
  readPlaces: () => Promise<readonly Place[]>,
): FaceAdministration {
  const placeNamed = async (slug: string) => (await readPlaces()).find((place) => place.slug === slug);

  return {
    async change(slug, { files, remove }) {
      const accepted = new Map<FacePart, NewFile>();
      for (const [part, bytes] of files) {
        const checked = checkFile(part, bytes);
        if (checked.status !== "accepted") {
          return { status: "refused", part, why: checked };
        }
        accepted.set(part, { mediaType: checked.mediaType, bytes });
      }
      const place = await placeNamed(slug);
      if (place === undefined) {
        return { status: "unknown-place" };
      }
      return database.inTransaction(async (transaction) => {
        const removed: FacePart[] = [];
        for (const part of remove) {
          if (await repository.remove(transaction, place.number, part)) {
            removed.push(part);
          }
        }
        for (const [part, file] of accepted) {
          await repository.store(transaction, place.number, part, file);
        }
        return { status: "changed", stored: [...accepted.keys()], removed };
      });
    },
    async list(slug) {
      const place = await placeNamed(slug);
      return place === undefined
        ? undefined
        : (await repository.readAll()).filter((entry) => entry.place === place.number);
    },
  };
}
