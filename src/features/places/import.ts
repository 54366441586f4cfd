import type { Database } from "../../database/client.ts";
import type { Difference } from "./edited.ts";
import { parsePlacesFile } from "./places-file.ts";
import type { Imported, PlacesRepository, StoredPlaces } from "./repository.ts";

export type ImportResult =
  | { readonly ok: true; readonly imported: Imported }
  /** `isForceable`: nothing is wrong with the file, but it would undo what was edited in the chat. */
  | { readonly ok: false; readonly problems: readonly string[]; readonly isForceable?: boolean };

/** What the command line and the first run do with places. */
export interface PlacesAdministration {
  read(): Promise<StoredPlaces>;
  /**
   * Checks a `places.yaml` and stores it, or changes nothing.
   *
   * @param name of the file, as it is shown in problems
   * @param organisationRequired whether the bot talks to real parents, who must know who answers for it
   * @param force puts the file in the place of what was edited in the chat
   */
  importFile(text: string, name: string, organisationRequired: boolean, force?: boolean): Promise<ImportResult>;
}

export function createPlacesAdministration(
  database: Database,
  repository: PlacesRepository,
  today: () => Temporal.PlainDate,
): PlacesAdministration {
  return {
    read: () => repository.readAll(),
    async importFile(text, name, organisationRequired, force = false) {
      const parsed = parsePlacesFile(text, name);
      if (!parsed.ok) {
        return parsed;
      }
      const { file } = parsed;
      if (
        organisationRequired &&
        file.organisation === undefined &&
        (await repository.readAll()).organisation === undefined
      ) {
        return {
          ok: false,
          problems: [
            `${name}:1: organisation is missing; with BOT_TOKEN parents must know who runs the bot and answers for it`,
          ],
        };
      }
      const stored = await database.inTransaction((transaction) => repository.store(transaction, file, today(), force));
      return stored.status === "stored"
        ? { ok: true, imported: stored.imported }
        : { ok: false, isForceable: true, problems: stored.differences.map(sentence) };
    },
  };
}

function sentence({ slug, field, edited, file }: Difference): string {
  return `${slug}: ${field} was edited in the chat to ${edited ?? "nothing"}; the file says ${file ?? "nothing"}`;
}
