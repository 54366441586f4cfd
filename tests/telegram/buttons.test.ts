import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dayButton, weekButton } from "../../src/features/hours/buttons.ts";
import { createButtonSigner, defineButton } from "../../src/telegram/buttons.ts";

const signer = createButtonSigner(randomBytes(32));

const language = fc.constantFrom("nl", "fr", "ar");
const place = fc.oneof(fc.constant("all" as const), fc.integer({ min: 1, max: 32_767 }));
const page = fc.integer({ min: 0, max: 999 });
const date = fc.oneof(
  fc.constantFrom("today" as const, "tomorrow" as const),
  fc.integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from("2020-01-01").add({ days })),
);

test("a signed button is read back, and fits into Telegram's 64 bytes", () => {
  const payload = fc.record({ date, place, page });
  fc.assert(
    fc.property(payload, language, (asked, spoken) => {
      const data = signer.sign(dayButton.tap(asked), spoken);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      const tap = signer.open(data);
      expect(tap?.language).toBe(spoken);
      expect(JSON.stringify(dayButton.read(tap?.payload ?? ""))).toBe(JSON.stringify(asked));
    }),
  );
});

test("no altered button is accepted: not one character of it, nor another key's signature", () => {
  const data = signer.sign(weekButton.tap({ week: 1, place: 12, page: 0 }), "fr");
  const other = createButtonSigner(randomBytes(32));
  expect(other.open(data)).toBeNull();
  fc.assert(
    fc.property(fc.nat(data.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, letter) => {
      fc.pre(data[at] !== letter);
      expect(signer.open(data.slice(0, at) + letter + data.slice(at + 1))).toBeNull();
    }),
  );
});

test("any text at all is read or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      expect(signer.open(text)).toBeNull();
      dayButton.read(text);
      weekButton.read(text);
    }),
  );
});

test("a button that would not fit is a mistake of ours, and says so", () => {
  const long = defineButton<string>({ code: "x", write: (text) => text, read: (text) => text });
  expect(() => signer.sign(long.tap("a".repeat(60)), "nl")).toThrow("does not fit");
  expect(() => signer.sign(long.tap("é"), "nl")).toThrow("does not fit");
});

test.each(["", "t", "t-a", "x-a-0", "2026_13_40-a-0", "t-a-0-1", "t--0", "t-a-1e3"])("“%s” is no day", (payload) => {
  expect(dayButton.read(payload)).toBeNull();
});
