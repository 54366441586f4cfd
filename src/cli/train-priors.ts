import { type Intent, intents } from "../core/questions/intent.ts";
import { conceptFeature } from "../core/questions/intent-features.ts";
import type { Concept } from "../core/questions/lexicons/concept.ts";

/** What a concept says by itself, before any question was seen: where the training begins. */
const priors: Readonly<Partial<Record<Concept, readonly Intent[]>>> = {
  OPEN: ["hours"],
  CLOSED: ["hours"],
  HOURS: ["hours"],
  DAY: ["hours"],
  NOW: ["hours"],
  AGAIN: ["next_open"],
  WHERE: ["where"],
  ADDRESS: ["where"],
  ROUTE: ["where"],
  PROGRAMME: ["about"],
  PLACE: ["about"],
  WHAT: ["about"],
  BRING: ["first_visit"],
  FIRST: ["first_visit"],
  STAY: ["first_visit"],
  SIBLING: ["first_visit"],
  PRAM: ["first_visit"],
  FOOD: ["first_visit"],
  AGE: ["who"],
  WHO_COMES: ["who"],
  PREGNANT: ["who"],
  PRICE: ["cost"],
  FREE: ["cost"],
  REGISTER: ["registration"],
  APPOINTMENT: ["registration"],
  NAME: ["registration"],
  REGULARLY: ["registration"],
  ANONYMOUS: ["privacy"],
  READ: ["privacy"],
  DATA: ["privacy"],
  DELETE: ["privacy"],
  KEEP: ["privacy"],
  OPINION: ["feedback"],
  VISIT: ["feedback"],
  PRAISE: ["feedback"],
  COMPLAINT: ["feedback"],
  THANKS: ["greeting"],
  NOTIFY: ["subscribe"],
  CHANGE: ["subscribe"],
  STOP: ["unsubscribe"],
  LANGUAGE_NAME: ["language"],
  PERSON: ["human"],
  PHONE: ["human"],
  ROBOT: ["human"],
  SLEEP: ["worry"],
  CRY: ["worry"],
  HURT: ["worry"],
  EAT: ["worry"],
  TANTRUM: ["worry"],
  DEVELOPMENT: ["worry"],
  POTTY: ["worry"],
  ADVICE: ["worry"],
  DESPAIR: ["worry"],
  GREETING: ["greeting"],
  ELSEWHERE: ["other"],
  MESSAGE: ["subscribe", "unsubscribe"],
};

const strength = 2.2;

/** Weights to begin with: a feature, the number of a class, and its weight. */
export function initialWeights(): readonly (readonly [number, number, number])[] {
  return Object.entries(priors).flatMap(([concept, meant]) =>
    meant.map((intent) => [conceptFeature(concept as Concept), intents.indexOf(intent), strength] as const),
  );
}
