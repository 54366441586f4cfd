import { badRequest } from "../../refusal.ts";
import type { World } from "../../world/world.ts";
import { type Arguments, decimal, isObject, json, text } from "../arguments.ts";
import { knownChat, writableChat } from "../chat-argument.ts";
import { deliver } from "../deliver.ts";
import type { Methods } from "../method.ts";
import { readText } from "../text-arguments.ts";

const chatActions = [
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
  "record_video_note",
  "upload_video_note",
];

/** Messages without files, and what is said about a chat. */
export function textMethods(world: World): Methods {
  return {
    sendMessage(args) {
      const preview = json(args, "link_preview_options");
      return deliver(world, args, {
        ...readText(args),
        ...(isObject(preview) ? { link_preview_options: preview } : {}),
      });
    },
    sendLocation: (args) => deliver(world, args, { location: readLocation(args) }),
    sendVenue(args) {
      const location = readLocation(args);
      const title = text(args, "title").trim();
      const address = text(args, "address").trim();
      if (title === "") throw badRequest("venue title must be non-empty");
      if (address === "") throw badRequest("venue address must be non-empty");
      return deliver(world, args, { venue: { location, title, address }, location });
    },
    sendChatAction(args) {
      if (!chatActions.includes(text(args, "action"))) throw badRequest("wrong parameter action in request");
      writableChat(world, args);
      return true;
    },
    getChat(args) {
      const { chat } = knownChat(world, args);
      return {
        ...chat,
        accent_color_id: 0,
        max_reaction_count: 11,
        accepted_gift_types: {
          unlimited_gifts: false,
          limited_gifts: false,
          unique_gifts: false,
          premium_subscription: false,
          gifts_from_channels: false,
        },
      };
    },
    copyMessage(args) {
      const original = knownChat(world, { ...args, values: { chat_id: args.values.from_chat_id } }).messages.get(
        Number(text(args, "message_id")),
      );
      if (original === undefined) throw badRequest("message to copy not found");
      const { message_id, from, chat, date, edit_date, reply_to_message, reply_markup, ...content } = original;
      return { message_id: deliver(world, args, content).message_id };
    },
  };
}

function readLocation(args: Arguments<"latitude" | "longitude">): { latitude: number; longitude: number } {
  const latitude = decimal(args, "latitude");
  const longitude = decimal(args, "longitude");
  if (latitude === null || Math.abs(latitude) > 90) throw badRequest("wrong latitude specified");
  if (longitude === null || Math.abs(longitude) > 180) throw badRequest("wrong longitude specified");
  return { latitude, longitude };
}
