import { rotateKey } from "../assembly/rotation.ts";
import { Problem } from "../problem.ts";
import { type Command, readFlags, withDatabase } from "./command.ts";
import { progressBar } from "./progress.ts";

/** `inloop rotate-key`: everything that the previous key sealed is sealed with the present one. */
export const runRotateKey: Command = async (words, environment, print) => {
  if (readFlags(words, {}).positionals.length > 0) {
    throw new Problem("rotate-key takes nothing more: the keys stand in SECRET_KEY and SECRET_KEY_PREVIOUS.");
  }
  await withDatabase(environment, async (database, { telegram, secretKeyPrevious: previous }) => {
    if (telegram === undefined || previous === undefined) {
      throw new Problem(
        "rotate-key needs BOT_TOKEN, a fresh SECRET_KEY, and the key before it in SECRET_KEY_PREVIOUS; a fresh one: openssl rand -base64 32 | tr '+/' '-_' | tr -d '='",
      );
    }
    if (Buffer.from(previous).equals(telegram.secretKey)) {
      throw new Problem("SECRET_KEY and SECRET_KEY_PREVIOUS are the same; put a fresh key into SECRET_KEY.");
    }
    const bar = progressBar("Sealing anew");
    const { resealed, already, choicesErased } = await rotateKey(
      database,
      { previous, current: telegram.secretKey },
      bar.show,
    );
    print(already === 0 ? `${resealed} sealed anew.` : `${resealed} sealed anew, ${already} were so already.`);
    if (choicesErased > 0) {
      print(
        `Choices of a language or a place that were erased: ${choicesErased}. Of who only chose nothing is stored that leads back to her; the bot answers in the language of her Telegram until she chooses again.`,
      );
    }
    print(
      "Take SECRET_KEY_PREVIOUS out of .env now, destroy the old key, and start the bot. Back-ups from before need the old key.",
    );
  });
};
