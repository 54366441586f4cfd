import { badRequest, forbidden } from "../refusal.ts";
import { type AnyChat, isGroup } from "../world/chats.ts";
import type { World } from "../world/world.ts";
import { type Arguments, integer, text } from "./arguments.ts";

/** The chat that a call names, whatever the bot may do there. */
export function knownChat(world: World, args: Arguments<"chat_id">): AnyChat {
  if (text(args, "chat_id").trim() === "") throw badRequest("chat_id is empty");
  const id = integer(args, "chat_id");
  const chat = id === null ? undefined : world.chats.get(id);
  if (chat === undefined) throw badRequest("chat not found");
  return chat;
}

/** The chat that a call names, if the bot may write there. */
export function writableChat(world: World, args: Arguments<"chat_id">): AnyChat {
  const chat = knownChat(world, args);
  if (isGroup(chat)) return chat;
  if (!chat.started) throw forbidden("bot can't initiate conversation with a user");
  if (chat.blocked) throw forbidden("bot was blocked by the user");
  return chat;
}
