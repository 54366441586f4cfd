import { sql } from "drizzle-orm";
import {
  boolean,
  char,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { BroadcastState, DeliveryState, Trouble } from "../core/delivery/delivery.ts";
import type { FaceMediaType, WelcomeLanguage } from "../core/face/face.ts";
import type { Question } from "../core/feedback/choices.ts";
import type { Language, Localized } from "../core/language.ts";
import type { ChangeKind, ChangeReason, Interval, SchoolCalendar } from "../core/opening-hours/schedule.ts";
import type { PlaceFacts } from "../core/places/place.ts";
import { bytea } from "./schema/bytea.ts";

/** Who runs the bot and answers for it: one row at most. */
export const organisation = pgTable(
  "organisation",
  {
    only: boolean("only").primaryKey().default(true),
    name: text("name").notNull(),
    address: text("address").notNull(),
    email: text("email").notNull(),
    privacyContact: text("privacy_contact").notNull(),
    complaintsContact: text("complaints_contact").notNull(),
    /** How long back-ups of the database are kept; null where the organisation did not say. */
    backupDays: smallint("backup_days"),
  },
  (table) => [check("organisation_only_one", sql`${table.only}`)],
);

export const places = pgTable("places", {
  /** Small, so that it fits into a button, and never given to another place. */
  number: smallint("number").primaryKey().generatedAlwaysAsIdentity(),
  slug: text("slug").notNull().unique(),
  name: jsonb("name").$type<Localized>().notNull(),
  facts: jsonb("facts").$type<PlaceFacts>().notNull(),
  schoolCalendar: text("school_calendar").$type<SchoolCalendar>().notNull(),
  timeZone: text("time_zone").notNull(),
  /** What was edited in the chat since the last import: names of facts, and `hours`. A file does not undo it unasked. */
  edited: text("edited").array().notNull().default([]),
});

/** The photo of the door and the spoken welcomes of a place: public, and here so that a new token or a restored back-up keeps them. */
export const placeMedia = pgTable(
  "place_media",
  {
    place: smallint("place")
      .notNull()
      .references(() => places.number, { onDelete: "cascade" }),
    kind: text("kind").$type<"photo" | "welcome">().notNull(),
    /** Empty for the photo. */
    language: text("language").$type<WelcomeLanguage | "">().notNull(),
    mediaType: text("media_type").$type<FaceMediaType>().notNull(),
    /** SHA-256 of the bytes. */
    digest: bytea("digest").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.place, table.kind, table.language] }),
    check("place_media_photo_has_no_language", sql`(${table.kind} = 'photo') = (${table.language} = '')`),
    check("place_media_is_small", sql`octet_length(${table.bytes}) <= 2097152`),
  ],
);

/** The regular hours of a place, from a day on until the next row's. */
export const hours = pgTable(
  "hours",
  {
    place: smallint("place")
      .notNull()
      .references(() => places.number),
    from: date("from", { mode: "string" }).notNull(),
    expression: text("expression").notNull(),
  },
  (table) => [primaryKey({ columns: [table.place, table.from] })],
);

/** What was changed on top of the regular hours; withdrawn ones stay, since they were announced. */
export const scheduleChanges = pgTable(
  "schedule_changes",
  {
    /** Grows with every change, so that the newest is known. */
    number: integer("number").primaryKey().generatedAlwaysAsIdentity(),
    place: smallint("place")
      .notNull()
      .references(() => places.number),
    kind: text("kind").$type<ChangeKind>().notNull(),
    from: date("from", { mode: "string" }).notNull(),
    to: date("to", { mode: "string" }).notNull(),
    /** Minutes from midnight. Empty when closed. */
    hours: jsonb("hours").$type<readonly Interval[]>().notNull(),
    /** For the team alone. */
    reason: text("reason").$type<ChangeReason>().notNull(),
    /** What parents read, in the languages in which it was written. */
    text: jsonb("text").$type<Partial<Localized>>(),
    withdrawn: boolean("withdrawn").notNull().default(false),
  },
  (table) => [index().on(table.place), check("schedule_changes_in_order", sql`${table.from} <= ${table.to}`)],
);

/** What a parent chose. A table about parents: no serial number, no time, and a code in place of the chat. */
export const chatSettings = pgTable("chat_settings", {
  code: bytea("code").primaryKey(),
  language: text("language").$type<Language>(),
  place: smallint("place").references(() => places.number, { onDelete: "set null" }),
  /** `2026-11`: the row goes when the sixth month after it begins. */
  monthChosen: char("month_chosen", { length: 7 }).notNull(),
});

/** What was tapped since a place's last block, sealed: one row of the same size whatever was tapped. Nobody reads it. */
export const openCounts = pgTable("open_counts", {
  place: smallint("place")
    .primaryKey()
    .references(() => places.number),
  sealed: bytea("sealed").notNull(),
});

/** What is published, for good: whole weeks of one place, no count under five. `answers` holds the total of each block. */
export const blocks = pgTable(
  "blocks",
  {
    place: smallint("place")
      .notNull()
      .references(() => places.number),
    firstWeek: smallint("first_week").notNull(),
    lastWeek: smallint("last_week").notNull(),
    question: text("question").$type<Question | "answers">().notNull(),
    /** Several faces are joined by a plus: `so_so+not_at_ease`. */
    choice: text("choice").notNull(),
    count: integer("count").notNull(),
    total: integer("total").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.place, table.firstWeek, table.question, table.choice] }),
    check("blocks_no_small_counts", sql`${table.count} >= 5 and ${table.total} >= 20`),
  ],
);

/** Values of ballots that can no longer be spent, or may be spent once more; erased a week after their week. */
export const spentBallots = pgTable(
  "spent_ballots",
  {
    value: bytea("value").primaryKey(),
    week: smallint("week").notNull(),
  },
  (table) => [index().on(table.week)],
);

/** Who asked to be told about a place. A table about parents: no serial number, no time, and a code in place of the chat. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    code: bytea("code").notNull(),
    place: smallint("place")
      .notNull()
      .references(() => places.number, { onDelete: "cascade" }),
    /** The chat, 8 bytes, sealed for this row. */
    chat: bytea("chat").notNull(),
    language: text("language").$type<Language>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.place] }), index().on(table.place)],
);

/** What was said to all who asked to be told: public facts and counts. */
export const broadcasts = pgTable(
  "broadcasts",
  {
    number: integer("number").primaryKey().generatedAlwaysAsIdentity(),
    /** Null: all places. */
    place: smallint("place").references(() => places.number),
    /** The schedule change that it tells of. */
    change: integer("change").references(() => scheduleChanges.number),
    /** The broadcast that no longer holds, where this goes to those who may have read it. */
    corrects: integer("corrects"),
    /** In Telegram's HTML; erased with the deliveries. */
    text: jsonb("text").$type<Localized>(),
    state: text("state").$type<BroadcastState>().notNull().default("under-way"),
    /** Not before this; a change from the chat can be undone for a while. */
    notBefore: timestamp("not_before", { withTimezone: true, mode: "string" }).notNull(),
    /** When the first opening that it concerns begins, for the quiet hours. */
    opening: timestamp("opening", { withTimezone: true, mode: "string" }),
    ended: timestamp("ended", { withTimezone: true, mode: "string" }),
    /** Deliveries that were not dropped before they went out. */
    total: integer("total").notNull(),
    sent: integer("sent").notNull().default(0),
    gone: integer("gone").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    /** The chat and the message in which a member of the team follows it, sealed; null once all is said. */
    progress: bytea("progress"),
    /** Which troubles the coordinators were told of. */
    warned: text("warned").$type<Trouble>().array().notNull().default([]),
  },
  (table) => [index().on(table.change), index().on(table.state)],
);

/**
 * One message to one chat. A table about parents: no serial number and no time. Neither column refers to its table: a million rows would
 * be checked one by one, and whoever stops or is gone leaves no row behind.
 */
export const deliveries = pgTable(
  "deliveries",
  {
    broadcast: integer("broadcast").notNull(),
    /** That of the subscription. */
    code: bytea("code").notNull(),
    state: text("state").$type<DeliveryState>().notNull().default("waiting"),
    /** How often it failed. */
    tries: smallint("tries").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.broadcast, table.code] })],
);

/** Which process does what only one may do at a time. */
export const leases = pgTable("leases", {
  name: text("name").primaryKey(),
  /** A random value of the process. */
  holder: text("holder").notNull(),
  expires: timestamp("expires", { withTimezone: true, mode: "string" }).notNull(),
});
