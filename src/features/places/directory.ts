import type { Organisation, Place, PlaceDirectory } from "../../core/places/place.ts";
import { openCopy } from "../../database/copy.ts";
import type { PlacesRepository, StoredPlaces } from "./repository.ts";

export interface LivePlaceDirectory extends PlaceDirectory {
  organisation(): Organisation | undefined;
  /** Reads all places now; the directory keeps what it had when that fails. */
  refresh(): Promise<void>;
  /** Whether it knows what the database last said: the last time that it read, it could. */
  isCurrent(): boolean;
}

/** @param onFailure when the places could not be read again; what was known stays */
export async function openPlaceDirectory(
  repository: PlacesRepository,
  onFailure: (cause: unknown) => void,
): Promise<LivePlaceDirectory> {
  const { content, refresh, isCurrent } = await openCopy(repository, withNumbers, onFailure);
  return {
    all: () => content().places,
    byNumber: (number) => content().numbers.get(number),
    organisation: () => content().organisation,
    refresh,
    isCurrent,
  };
}

function withNumbers(stored: StoredPlaces) {
  return { ...stored, numbers: new Map(stored.places.map((place): [number, Place] => [place.number, place])) };
}
