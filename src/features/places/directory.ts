import type { Organisation, PlaceDirectory } from "../../core/places/place.ts";
import type { PlacesRepository, StoredPlaces } from "./repository.ts";

export interface LivePlaceDirectory extends PlaceDirectory {
  organisation(): Organisation | undefined;
  /** Reads all places now; the directory keeps what it had when that fails. */
  refresh(): Promise<void>;
  /** Whether it knows what the database last said: the last time that it read, it could. */
  isCurrent(): boolean;
}

/**
 * Reads all places once and again whenever the database says that they changed.
 *
 * @param onFailure when they could not be read again; what was known stays
 */
export async function openPlaceDirectory(
  repository: PlacesRepository,
  onFailure: (cause: unknown) => void,
): Promise<LivePlaceDirectory> {
  let stored: StoredPlaces = await repository.readAll();
  let numbers = byNumber(stored);
  let begun = 0;
  let newest = 0;
  let isCurrent = true;

  async function refresh(): Promise<void> {
    begun += 1;
    const mine = begun;
    const read = await repository.readAll().catch((cause) => {
      isCurrent = false;
      throw cause;
    });
    isCurrent = true;
    // An earlier read that comes in late would undo a later one.
    if (mine > newest) {
      newest = mine;
      stored = read;
      numbers = byNumber(read);
    }
  }

  await repository.watch(() => {
    refresh().catch(onFailure);
  });

  return {
    all: () => stored.places,
    byNumber: (number) => numbers.get(number),
    organisation: () => stored.organisation,
    refresh,
    isCurrent: () => isCurrent,
  };
}

function byNumber({ places }: StoredPlaces) {
  return new Map(places.map((place) => [place.number, place]));
}
