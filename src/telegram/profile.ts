import type { Api } from "grammy";
import { type Language, languages } from "../core/language.ts";
import type { WordsIn } from "../i18n/translate.ts";
import type { CommandMenu } from "./answer.ts";
import type { CommandName, Feature } from "./feature.ts";
import { type Profile, profileIn } from "./messages.ts";

const teamCommands: readonly CommandName[] = ["change", "staff", "cancel"];

/**
 * Gives the bot its name, descriptions and commands, in each language and, for all others, in the fallback language, and a
 * menu button that lists the commands.
 * Only what differs is set: Telegram allows few such changes a day.
 */
export async function registerProfile(
  api: Api,
  wordsIn: WordsIn,
  features: readonly Feature[],
  fallbackLanguage: Language,
  organisationName: string | undefined,
): Promise<void> {
  // The team's own commands are no parent's business.
  const commands = features
    .flatMap((feature) => feature.commands)
    .filter(({ permission }) => permission === "anyone")
    .map(({ command }) => command);
  const everybody = [undefined, profileIn(wordsIn(fallbackLanguage), commands, organisationName)] as const;
  const speakers = languages.map((code) => [code, profileIn(wordsIn(code), commands, organisationName)] as const);
  for (const [code, profile] of [everybody, ...speakers]) {
    await registerIn(api, code, profile);
  }
  const menuButton = await api.getChatMenuButton();
  if (menuButton.type !== "commands") {
    await api.setChatMenuButton({ menu_button: { type: "commands" } });
  }
}

/** Lists the commands of the team in the private chat of a member; in that of whoever is none any more, those of everybody. */
export async function registerMenu(
  api: Api,
  wordsIn: WordsIn,
  features: readonly Feature[],
  { chat, language, isMember }: CommandMenu,
): Promise<void> {
  const scope = { type: "chat", chat_id: chat } as const;
  if (!isMember) {
    await api.deleteMyCommands({ scope });
    return;
  }
  const names = features.flatMap((feature) => feature.commands).map(({ command }) => command);
  // The team's own first: they are needed in a hurry.
  const own = names.filter((name) => teamCommands.includes(name));
  const { commands } = profileIn(
    wordsIn(language),
    [...own, ...names.filter((name) => !own.includes(name))],
    undefined,
  );
  await api.setMyCommands(
    commands.map(([command, description]) => ({ command, description })),
    { scope },
  );
}

async function registerIn(api: Api, code: Language | undefined, wanted: Profile): Promise<void> {
  const where = code === undefined ? {} : { language_code: code };
  const [{ name }, { description }, { short_description: shortDescription }, commands] = await Promise.all([
    api.getMyName(where),
    api.getMyDescription(where),
    api.getMyShortDescription(where),
    api.getMyCommands(where),
  ]);
  if (name !== wanted.name) {
    await api.setMyName(wanted.name, where);
  }
  if (description !== wanted.description) {
    await api.setMyDescription(wanted.description, where);
  }
  if (shortDescription !== wanted.shortDescription) {
    await api.setMyShortDescription(wanted.shortDescription, where);
  }
  if (
    JSON.stringify(commands.map(({ command, description: about }) => [command, about])) !==
    JSON.stringify(wanted.commands)
  ) {
    await api.setMyCommands(
      wanted.commands.map(([command, about]) => ({ command, description: about })),
      where,
    );
  }
}
