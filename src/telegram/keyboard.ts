import type { InlineKeyboardMarkup } from "grammy/types";
import type { Language } from "../core/language.ts";
import type { ButtonRows } from "./answer.ts";
import type { ButtonSigner } from "./buttons.ts";

/**
 * @param language of the labels
 * @param carried in which language taps are answered; null: in the chat's own
 */
export function inlineKeyboard(
  signer: ButtonSigner,
  rows: ButtonRows,
  language: Language,
  carried: Language | null,
): InlineKeyboardMarkup {
  return {
    inline_keyboard: rows.map((row) =>
      inReadingOrder(row, language).map((button) => ({
        text: button.label,
        callback_data: signer.sign(button.tap, button.language ?? carried),
      })),
    ),
  };
}

/** Telegram draws the buttons of a row from the left in every language; who reads from the right meets the first one there. */
export function inReadingOrder<T>(row: readonly T[], language: Language): readonly T[] {
  return language === "ar" ? row.toReversed() : row;
}
