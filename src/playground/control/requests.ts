import { z } from "zod";
import type {
  Addressing,
  Faults,
  InlineChoice,
  InlineQuestion,
  NewGroup,
  NewPerson,
  OutgoingMessage,
  Tap,
} from "../protocol.ts";

/** The bodies of the control requests, as protocol.ts describes them. */
export const newPersonBody: z.ZodType<NewPerson> = z
  .strictObject({
    firstName: z.string().min(1).max(64),
    languageCode: z.string().min(2).max(35).optional(),
    role: z.enum(["parent", "staff"]),
  })
  .transform(({ languageCode, ...person }) => (languageCode === undefined ? person : { ...person, languageCode }));

export const newGroupBody: z.ZodType<NewGroup> = z.strictObject({
  title: z.string().min(1).max(128),
  members: z.array(z.int()).min(1),
});

const addressing = { from: z.int().optional(), replyTo: z.int().optional() };

export const outgoingMessageBody: z.ZodType<OutgoingMessage & Addressing> = z.union(
  [
    z.strictObject({ text: z.string(), ...addressing }),
    z.strictObject({
      ...addressing,
      location: z.strictObject({
        latitude: z.number().min(-90).max(90),
        longitude: z.number().min(-180).max(180),
      }),
    }),
    z.strictObject({
      ...addressing,
      contact: z.strictObject({ phoneNumber: z.string().min(1), firstName: z.string().min(1) }),
    }),
    z.strictObject({
      file: z.strictObject({ kind: z.enum(["photo", "voice"]), content: z.base64().min(1) }),
      ...addressing,
    }),
    z.strictObject({ sample: z.enum(["photo", "voice", "sticker", "document", "video", "contact"]), ...addressing }),
  ],
  { error: "expected exactly one of text, location, contact, sample and file" },
);

export const tapBody: z.ZodType<Tap> = z.strictObject({
  messageId: z.int(),
  data: z.string(),
  from: z.int().optional(),
});

export const inlineQuestionBody: z.ZodType<InlineQuestion> = z.strictObject({
  from: z.int(),
  query: z.string().max(256),
  offset: z.string().optional(),
  chatType: z.enum(["sender", "private", "group", "supergroup", "channel"]).optional(),
});

export const inlineChoiceBody: z.ZodType<InlineChoice> = z.strictObject({
  from: z.int(),
  chatId: z.int(),
  queryId: z.string(),
  resultId: z.string(),
});

export const blockedBody = z.strictObject({ blocked: z.boolean() });

export const clockBody = z.strictObject({ now: z.string().nullable() });

export const faultsBody: z.ZodType<Faults> = z.strictObject({
  script: z.array(
    z.strictObject({
      method: z.string().min(1),
      times: z.int().min(0),
      kind: z.discriminatedUnion("type", [
        z.strictObject({ type: z.literal("too-many-requests"), retryAfter: z.int().min(0) }),
        z.strictObject({ type: z.literal("server-error"), status: z.literal([500, 502, 503, 504]) }),
        z.strictObject({ type: z.literal("lost-answer") }),
        z.strictObject({ type: z.literal("lost-request") }),
        z.strictObject({ type: z.literal("delay"), milliseconds: z.number().min(0).max(600_000) }),
        z.strictObject({ type: z.literal("unauthorized") }),
      ]),
    }),
  ),
  messagesPerSecond: z.number().positive().nullable(),
  latencyMilliseconds: z.number().min(0).max(600_000),
});
