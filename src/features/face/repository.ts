import { createHash } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import type { FaceMediaType, FacePart } from "../../core/face/face.ts";
import { type Database, queriesOf, type Transaction } from "../../database/client.ts";
import type { Original } from "../../database/copy.ts";
import { placeMedia } from "../../database/schema.ts";

/** What there is of a part, without its bytes. */
export interface FaceEntry {
  /** The number of the place. */
  readonly place: number;
  readonly part: FacePart;
  readonly mediaType: FaceMediaType;
  /** SHA-256 of the bytes, in hexadecimal digits. */
  readonly digest: string;
}

export interface FaceRepository extends Original<readonly FaceEntry[]> {
  /** @returns nothing where it was taken away or replaced */
  readBytes(entry: FaceEntry): Promise<Uint8Array | undefined>;
  /** Takes the place of what was there. */
  store(transaction: Transaction, place: number, part: FacePart, file: NewFile): Promise<void>;
  /** @returns whether there was such a part */
  remove(transaction: Transaction, place: number, part: FacePart): Promise<boolean>;
}

export interface NewFile {
  readonly mediaType: FaceMediaType;
  readonly bytes: Uint8Array;
}

const channel = "place_media";

export function createFaceRepository(database: Database): FaceRepository {
  const notify = sql`select pg_notify(${channel}, '')`;

  return {
    async readAll() {
      const { place, kind, language, mediaType, digest } = placeMedia;
      const rows = await database.queries
        .select({ place, kind, language, mediaType, digest })
        .from(placeMedia)
        .orderBy(asc(place), asc(kind), asc(language));
      return rows.map((row) => ({
        place: row.place,
        part: row.language === "" ? "photo" : row.language,
        mediaType: row.mediaType,
        digest: row.digest.toString("hex"),
      }));
    },
    async readBytes({ place, part, digest }) {
      const [row] = await database.queries
        .select({ bytes: placeMedia.bytes })
        .from(placeMedia)
        .where(and(isPart(place, part), eq(placeMedia.digest, Buffer.from(digest, "hex"))));
      return row?.bytes;
    },
    async store(transaction, place, part, { mediaType, bytes }) {
      const queries = queriesOf(transaction);
      const file = { mediaType, digest: createHash("sha256").update(bytes).digest(), bytes: Buffer.from(bytes) };
      await queries
        .insert(placeMedia)
        .values({ place, ...keyOf(part), ...file })
        .onConflictDoUpdate({ target: [placeMedia.place, placeMedia.kind, placeMedia.language], set: file });
      await queries.execute(notify);
    },
    async remove(transaction, place, part) {
      const queries = queriesOf(transaction);
      const removed = await queries
        .delete(placeMedia)
        .where(isPart(place, part))
        .returning({ place: placeMedia.place });
      await queries.execute(notify);
      return removed.length > 0;
    },
    watch: (read, onFailure) => database.follow(channel, read, onFailure),
  };
}

function keyOf(part: FacePart) {
  return part === "photo" ? ({ kind: "photo", language: "" } as const) : ({ kind: "welcome", language: part } as const);
}

function isPart(place: number, part: FacePart) {
  const { kind, language } = keyOf(part);
  return and(eq(placeMedia.place, place), eq(placeMedia.kind, kind), eq(placeMedia.language, language));
}
