import type { EmergencyKind } from "./intent.ts";
import type { Concept } from "./lexicons/concept.ts";
import { assault, fallen, figurative, harmless, outcry } from "./sayings.ts";
import type { Sentence } from "./sentence.ts";

/** Whether death or danger is only a figure of speech. */
export function isFigurative({ words }: Sentence): boolean {
  return figurative.test(` ${words.join(" ")} `);
}

/** What is said of danger to life or safety, or null: from words alone, so that it can be read and checked. */
export function dangerSaid(sentence: Sentence): EmergencyKind | null {
  const text = ` ${sentence.words.join(" ")} . ${sentence.unmended.join(" ")} `;
  if (harmless.test(text)) {
    return null;
  }
  const said = new Signs(withoutSayings(sentence, text));
  if (outcry.test(text)) {
    return "suicide";
  }
  return suicide(said) ?? poison(said) ?? violence(said, text) ?? medical(said, text);
}

function withoutSayings(sentence: Sentence, text: string): Sentence["concepts"] {
  if (!figurative.test(text)) {
    return sentence.concepts;
  }
  const dangerous = new Set<Concept>([
    "DEATH_WISH",
    "DEAD",
    "THREAT",
    "BLUE",
    "BURN",
    "TOXIC",
    "CHOKE",
    "WEAPON",
    "FALL",
  ]);
  return sentence.concepts.map((at) => new Set([...at].filter((concept) => !dangerous.has(concept))));
}

/** What was said, and how far apart. */
class Signs {
  readonly #concepts: Sentence["concepts"];
  readonly #all: ReadonlySet<Concept>;

  constructor(concepts: Sentence["concepts"]) {
    this.#concepts = concepts;
    this.#all = new Set(concepts.flatMap((at) => [...at]));
  }

  has(...concepts: readonly Concept[]): boolean {
    return concepts.some((concept) => this.#all.has(concept));
  }

  /** Whether two things are said within so many words of each other, in either order. */
  near(first: Concept, second: Concept, distance: number): boolean {
    const places = this.#concepts.flatMap((at, index) => (at.has(first) ? [index] : []));
    return places.some((place) =>
      this.#concepts.slice(Math.max(0, place - distance), place + distance + 1).some((at) => at.has(second)),
    );
  }
}

function suicide(said: Signs): EmergencyKind | null {
  return said.has("DEATH_WISH", "SUICIDE") ? "suicide" : null;
}

function poison(said: Signs): EmergencyKind | null {
  return said.near("SWALLOW", "TOXIC", 7) ? "poison" : null;
}

function violence(said: Signs, text: string): EmergencyKind | null {
  if (assault.test(text)) {
    return "violence";
  }
  if (said.near("ADULT", "THREAT", 8) || (said.has("THREAT") && said.has("ME") && !said.has("CHILD"))) {
    return "violence";
  }
  // "My son hits me" is a worry, "I am hit" is not.
  const byChild = said.has("CHILD") && !said.has("ADULT", "NEIGHBOUR");
  if ((said.has("BEAT_UP") && !byChild) || said.near("THREAT", "WEAPON", 6)) {
    return "violence";
  }
  if (said.has("PRAM") || figurative.test(text)) {
    return null;
  }
  if (said.near("ADULT", "HURT", 6) || said.near("ADULT", "WEAPON", 8) || said.near("NEIGHBOUR", "HURT", 10)) {
    return "violence";
  }
  return said.near("NEIGHBOUR", "THREAT", 8) ? "violence" : null;
}

function medical(said: Signs, text: string): EmergencyKind | null {
  if (fallen.test(text)) {
    return "medical";
  }
  const body = said.has("CHILD", "ADULT", "ME", "SIBLING", "WHO_COMES", "HELP");
  if (said.near("BREATHE", "NOT", 3) || said.has("CONVULSION")) {
    return "medical";
  }
  if (said.has("UNCONSCIOUS", "WAKE", "BLUE", "CHOKE", "DROWN") && (body || said.has("NOT"))) {
    return "medical";
  }
  if (said.has("BLOOD") || (said.has("BURN") && body)) {
    return "medical";
  }
  if (said.has("AMBULANCE") && said.has("HELP", "CHILD")) {
    return "unsure";
  }
  return said.has("DEAD") && said.has("CHILD") && said.has("HELP") ? "medical" : null;
}
