import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFile, type FacePart } from "../../../src/core/face/face.ts";
import { readImage } from "../../../src/core/face/image.ts";
import { opusSeconds } from "../../../src/core/face/ogg-opus.ts";
import { jpeg, oggPage, png, voice } from "../../support/face-files.ts";

const opus = { status: "accepted", mediaType: "audio/ogg" };

describe("a photo", () => {
  test.each([
    ["a PNG", png(40, 30), { mediaType: "image/png", width: 40, height: 30 }],
    ["a JPEG", jpeg(640, 480), { mediaType: "image/jpeg", width: 640, height: 480 }],
    ["part of a larger buffer", Buffer.concat([Buffer.alloc(3), png(40, 30)]).subarray(3), { width: 40 }],
  ])("%s is measured by its own header", (_what, bytes, expected) => {
    expect(readImage(bytes)).toMatchObject(expected);
  });

  test.each([
    ["nothing", Buffer.alloc(0), "wrong-kind"],
    ["words", Buffer.from("this is no photo, whatever its name says"), "wrong-kind"],
    ["the beginning of a PNG", png().subarray(0, 20), "wrong-kind"],
    ["the beginning of a JPEG", jpeg().subarray(0, 20), "wrong-kind"],
    ["a PNG of no width", png(0, 10), "wrong-kind"],
    ["a GIF", Buffer.from("GIF89a\x01\0\x01\0\0\0\0;", "latin1"), "wrong-kind"],
    [
      "a JPEG with rubbish between its segments",
      Buffer.concat([jpeg().subarray(0, 2), Buffer.alloc(40, 7)]),
      "wrong-kind",
    ],
    ["a ribbon", png(2000, 20), "wrong-shape"],
    ["a wall", jpeg(9000, 2000), "wrong-shape"],
    ["two megabytes and a byte", Buffer.concat([png(), Buffer.alloc(2 * 1024 * 1024)]), "too-big"],
  ])("%s is refused", (_what, bytes, status) => {
    expect(checkFile("photo", bytes)).toEqual({ status });
  });

  test("of the largest size it is accepted", () => {
    const bytes = Buffer.concat([jpeg(), Buffer.alloc(2 * 1024 * 1024)]).subarray(0, 2 * 1024 * 1024);
    expect(checkFile("photo", bytes)).toEqual({ status: "accepted", mediaType: "image/jpeg" });
  });
});

describe("a welcome", () => {
  test.each([0.5, 1, 12.25, 30])(
    "of %d seconds lasts as long as its positions say, less what is skipped",
    (seconds) => {
      for (const preSkip of [0, 312, 3840]) {
        expect(opusSeconds(voice({ seconds, preSkip }))).toBeCloseTo(seconds, 4);
      }
      expect(checkFile("nl", voice({ seconds }))).toEqual(opus);
    },
  );

  test("what Telegram shows as 0:30 is not too long, and 0:31 is", () => {
    expect(checkFile("ary", voice({ seconds: 30.9 }))).toEqual(opus);
    expect(checkFile("ary", voice({ seconds: 31 }))).toEqual({ status: "too-long", seconds: 31 });
  });

  test("a page on which no packet ends has no position, and does not count", () => {
    const open = oggPage([Buffer.alloc(3)], { sequence: 4, flags: 0, position: -1 });
    expect(opusSeconds(Buffer.concat([voice({ seconds: 2 }), open]))).toBeCloseTo(2, 4);
  });

  const whole = voice({ seconds: 2 });
  const other = oggPage([Buffer.alloc(3)], { sequence: 0, flags: 0, position: 48_000, serial: 8 });
  const vorbis = oggPage([Buffer.from("\x01vorbis and more bytes", "latin1")], { sequence: 0, flags: 2, position: 0 });
  const later = Buffer.from(whole);
  later.writeUInt8(16, 28 + 8);

  test.each([
    ["nothing", Buffer.alloc(0), { status: "wrong-kind" }],
    ["an MP3", Buffer.from("ID3\x04\0\0\0\0\0\0", "latin1"), { status: "wrong-kind" }],
    ["Vorbis in Ogg", vorbis, { status: "wrong-kind" }],
    ["a version of Opus in Ogg that is still to come", later, { status: "wrong-kind" }],
    ["one that was cut off", whole.subarray(0, -1), { status: "wrong-kind" }],
    ["one with something behind it", Buffer.concat([whole, Buffer.from("TAG")]), { status: "wrong-kind" }],
    ["two at once", Buffer.concat([whole, other]), { status: "wrong-kind" }],
    ["two after one another", Buffer.concat([whole, whole]), { status: "wrong-kind" }],
    ["one without its beginning", whole.subarray(47), { status: "wrong-kind" }],
    ["headers and no sound", voice({ seconds: 0 }), { status: "silent" }],
    ["half an hour", voice({ seconds: 1800 }), { status: "too-long", seconds: 1800 }],
    ["a megabyte in a few seconds", voice({ seconds: 120, padding: 250 }), { status: "too-big" }],
  ])("%s is refused", (_what, bytes, expected) => {
    expect(checkFile("fr", bytes)).toEqual(expected);
  });
});

test("no bytes whatsoever make the checks fail", () => {
  const parts: readonly FacePart[] = ["photo", "nl"];
  const beginnings = [png(), jpeg(), voice({ seconds: 1 })];
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(
        fc.constantFrom(...beginnings),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 8 }),
        fc.nat(400),
      )
      .map(([begin, changes, end]) => {
        const damaged = Buffer.from(begin);
        for (const [at, value] of changes) damaged[at % damaged.length] = value;
        return damaged.subarray(0, end);
      }),
  );
  fc.assert(
    fc.property(bytes, fc.constantFrom(...parts), (some, part) => {
      expect(checkFile(part, some).status).toMatch(/^(accepted|wrong-kind|wrong-shape|silent|too-long)$/);
    }),
  );
});
