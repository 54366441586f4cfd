import type { FacePart } from "../../core/face/face.ts";
import type { FaceEntry, FaceRepository } from "./repository.ts";

/** Which places have which photo and welcomes, from memory: whether to offer them costs no query. The bytes are not here. */
export interface Faces {
  find(place: number, part: FacePart): FaceEntry | undefined;
}

/**
 * Reads what there is once, and again whenever the database says that it changed.
 *
 * @param onFailure when it could not be read again; what was known stays
 */
export async function openFaces(repository: FaceRepository, onFailure: (cause: unknown) => void): Promise<Faces> {
  let entries = await repository.readAll();
  let newest = 0;

  async function refresh(): Promise<void> {
    newest += 1;
    const mine = newest;
    const read = await repository.readAll();
    // An earlier read that comes in late would undo a later one.
    if (mine === newest) {
      entries = read;
    }
  }

  await repository.watch(() => {
    refresh().catch(onFailure);
  });
  return {
    find: (place, part) => entries.find((entry) => entry.place === place && entry.part === part),
  };
}
