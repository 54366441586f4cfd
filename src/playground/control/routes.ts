import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";
import type { Trouble } from "../bot-api/trouble.ts";
import { Refusal } from "../refusal.ts";
import type { AnyChat } from "../world/chats.ts";
import type { InlineMode } from "../world/inline-mode.ts";
import type { People } from "../world/people.ts";
import type { World } from "../world/world.ts";
import { eventStream } from "./event-stream.ts";
import {
  blockedBody,
  clockBody,
  faultsBody,
  inlineChoiceBody,
  inlineQuestionBody,
  newGroupBody,
  newPersonBody,
  outgoingMessageBody,
  tapBody,
} from "./requests.ts";

/** The requests of the chat page and of the acting parent of the tests, as protocol.ts lists them. */
export function controlRoutes(
  world: World,
  people: People,
  inlineMode: InlineMode,
  trouble: Trouble,
  closing: AbortSignal,
): Hono {
  const routes = new Hono().basePath("/playground");

  const chatOf = (c: Context): AnyChat => {
    const id = c.req.param("id") ?? "";
    const chat = world.chats.get(Number(id));
    if (chat === undefined) throw new Refusal(404, `There is no person or group ${id} in the playground.`);
    return chat;
  };

  routes.get("/state", (c) => c.json(world.describe()));
  routes.get("/events", (c) => eventStream(c, world.announcements, closing));

  routes.post("/people", async (c) => {
    const chat = world.addPerson(await read(c, newPersonBody));
    return c.json(world.describeChat(chat), 201);
  });
  routes.post("/groups", async (c) => {
    const group = people.makeGroup(await read(c, newGroupBody));
    return c.json(world.describeGroup(group), 201);
  });
  routes.post("/chats/:id/messages", async (c) => {
    const chat = chatOf(c);
    return c.json(people.write(chat, await read(c, outgoingMessageBody)), 201);
  });
  routes.post("/chats/:id/taps", async (c) => {
    const chat = chatOf(c);
    return c.json({ id: people.tap(chat, await read(c, tapBody)) }, 201);
  });
  routes.put("/chats/:id/blocked", async (c) => {
    const chat = world.person(Number(c.req.param("id")));
    people.setBlocked(chat, (await read(c, blockedBody)).blocked);
    return c.json(world.describeChat(chat));
  });
  routes.post("/inline-queries", async (c) => {
    return c.json({ id: inlineMode.ask(await read(c, inlineQuestionBody)) }, 201);
  });
  routes.post("/inline-choices", async (c) => {
    return c.json(inlineMode.choose(await read(c, inlineChoiceBody)), 201);
  });
  routes.put("/clock", async (c) => {
    world.clock.set((await read(c, clockBody)).now);
    world.announcements.announce(() => ({ type: "clock", clock: world.clock.state() }));
    return c.json(world.clock.state());
  });
  routes.put("/faults", async (c) => {
    trouble.set(await read(c, faultsBody));
    return c.json(trouble.current());
  });
  routes.get("/files/:fileId", (c) => {
    const stored = world.files.byId(c.req.param("fileId"));
    if (stored === undefined) throw new Refusal(404, "There is no such file in the playground.");
    return c.body(stored.bytes, 200, {
      "content-type": stored.mimeType,
      // A document may be anything, a page with scripts too: it must not act in the name of the chat page.
      "content-security-policy": "sandbox",
      "x-content-type-options": "nosniff",
    });
  });

  routes.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return c.json({ error: error.message }, error.status as ContentfulStatusCode);
  });
  return routes;
}

async function read<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const result = schema.safeParse(await readJson(c));
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => [...path, message].join(": "));
    throw new Refusal(400, `The body is not understood: ${problems.join("; ")}.`);
  }
  return result.data;
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (cause) {
    throw notJson(cause);
  }
}

function notJson(cause: unknown): Refusal {
  return new Refusal(400, "The body is not JSON.", { cause });
}
