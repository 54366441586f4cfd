import type { BotCommand, BotCommandScope, MenuButton } from "@grammyjs/types";
import { badRequest } from "../../refusal.ts";
import type { ProfileText } from "../../world/bot-profile.ts";
import type { World } from "../../world/world.ts";
import { type Arguments, integer, isObject, json, text } from "../arguments.ts";
import { knownChat } from "../chat-argument.ts";
import type { Methods } from "../method.ts";

const mostCommands = 100;
const longestCommandDescription = 256;
// Telegram's own words for these three are not documented.
const longestName = 64;
const longestDescription = 512;
const longestShortDescription = 120;

/** What the bot says about itself. */
export function profileMethods(world: World): Methods {
  const { profile, bot } = world;
  return {
    getMe: () => bot,

    setMyName: (args) => setText(profile.name, args, text(args, "name"), longestName, "BOT_NAME_TOO_LONG"),
    getMyName: (args) => ({ name: profile.name.shownIn(readLanguage(args)) }),
    setMyDescription: (args) =>
      setText(profile.description, args, text(args, "description"), longestDescription, "BOT_DESCRIPTION_TOO_LONG"),
    getMyDescription: (args) => ({ description: profile.description.shownIn(readLanguage(args)) }),
    setMyShortDescription: (args) =>
      setText(
        profile.shortDescription,
        args,
        text(args, "short_description"),
        longestShortDescription,
        "BOT_SHORT_DESCRIPTION_TOO_LONG",
      ),
    getMyShortDescription: (args) => ({ short_description: profile.shortDescription.shownIn(readLanguage(args)) }),

    setMyCommands(args) {
      profile.commands.set(readScope(world, args), readLanguage(args), readCommands(json(args, "commands")));
      return true;
    },
    getMyCommands: (args) => [...profile.commands.get(readScope(world, args), readLanguage(args))],
    deleteMyCommands(args) {
      profile.commands.remove(readScope(world, args), readLanguage(args));
      return true;
    },

    setChatMenuButton(args) {
      profile.menuButtons.set(readMenuChat(world, args), readMenuButton(json(args, "menu_button")));
      return true;
    },
    getChatMenuButton: (args) => profile.menuButtons.get(readMenuChat(world, args)),
  };
}

function setText(
  profileText: ProfileText,
  args: Arguments<"language_code">,
  value: string,
  longest: number,
  tooLong: string,
): true {
  const languageCode = readLanguage(args);
  if (value.length > longest) throw badRequest(tooLong);
  profileText.set(languageCode, value.trim());
  return true;
}

function readLanguage(args: Arguments<"language_code">): string {
  const code = text(args, "language_code");
  if (!/^([a-z]{2})?$/.test(code)) throw badRequest("invalid language code specified");
  return code;
}

function readCommands(value: unknown): readonly BotCommand[] {
  if (!Array.isArray(value)) throw badRequest("can't parse commands list JSON object: expected an Array of BotCommand");
  if (value.length > mostCommands) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  return value.map((entry: unknown) => {
    if (!isObject(entry)) throw badRequest("can't parse BotCommand: Object expected");
    const command = String(entry.command ?? "").replace(/^\//, "");
    const description = String(entry.description ?? "").trim();
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    if (description.length < 1 || description.length > longestCommandDescription) {
      throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    return { command, description };
  });
}

function readScope(world: World, args: Arguments<"scope">): BotCommandScope {
  const scope = json(args, "scope");
  if (scope === undefined) return { type: "default" };
  if (!isObject(scope)) throw badRequest("can't parse bot command scope JSON object");
  const { type } = scope;
  switch (type) {
    case "default":
    case "all_private_chats":
    case "all_group_chats":
    case "all_chat_administrators":
      return { type };
    case "chat":
      return { type, chat_id: knownChat(world, { values: scope, uploads: new Map() }).chat.id };
    default:
      throw badRequest("can't parse bot command scope: unsupported type specified");
  }
}

function readMenuChat(world: World, args: Arguments<"chat_id">): number | null {
  return integer(args, "chat_id") === null ? null : knownChat(world, args).chat.id;
}

function readMenuButton(value: unknown): MenuButton {
  if (value === undefined) return { type: "default" };
  const type = isObject(value) ? value.type : undefined;
  if (type === "default" || type === "commands") return { type };
  throw badRequest("can't parse menu button: the playground knows the types default and commands");
}
