import { stringify } from "yaml";
import type { NewOrganisation, NewPlace } from "./interview.ts";

/** A `places.yaml` of what was answered, to be edited by hand later. */
export function placesYaml(organisation: NewOrganisation, places: readonly NewPlace[]): string {
  return [
    "# data/example-places.yaml shows all that can stand here. Import it again after a change: inloop places import places.yaml",
    stringify({ organisation, places }, { lineWidth: 0 }),
  ].join("\n");
}
