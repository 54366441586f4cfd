import { createHmac, timingSafeEqual } from "node:crypto";
import { isLanguage, type Language } from "../core/language.ts";

/** What a button does: the code of its kind, and what that kind needs to know. */
export interface Tap {
  readonly code: string;
  readonly payload: string;
}

/** A kind of button: what its payload holds, and how that is written within Telegram's 64 bytes. */
export interface ButtonKind<Payload> {
  readonly code: string;
  tap(payload: Payload): Tap;
  /** `null` where it is none of this kind's payloads: an old version's button, for instance. */
  read(payload: string): Payload | null;
}

export function defineButton<Payload>(kind: {
  /** One to four small letters, never used again for something else: old messages keep their buttons. */
  readonly code: string;
  readonly write: (payload: Payload) => string;
  readonly read: (payload: string) => Payload | null;
}): ButtonKind<Payload> {
  return { code: kind.code, read: kind.read, tap: (payload) => ({ code: kind.code, payload: kind.write(payload) }) };
}

/** A kind of button that needs to know nothing: its payload is the empty text. */
export function defineBareButton(code: string): ButtonKind<""> {
  return defineButton({ code, write: () => "", read: (payload) => (payload === "" ? payload : null) });
}

export interface SignedTap extends Tap {
  /** Null for the language that holds in the chat when it is tapped. */
  readonly language: Language | null;
}

export interface ButtonSigner {
  /** The `callback_data` of a button: `code.language.payload.signature`. */
  sign(tap: Tap, language: Language | null): string;
  /** What a tapped button says; `null` for data that we did not sign, or signed with a key since replaced. */
  open(data: string): SignedTap | null;
}

/** Telegram's limit for `callback_data`, in bytes. */
const dataLimit = 64;

/** 48 bits: nobody can try out enough of them against a bot that answers a few taps a second. */
const signatureLength = 8;

/** In place of a language. */
const chatsOwn = "my";

const shape = /^([a-z]{1,4})\.([a-z]{2})\.([\w~-]*)$/;

/** Buttons come back through Telegram's clients, where anybody can alter them. */
export function createButtonSigner(key: Uint8Array): ButtonSigner {
  const signatureOf = (body: string) =>
    createHmac("sha256", key).update(body).digest("base64url").slice(0, signatureLength);

  return {
    sign({ code, payload }, language) {
      const body = `${code}.${language ?? chatsOwn}.${payload}`;
      if (!shape.test(body) || body.length + 1 + signatureLength > dataLimit) {
        throw new Error(
          `The button "${body}" does not fit: letters, digits, "_", "~" and "-", ${dataLimit} bytes in all`,
        );
      }
      return `${body}.${signatureOf(body)}`;
    },
    open(data) {
      const split = data.length - signatureLength - 1;
      const body = data.slice(0, Math.max(split, 0));
      const expected = Buffer.from(`.${signatureOf(body)}`);
      const given = Buffer.from(data.slice(Math.max(split, 0)));
      const [, code, language, payload] = shape.exec(body) ?? [];
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        return null;
      }
      if (code === undefined || payload === undefined || (language !== chatsOwn && !isLanguage(language))) {
        return null;
      }
      return { code, payload, language: language === chatsOwn ? null : language };
    },
  };
}
