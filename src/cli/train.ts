import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Vocabulary } from "../core/questions/concepts.ts";
import { emergencyKinds, intents } from "../core/questions/intent.ts";
import { intentBuckets, intentFeatures, kindBuckets, kindFeatures } from "../core/questions/intent-features.ts";
import { languageBuckets, languageFeatures } from "../core/questions/language-features.ts";
import { isArabic, wordsOf } from "../core/questions/normalise.ts";
import { sentenceOf } from "../core/questions/sentence.ts";
import { type Example, train } from "./train-linear.ts";
import { withMishaps } from "./train-mishaps.ts";
import { initialWeights } from "./train-priors.ts";

/** `npm run train`: learns the classifiers' weights from the questions in data/questions/, the same every time. */
interface Labelled {
  readonly text: string;
  readonly intent: (typeof intents)[number];
  readonly variety: string;
  /** Of emergencies. */
  readonly kind?: (typeof emergencyKinds)[number];
}

const latin = ["nl", "fr", "arabizi", "en"] as const;
const folder = new URL("../../data/questions/", import.meta.url);
const sources = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .map((name) => new URL(name, folder).pathname);
const questions: Labelled[] = [...files, ...sources].flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line)),
);

function vocabulariesOf({ variety, text }: Labelled): readonly Vocabulary[] {
  switch (variety) {
    case "nl":
    case "fr":
    case "en":
      return [variety];
    case "arabizi":
      return ["arabizi", "fr"];
    case "mixed":
      return wordsOf(text).some(isArabic) ? ["arabic", "fr", "nl"] : ["nl", "fr", "arabizi"];
    default:
      return ["arabic"];
  }
}

const intentExamples: Example[] = [];
const kindExamples: Example[] = [];
const languageExamples: Example[] = [];
for (const [number, question] of questions.entries()) {
  for (const text of withMishaps(question.text, question.variety, number)) {
    const words = wordsOf(text);
    const features = intentFeatures(sentenceOf(words, vocabulariesOf(question)));
    intentExamples.push({ features, answer: intents.indexOf(question.intent) });
    if (question.kind !== undefined) {
      kindExamples.push({ features: kindFeatures(features), answer: emergencyKinds.indexOf(question.kind) });
    }
    const language = latin.findIndex((name) => question.variety.startsWith(name));
    if (language >= 0) {
      languageExamples.push({ features: languageFeatures(words.filter((word) => !isArabic(word))), answer: language });
    }
  }
}
const weights = {
  intent: train(intentExamples, intentBuckets, intents.length, 10, initialWeights()),
  kind: train(kindExamples, kindBuckets, emergencyKinds.length, 10),
  language: train(languageExamples, languageBuckets, latin.length, 6),
};
writeFileSync(new URL("../core/questions/weights.json", import.meta.url), `${JSON.stringify(weights, null, 2)}\n`);
process.stdout.write(`Learnt from ${questions.length} questions.\n`);
