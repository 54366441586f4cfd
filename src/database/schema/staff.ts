import {
  bigint,
  boolean,
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
import type { Language } from "../../core/language.ts";
import type { Interval } from "../../core/opening-hours/schedule.ts";
import type { AuditEntry } from "../../core/staff/audit.ts";
import type { Role } from "../../core/staff/member.ts";
import { places } from "../schema.ts";
import { bytea } from "./bytea.ts";

/** Who belongs to the team. */
export const staff = pgTable("staff", {
  /** Of the chat, under a key of its own. */
  code: bytea("code").primaryKey(),
  /** The number of the chat, sealed: how the team is told something. */
  chat: bytea("chat").notNull(),
  /** As a colleague calls her. */
  name: text("name").notNull().unique(),
  role: text("role").$type<Role>().notNull(),
  /** Numbers of places; null for every place. */
  places: smallint("places").array(),
  language: text("language").$type<Language>().notNull(),
  /** Whether she likes to be reminded after closing time. */
  reminders: boolean("reminders").notNull().default(false),
});

/** Links that make whoever opens the first a member. Of a link only the hash is kept. */
export const invitations = pgTable("invitations", {
  hash: bytea("hash").primaryKey(),
  name: text("name").notNull(),
  role: text("role").$type<Role>().notNull(),
  places: smallint("places").array(),
  /** The last day on which it can be used. */
  until: date("until", { mode: "string" }).notNull(),
  /** Whoever is removed takes her invitations along; null where it was made on the command line. */
  invitedBy: bytea("invited_by").references(() => staff.code, { onDelete: "cascade" }),
});

/** What a member is in the middle of, sealed. */
export const staffConversations = pgTable("staff_conversations", {
  code: bytea("code")
    .primaryKey()
    .references(() => staff.code, { onDelete: "cascade" }),
  sealed: bytea("sealed").notNull(),
  until: timestamp("until", { withTimezone: true, mode: "string" }).notNull(),
});

/** Updates of members that had their effect, so that one that comes twice has it once. Never a parent's. */
export const staffUpdates = pgTable(
  "staff_updates",
  {
    number: bigint("number", { mode: "number" }).primaryKey(),
    at: timestamp("at", { withTimezone: true, mode: "string" }).notNull(),
  },
  (table) => [index().on(table.at)],
);

/** Who of the team did what, where and when; never why. */
export const audit = pgTable(
  "audit",
  {
    number: integer("number").primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp("at", { withTimezone: true, mode: "string" }).notNull(),
    /** Null for the command line. It stays when the member has gone. */
    code: bytea("code"),
    name: text("name").notNull(),
    place: smallint("place").references(() => places.number),
    entry: jsonb("entry").$type<AuditEntry>().notNull(),
  },
  (table) => [index().on(table.at), index().on(table.place)],
);

/** What the team counted of one day: headcounts. Null where nobody counted. */
export const visitCounts = pgTable(
  "visit_counts",
  {
    place: smallint("place")
      .notNull()
      .references(() => places.number),
    day: date("day", { mode: "string" }).notNull(),
    children: smallint("children"),
    /** Children outside the place's ages. */
    siblings: smallint("siblings"),
    adults: smallint("adults"),
    /** Adults who say so. */
    firstVisits: smallint("first_visits"),
    /** When it was open, in minutes from midnight; empty where it was not, null where nobody said it. */
    opened: jsonb("opened").$type<readonly Interval[]>(),
  },
  (table) => [primaryKey({ columns: [table.place, table.day] })],
);

/** What the team wrote of one day, without names. Who wrote it is not stored, nor in which order. */
export const logbook = pgTable(
  "logbook",
  {
    /** By chance, for the button that erases it. */
    id: bytea("id").primaryKey(),
    place: smallint("place")
      .notNull()
      .references(() => places.number),
    day: date("day", { mode: "string" }).notNull(),
    text: text("text").notNull(),
  },
  (table) => [index().on(table.place, table.day)],
);

/** Who of the team was asked to count which day, so that it is asked once, and all their messages show the same numbers. */
export const countMessages = pgTable(
  "count_messages",
  {
    /** That of the member. */
    code: bytea("code")
      .notNull()
      .references(() => staff.code, { onDelete: "cascade" }),
    place: smallint("place")
      .notNull()
      .references(() => places.number),
    day: date("day", { mode: "string" }).notNull(),
    /** The number of the message that shows the counts in her chat; null where none does. */
    message: integer("message"),
    /** She said "later": the day on which she is asked again. */
    again: date("again", { mode: "string" }),
  },
  (table) => [primaryKey({ columns: [table.code, table.place, table.day] }), index().on(table.place, table.day)],
);
