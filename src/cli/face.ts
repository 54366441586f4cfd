import { readFile, stat } from "node:fs/promises";
import { administerFaces } from "../assembly/commands.ts";
import type { Environment } from "../config.ts";
import {
  type FacePart,
  largest,
  longestWelcome,
  mebibyte,
  type RefusedFile,
  welcomeLanguages,
} from "../core/face/face.ts";
import { Problem } from "../problem.ts";
import { unknownPlace } from "./change.ts";
import { type Command, type Print, readFlags, withDatabase } from "./command.ts";

const usage =
  "face SLUG [--photo door.jpg] [--welcome-nl hello.ogg] [--welcome-fr …] [--welcome-ar …] [--welcome-ary …] [--remove photo|welcome-nl|…]";

/** As they are written on the command line. */
type FaceName = "photo" | "welcome-nl" | "welcome-fr" | "welcome-ar" | "welcome-ary";

const parts: ReadonlyMap<FaceName, FacePart> = new Map([
  ["photo", "photo"] as const,
  ...welcomeLanguages.map((language) => [`welcome-${language}`, language] as const),
]);

const flags = {
  photo: { type: "string" },
  "welcome-nl": { type: "string" },
  "welcome-fr": { type: "string" },
  "welcome-ar": { type: "string" },
  "welcome-ary": { type: "string" },
  remove: { type: "string", multiple: true },
} as const;

/** `inloop face`: the photo of a place's door, and its spoken welcomes. Without anything to change it shows what there is. */
export const runFace: Command = async (words, environment, print) => {
  const { values, positionals } = readFlags(words, flags);
  const [slug, ...others] = positionals;
  if (slug === undefined || others.length > 0) {
    throw new Problem(`face takes one place: ${usage}`);
  }
  // Read before the database is opened: a mistake here is found at once.
  const remove = (values.remove ?? []).map(readPart);
  const files = new Map<FacePart, Uint8Array>();
  const paths = new Map<FacePart, string>();
  for (const [name, part] of parts) {
    const path = values[name];
    if (path !== undefined) {
      paths.set(part, path);
      files.set(part, await readSmallFile(part, path));
    }
  }
  const both = [...parts].find(([, part]) => files.has(part) && remove.includes(part));
  if (both !== undefined) {
    throw new Problem(`--${both[0]} and --remove ${both[0]} contradict each other; give one of them.`);
  }
  if (files.size === 0 && remove.length === 0) {
    return list(slug, environment, print);
  }
  await withDatabase(environment, async (database) => {
    const changed = await administerFaces(database).change(slug, { files, remove });
    switch (changed.status) {
      case "unknown-place":
        throw unknownPlace(slug);
      case "refused":
        throw new Problem(`${paths.get(changed.part)} ${refusal(changed.part, changed.why)} Nothing was changed.`);
      case "changed": {
        for (const part of changed.stored) {
          print(`${nameOf(part)} is stored.`);
        }
        for (const part of remove) {
          print(changed.removed.includes(part) ? `${nameOf(part)} is removed.` : `There was no ${nameOf(part)}.`);
        }
      }
    }
  });
};

async function list(slug: string, environment: Environment, print: Print): Promise<void> {
  await withDatabase(environment, async (database) => {
    const entries = await administerFaces(database).list(slug);
    if (entries === undefined) {
      throw unknownPlace(slug);
    }
    print(
      entries.length === 0
        ? `${slug} has no photo and no welcome yet: ${usage}`
        : entries.map(({ part, mediaType }) => `${nameOf(part)}\t${mediaType}`).join("\n"),
    );
  });
}

function readPart(name: string): FacePart {
  const part = parts.get(name as FaceName);
  if (part === undefined) {
    throw new Problem(`--remove "${name}" is not known; expected one of ${[...parts.keys()].join(", ")}.`);
  }
  return part;
}

/** What is too large is not even read. */
async function readSmallFile(part: FacePart, path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= limitOf(part)) {
      return await readFile(path);
    }
  } catch (cause) {
    throw new Problem(`${path} cannot be read; give the path of a readable file.`, { cause });
  }
  throw new Problem(`${path} ${refusal(part, { status: "too-big" })} Nothing was changed.`);
}

function refusal(part: FacePart, why: RefusedFile): string {
  switch (why.status) {
    case "too-big":
      return `is too large; expected at most ${limitOf(part) / mebibyte} MB.`;
    case "wrong-kind":
      return part === "photo"
        ? "is no photo; expected a JPEG or a PNG."
        : "is no voice message; expected Opus in an Ogg file, as Telegram records it.";
    case "wrong-shape":
      return "is too large or too narrow for Telegram; expected a photo of at most 10000 pixels, width and height together.";
    case "silent":
      return "holds no sound; expected a spoken welcome.";
    case "too-long":
      return `lasts ${Math.floor(why.seconds)} seconds; expected at most ${longestWelcome}.`;
  }
}

function limitOf(part: FacePart): number {
  return largest[part === "photo" ? "photo" : "welcome"];
}

function nameOf(part: FacePart): FaceName {
  return part === "photo" ? "photo" : `welcome-${part}`;
}
