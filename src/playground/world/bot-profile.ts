import type { BotCommand, BotCommandScope, MenuButton } from "@grammyjs/types";

/** A text a bot shows about itself: one for everybody and one for each language that has its own. */
export interface ProfileText {
  /** An empty text removes the one of this language. */
  set(languageCode: string, text: string): void;
  /** What a person with this language sees. */
  shownIn(languageCode: string): string;
}

export interface BotProfile {
  readonly name: ProfileText;
  readonly description: ProfileText;
  readonly shortDescription: ProfileText;
  readonly commands: CommandLists;
  readonly menuButtons: MenuButtons;
}

interface CommandLists {
  set(scope: BotCommandScope, languageCode: string, commands: readonly BotCommand[]): void;
  remove(scope: BotCommandScope, languageCode: string): void;
  /** Exactly this list, without falling back; empty when there is none. */
  get(scope: BotCommandScope, languageCode: string): readonly BotCommand[];
  /** What the menu in the private chat shows. */
  shownTo(chatId: number, languageCode: string): readonly BotCommand[];
}

interface MenuButtons {
  /** Null is the default of all private chats. */
  set(chatId: number | null, button: MenuButton): void;
  get(chatId: number | null): MenuButton;
}

export function createBotProfile(botName: string, changed: () => void): BotProfile {
  return {
    name: createProfileText(botName, changed),
    description: createProfileText("", changed),
    shortDescription: createProfileText("", changed),
    commands: createCommandLists(changed),
    menuButtons: createMenuButtons(),
  };
}

/** Bots give their texts for two-letter codes; people have tags such as `nl-BE`. */
export function twoLetterCode(languageTag: string | undefined): string {
  return (languageTag ?? "").slice(0, 2).toLowerCase();
}

function createProfileText(initial: string, changed: () => void): ProfileText {
  const texts = new Map([["", initial]]);
  return {
    set(languageCode, text) {
      if (text === "") texts.delete(languageCode);
      else texts.set(languageCode, text);
      changed();
    },
    shownIn: (languageCode) => texts.get(languageCode) ?? texts.get("") ?? initial,
  };
}

function createCommandLists(changed: () => void): CommandLists {
  const lists = new Map<string, readonly BotCommand[]>();
  const key = (scope: BotCommandScope, languageCode: string) =>
    [scope.type, "chat_id" in scope ? scope.chat_id : "", "user_id" in scope ? scope.user_id : "", languageCode].join(
      "/",
    );

  return {
    set(scope, languageCode, commands) {
      if (commands.length === 0) lists.delete(key(scope, languageCode));
      else lists.set(key(scope, languageCode), commands);
      changed();
    },
    remove(scope, languageCode) {
      lists.delete(key(scope, languageCode));
      changed();
    },
    get: (scope, languageCode) => lists.get(key(scope, languageCode)) ?? [],
    // The order of https://core.telegram.org/bots/api#determining-list-of-commands
    shownTo(chatId, languageCode) {
      const scopes: BotCommandScope[] = [
        { type: "chat", chat_id: chatId },
        { type: "all_private_chats" },
        { type: "default" },
      ];
      for (const scope of scopes) {
        for (const language of [languageCode, ""]) {
          const list = lists.get(key(scope, language));
          if (list !== undefined) return list;
        }
      }
      return [];
    },
  };
}

function createMenuButtons(): MenuButtons {
  const buttons = new Map<number | null, MenuButton>();
  return {
    set(chatId, button) {
      buttons.set(chatId, button);
    },
    get: (chatId) => buttons.get(chatId) ?? { type: "default" },
  };
}
