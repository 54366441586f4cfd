import type { FacePart } from "../../core/face/face.ts";
import { openCopy } from "../../database/copy.ts";
import type { FaceEntry, FaceRepository } from "./repository.ts";

/** Which places have which photo and welcomes, from memory: whether to offer them costs no query. The bytes are not here. */
export interface Faces {
  find(place: number, part: FacePart): FaceEntry | undefined;
}

/** @param onFailure when it could not be read again; what was known stays */
export async function openFaces(repository: FaceRepository, onFailure: (cause: unknown) => void): Promise<Faces> {
  const copy = await openCopy(repository, (entries) => entries, onFailure);
  return {
    find: (place, part) => copy.content().find((entry) => entry.place === place && entry.part === part),
  };
}
