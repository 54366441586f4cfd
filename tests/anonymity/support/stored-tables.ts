/** What is stored: the table of the design, as tables and columns of the database. */
export interface StoredTable {
  /** Its line in the design's table "What is stored". */
  readonly holds: string;
  /** A row may tell something of a parent to who reads it. */
  readonly aboutParents: boolean;
  /** The column that counts by itself. */
  readonly counts?: string;
  readonly columns: Readonly<Record<string, readonly [type: string, why: string]>>;
}

const place = ["smallint", "which place"] as const;
const code = ["bytea", "the chat, under a key of this table's own: meaningless without it"] as const;

export const storedTables = {
  organisation: {
    holds: "public facts",
    aboutParents: false,
    columns: {
      only: ["boolean", "one row at most"],
      name: ["text", "who runs the bot"],
      address: ["text", "where it is reached"],
      email: ["text", "where it is reached"],
      privacy_contact: ["text", "whom /privacy names"],
      complaints_contact: ["text", "whom /privacy names"],
      backup_days: ["smallint", "what /forget says of back-ups"],
    },
  },
  places: {
    holds: "public facts",
    aboutParents: false,
    counts: "number",
    columns: {
      number: ["smallint", "small, never reused, so that a ballot fits"],
      slug: ["text", "its name in links"],
      name: ["jsonb", "its name"],
      facts: ["jsonb", "what a parent needs to know before a visit"],
      school_calendar: ["text", "which holidays it follows"],
      time_zone: ["text", "where its days and weeks turn"],
      edited: ["ARRAY", "what was edited in the chat: an import does not undo it unasked"],
    },
  },
  place_media: {
    holds: "public facts",
    aboutParents: false,
    columns: {
      place,
      kind: ["text", "photo or voice"],
      language: ["text", "of the voice"],
      media_type: ["text", "how to send it"],
      digest: ["bytea", "of its own bytes"],
      bytes: ["bytea", "the team's photo or voice"],
    },
  },
  hours: {
    holds: "public facts",
    aboutParents: false,
    columns: { place, from: ["date", "from when they hold"], expression: ["text", "the hours"] },
  },
  schedule_changes: {
    holds: "public facts",
    aboutParents: false,
    counts: "number",
    columns: {
      number: ["integer", "which is the newest"],
      place,
      kind: ["text", "closed, other hours, more hours"],
      from: ["date", "its first day"],
      to: ["date", "its last day"],
      hours: ["jsonb", "the hours"],
      reason: ["text", "for the team alone"],
      text: ["jsonb", "what parents read"],
      withdrawn: ["boolean", "taken back; it was announced"],
    },
  },
  open_counts: {
    holds: "one row of fixed size a place: sealed counts since its last published block",
    aboutParents: true,
    columns: { place, sealed: ["bytea", "all counts together, of one size whatever was tapped"] },
  },
  blocks: {
    holds: "place, first and last week, question, choice, count (5 or more), total (20 or more)",
    aboutParents: true,
    columns: {
      place,
      first_week: ["smallint", "whole weeks only"],
      last_week: ["smallint", "whole weeks only"],
      question: ["text", "face, brought, better, answers"],
      choice: ["text", "what was tapped"],
      count: ["integer", "5 or more"],
      total: ["integer", "20 or more"],
    },
  },
  spent_ballots: {
    holds: "random value, week",
    aboutParents: true,
    columns: {
      value: ["bytea", "of a ballot that was spent, or of an answer that stands: random without the key"],
      week: ["smallint", "when it can be erased"],
    },
  },
  chat_settings: {
    holds: "a code of the chat, language, favourite place, month chosen; only after the parent chose one",
    aboutParents: true,
    columns: {
      code,
      language: ["text", "what the parent chose"],
      place: ["smallint", "what the parent chose"],
      month_chosen: ["character", "when it is erased; a month, not a time"],
    },
  },
  subscriptions: {
    holds: "another code of the chat, the chat id sealed, place, language",
    aboutParents: true,
    columns: {
      code,
      place,
      chat: ["bytea", "where to write, sealed"],
      language: ["text", "in which language to write"],
    },
  },
  deliveries: {
    holds: "broadcast, subscription, state",
    aboutParents: true,
    columns: {
      broadcast: ["integer", "what is told"],
      code: ["bytea", "that of the subscription"],
      state: ["text", "waiting, under way, or failed"],
      tries: ["smallint", "part of its state: how often it failed"],
    },
  },
  broadcasts: {
    holds: "text in each language, counters, the sealed place of the staff's progress message",
    aboutParents: false,
    counts: "number",
    columns: {
      number: ["integer", "deliveries refer to it"],
      place: ["smallint", "of which it tells"],
      change: ["integer", "the schedule change that it tells of"],
      corrects: ["integer", "the broadcast that no longer holds"],
      text: ["jsonb", "what is told"],
      state: ["text", "under way, ended"],
      not_before: ["timestamp with time zone", "so that it can be undone"],
      opening: ["timestamp with time zone", "for the quiet hours"],
      ended: ["timestamp with time zone", "when its text goes"],
      total: ["integer", "a counter"],
      sent: ["integer", "a counter"],
      gone: ["integer", "a counter"],
      failed: ["integer", "a counter"],
      progress: ["bytea", "where a staff member follows it, sealed; until all is said"],
      warned: ["ARRAY", "which troubles coordinators were told of"],
    },
  },
  leases: {
    holds: "name, holder, expiry",
    aboutParents: false,
    columns: {
      name: ["text", "what only one process may do"],
      holder: ["text", "a random value of that process"],
      expires: ["timestamp with time zone", "until when"],
    },
  },
  staff: {
    holds:
      "a third code and the sealed chat id, the name a colleague gave, role, places, language, wishes for reminders",
    aboutParents: false,
    columns: {
      code,
      chat: ["bytea", "where to write, sealed"],
      name: ["text", "the name a colleague gave"],
      role: ["text", "what she may do"],
      places: ["ARRAY", "where"],
      language: ["text", "hers"],
      reminders: ["boolean", "her wish"],
    },
  },
  invitations: {
    holds: "invitation hash",
    aboutParents: false,
    columns: {
      hash: ["bytea", "of a link; the link itself is not kept"],
      name: ["text", "the name a colleague gave"],
      role: ["text", "what it gives"],
      places: ["ARRAY", "where"],
      until: ["date", "until when it can be used"],
      invited_by: ["bytea", "goes with who made it"],
    },
  },
  staff_conversations: {
    holds: "sealed state of a flow under way",
    aboutParents: false,
    columns: {
      code,
      sealed: ["bytea", "what a member is in the middle of"],
      until: ["timestamp with time zone", "24 hours"],
    },
  },
  staff_updates: {
    holds: "number of an update, never a parent's",
    aboutParents: false,
    columns: {
      number: ["bigint", "so that an update has its effect once"],
      at: ["timestamp with time zone", "24 hours"],
    },
  },
  audit: {
    holds: "which staff member did what to which place, when; never why",
    aboutParents: false,
    counts: "number",
    columns: {
      number: ["integer", "in which order"],
      at: ["timestamp with time zone", "when"],
      code: ["bytea", "which member; null on the command line"],
      name: ["text", "which member"],
      place: ["smallint", "to which place"],
      entry: ["jsonb", "what"],
    },
  },
  visit_counts: {
    holds: "what staff counted",
    aboutParents: false,
    columns: {
      place,
      day: ["date", "of the session"],
      children: ["smallint", "a headcount"],
      siblings: ["smallint", "a headcount"],
      adults: ["smallint", "a headcount"],
      first_visits: ["smallint", "a headcount: adults who say so"],
      opened: ["jsonb", "actual opening time"],
    },
  },
  count_messages: {
    holds: "which day a staff member was asked to count, and which of her messages shows it; nine days",
    aboutParents: false,
    columns: {
      code,
      place,
      day: ["date", "of the session; when it is erased"],
      message: ["integer", "so that all see the same numbers"],
      again: ["date", "she said later"],
    },
  },
  logbook: {
    holds: "what staff wrote, no names; never in exports for funders",
    aboutParents: false,
    columns: {
      id: ["bytea", "names a line, without counting them"],
      place,
      day: ["date", "of the session; when it is erased"],
      text: ["text", "what staff wrote"],
    },
  },
} as const satisfies Record<string, StoredTable>;
