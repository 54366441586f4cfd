import type { Update } from "@grammyjs/types";
import fc, { type Arbitrary } from "fast-check";

const commands = [
  "/start",
  "/open",
  "/week",
  "/where",
  "/about",
  "/feedback",
  "/subscribe",
  "/stop",
  "/language",
  "/privacy",
  "/forget",
].concat([
  "/help",
  "/staff",
  "/change",
  "/cancel",
  "/start p_de-zandbak",
  "/start i_aaaaaaaaaaaaaaaaaaaaaa",
  "/unknown",
  "/",
]);

const sayings = [
  "is het vandaag open?",
  "c'est ouvert demain ?",
  "واش محلول دابا",
  "ghedda 7alin?",
  "in het nederlands graag",
  "waar is het",
  "ik kan niet meer",
];

/** Few, so that they come again. */
export const someChats = Array.from({ length: 40 }, (_, index) => 900_000_001 + index);

/** Every kind of update that the Bot API knows. */
const kinds = {
  message: message(),
  edited_message: message(),
  channel_post: message("channel"),
  edited_channel_post: message("channel"),
  business_connection: anyRecord("id", "user", "user_chat_id", "date", "is_enabled"),
  business_message: message(),
  edited_business_message: message(),
  deleted_business_messages: anyRecord("business_connection_id", "chat", "message_ids"),
  guest_message: message(),
  stopped_message_generation: anyRecord("chat", "message_id"),
  message_reaction: anyRecord("chat", "message_id", "user", "date", "old_reaction", "new_reaction"),
  message_reaction_count: anyRecord("chat", "message_id", "date", "reactions"),
  inline_query: fc.record({ id: id(), from: person(), query: text(), offset: fc.constantFrom("", "50") }),
  chosen_inline_result: fc.record({ result_id: id(), from: person(), query: text() }),
  callback_query: tap(),
  shipping_query: anyRecord("id", "from", "invoice_payload", "shipping_address"),
  pre_checkout_query: anyRecord("id", "from", "currency", "total_amount", "invoice_payload"),
  purchased_paid_media: anyRecord("from", "paid_media_payload"),
  poll: anyRecord("id", "question", "options", "total_voter_count", "is_closed"),
  poll_answer: anyRecord("poll_id", "user", "option_ids"),
  my_chat_member: membership(),
  chat_member: membership(),
  chat_join_request: anyRecord("chat", "from", "user_chat_id", "date"),
  chat_boost: anyRecord("chat", "boost"),
  removed_chat_boost: anyRecord("chat", "boost_id", "remove_date", "source"),
  managed_bot: anyRecord("user", "bot"),
  subscription: anyRecord("user", "subscription"),
} satisfies Record<Exclude<keyof Update, "update_id">, Arbitrary<object>>;

/** What the bot asks Telegram for, and does something with. */
const handled = ["message", "message", "message", "callback_query", "inline_query", "my_chat_member"] as const;

const names = Object.keys(kinds) as (keyof typeof kinds)[];

/** As Telegram sends them, though with content that people would hardly think of. */
export const likelyUpdates: Arbitrary<object> = fc
  .constantFrom(...names, ...handled, ...handled, ...handled)
  .chain((name) => kinds[name].map((content) => ({ [name]: content })));

/** With parts missing, of another kind, or beyond all measure. */
export const malformedUpdates: Arbitrary<object> = fc.oneof(
  fc.tuple(likelyUpdates, fc.nat(), anything()).map(([update, at, other]) => spoilt(update, at, other) as object),
  fc.record({ name: fc.constantFrom(...names), content: anything() }).map(({ name, content }) => ({ [name]: content })),
  fc.dictionary(fc.string({ maxLength: 20 }), anything(), { maxKeys: 5 }),
);

/** What is no update at all, as it may be sent by whoever finds the address. */
export const nonsense: Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.json(),
  likelyUpdates.map((update) => JSON.stringify(update).slice(0, -3)),
  fc.constantFrom("", "[".repeat(20_000), '{"update_id":1e400}', '{"__proto__":{"update_id":1}}', "\u0000"),
);

function id(): Arbitrary<string> {
  return fc.string({ maxLength: 20 });
}

function text(): Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...sayings) },
    { weight: 2, arbitrary: fc.constantFrom(...commands).chain((one) => id().map((rest) => `${one} ${rest}`)) },
    { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "é".repeat(4096),
        "is het morgen open ".repeat(215),
        "🙂‍↔️".repeat(1000),
        "\u202e\u2066",
      ),
    },
  );
}

function person(): Arbitrary<object> {
  return fc.record(
    {
      id: fc.constantFrom(...someChats),
      is_bot: fc.boolean(),
      first_name: fc.string({ unit: "grapheme", maxLength: 64 }),
      language_code: fc.constantFrom("nl", "fr", "ar", "en", "", "zz-ZZ"),
    },
    { requiredKeys: ["id", "is_bot", "first_name"] },
  );
}

function chat(type?: "channel"): Arbitrary<{ id: number; type: string; title: string }> {
  return fc.record({
    id: fc.oneof(fc.constantFrom(...someChats), fc.maxSafeInteger()),
    type: type === undefined ? fc.constantFrom("private", "private", "group", "supergroup") : fc.constant(type),
    title: id(),
  });
}

function message(type?: "channel"): Arbitrary<object> {
  const number = fc.integer({ min: 1, max: 1_000_000 });
  const common = { message_id: number, date: number, chat: chat(type) };
  const file = fc.record({
    file_id: id(),
    file_unique_id: id(),
    file_size: fc.nat(),
    width: fc.nat(),
    height: fc.nat(),
  });
  const place = { latitude: fc.double({ noNaN: true }), longitude: fc.double({ noNaN: true }) };
  const contents: Arbitrary<object>[] = [
    text().map((typed) => ({ text: typed, entities: entitiesOf(typed) })),
    text().chain((typed) => anyEntities().map((entities) => ({ text: typed, entities }))),
    fc.record({ location: fc.record(place) }),
    fc.record({
      venue: fc.record({ location: fc.record(place), title: id(), address: id() }),
      location: fc.record(place),
    }),
    fc.record({ photo: fc.array(file, { maxLength: 4 }), caption: text() }),
    fc.record({ voice: file }),
    ...["audio", "document", "video", "animation", "sticker", "video_note", "story"].map((kind) =>
      file.map((content) => ({ [kind]: content })),
    ),
    ...[
      "contact",
      "dice",
      "game",
      "poll",
      "invoice",
      "successful_payment",
      "web_app_data",
      "passport_data",
      "checklist",
      "gift",
    ].map((kind) => anything().map((content) => ({ [kind]: content }))),
    ...[
      "new_chat_title",
      "migrate_to_chat_id",
      "pinned_message",
      "left_chat_member",
      "write_access_allowed",
      "users_shared",
    ].map((kind) => anything().map((content) => ({ [kind]: content }))),
    fc.record({ new_chat_members: fc.array(person(), { maxLength: 3 }) }),
    fc.constant({ group_chat_created: true }),
    fc.constant({}),
  ];
  return fc
    .record({
      common: fc.record({ ...common, from: person() }, { requiredKeys: ["message_id", "date", "chat"] }),
      content: fc.oneof(...contents),
      replied: fc.option(fc.record({ message_id: number, date: number, chat: chat(), from: person(), text: text() }), {
        nil: undefined,
      }),
      via: fc.option(person(), { nil: undefined }),
    })
    .map(({ common: head, content, replied, via }) => ({
      ...head,
      ...content,
      ...(replied === undefined ? {} : { reply_to_message: replied }),
      ...(via === undefined ? {} : { via_bot: via }),
    }));
}

function tap(): Arbitrary<object> {
  return fc.record(
    {
      id: id(),
      from: person(),
      chat_instance: id(),
      // Signed with another key, or not at all.
      data: fc.oneof(
        fc.string({ maxLength: 64 }),
        fc.constantFrom("d.nl.t-a-0.AAAAAAAA", "c.my.aaaa~1~cancel.AAAAAAAA", "é".repeat(32)),
      ),
      message: message(),
      inline_message_id: id(),
      game_short_name: id(),
    },
    { requiredKeys: ["id", "from", "chat_instance"] },
  );
}

function membership(): Arbitrary<object> {
  const status = fc.record({ status: fc.constantFrom("kicked", "member", "left", "administrator"), user: person() });
  return fc.record({ chat: chat(), from: person(), date: fc.nat(), old_chat_member: status, new_chat_member: status });
}

function anyRecord(...fields: string[]): Arbitrary<object> {
  return fc.record(Object.fromEntries(fields.map((field) => [field, anything()])));
}

function anything(): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    { weight: 1, arbitrary: fc.constantFrom("x".repeat(100_000), Number.MAX_VALUE, -0, [], {}, null, true) },
  );
}

/** The command at the beginning, as Telegram marks it. */
function entitiesOf(typed: string): object[] {
  const [command] = /^\/\w+(@\w+)?/.exec(typed) ?? [];
  return command === undefined ? [] : [{ type: "bot_command", offset: 0, length: command.length }];
}

function anyEntities(): Arbitrary<object[]> {
  const types = ["bot_command", "mention", "text_mention", "url", "bold"];
  const entity = fc.record({
    type: fc.constantFrom(...types),
    offset: fc.nat(5000),
    length: fc.nat(5000),
    user: person(),
  });
  return fc.array(entity, { maxLength: 3 });
}

/** The same with one part, however deep, put away or replaced. */
function spoilt(value: unknown, at: number, other: unknown): unknown {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) {
    return other;
  }
  const keys = Object.keys(value);
  const key = keys[at % keys.length] ?? "";
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  const deeper = Math.floor(at / keys.length);
  if (deeper % 4 === 0) {
    delete copy[key];
  } else {
    copy[key] = deeper % 4 === 1 ? other : spoilt(copy[key], Math.floor(deeper / 4), other);
  }
  return copy;
}
