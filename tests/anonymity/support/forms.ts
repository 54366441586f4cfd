import { createHash, createHmac, getHashes } from "node:crypto";
import { crc32 } from "node:zlib";

/** What would betray the canary parent, if anything of it were found where it does not belong. */
export interface Canary {
  readonly name: string;
  /** A number is also looked for as bytes. Distinctive in its first six digits or characters. */
  readonly value: string | number;
  /** Where set, only all of it and its hashes are looked for: a whole message shares its first words with others. */
  readonly whole?: boolean;
}

/** One way in which a canary may have been written down. */
export interface Form {
  readonly of: string;
  /** As characters of one byte each. */
  readonly text: string;
  readonly anyCase: boolean;
}

/** Characters or digits of a truncated value that still tell it. */
const shortest = 6;
/** Characters of a form in some large base, below which it would be met by chance. */
const fewest = 5;
/** Of a hash: so many are looked for that fewer would be met by chance. */
const hashBytes = 6;

const alphabets = {
  base32: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
  base32hex: "0123456789ABCDEFGHIJKLMNOPQRSTUV",
  crockford: "0123456789ABCDEFGHJKMNPQRSTVWXYZ",
  base58: "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
  base62: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
  base64: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
  base64url: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
};

/** Every form in which a canary is looked for. */
export function formsOf(canary: Canary): readonly Form[] {
  const found = canary.whole === true ? wholeForms(canary) : [...textForms(canary), ...numberForms(canary)];
  const forms = [...found, ...hashForms(canary)];
  return forms
    .filter(([how, text]) => text.length >= (how.endsWith(" raw") ? 4 : fewest))
    .map(([how, text, anyCase]) => ({ of: `${canary.name}: ${how}`, text, anyCase }));
}

type Written = readonly [how: string, text: string, anyCase: boolean];

function wholeForms({ value }: Canary): readonly Written[] {
  const bytes = Buffer.from(String(value));
  return [
    ["raw", bytes.toString("latin1"), false],
    ["hex", bytes.toString("hex"), true],
    ["base64", bytes.toString("base64").replace(/=+$/, ""), false],
  ];
}

function textForms({ value }: Canary): readonly Written[] {
  const text = String(value);
  const reversed = [...text].toReversed().join("");
  return [text, reversed]
    .flatMap((said, index) => {
      const how = index === 0 ? "" : "reversed, ";
      const escaped = [...said].map((c) => (c < "\x80" ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`));
      return [
        [`${how}raw`, latin1(said), true],
        [`${how}last characters`, latin1(said.slice(-Math.max(shortest, said.length - 4))), true],
        [`${how}escaped`, escaped.slice(0, shortest).join(""), true],
        [`${how}percent-encoded`, encodeURIComponent([...said].slice(0, shortest).join("")), true],
        ...bytesForms(`${how}UTF-8`, Buffer.from([...said].slice(0, 8).join(""))),
        ...bytesForms(`${how}UTF-16`, Buffer.from(said.slice(0, 6), "utf16le")),
      ] satisfies Written[];
    })
    .map(([how, written, anyCase]) => [how, how.endsWith("raw") ? written.slice(0, shortest) : written, anyCase]);
}

function numberForms({ value }: Canary): readonly Written[] {
  if (typeof value !== "number") return [];
  if (!Number.isInteger(value)) return floatForms(value);
  const number = BigInt(value);
  const decimal = String(number);
  const radixes = Object.entries(alphabets).map(
    ([name, alphabet]): Written => [`as a number in ${name}`, inAlphabet(number, alphabet).slice(0, shortest), false],
  );
  return [
    ["last digits", decimal.slice(-shortest), false],
    ["binary", number.toString(2).slice(0, 24), false],
    ["octal", number.toString(8).slice(0, 9), false],
    ["base 36", number.toString(36).slice(0, shortest), true],
    ["hexadecimal", number.toString(16).slice(0, shortest), true],
    ["hexadecimal, reversed", [...number.toString(16)].toReversed().join("").slice(0, shortest), true],
    ...radixes,
    ...bytesOf(number).flatMap(([how, bytes]) => bytesForms(how, bytes)),
  ];
}

function floatForms(value: number): readonly Written[] {
  const double = Buffer.alloc(8);
  double.writeDoubleBE(value);
  const float = Buffer.alloc(4);
  float.writeFloatBE(value);
  return [
    ["rounded", value.toFixed(4), false],
    ["without the point", String(value).replace(".", "").slice(0, shortest), false],
    ...bytesForms("double", double),
    ...bytesForms("double, low byte first", double.toReversed()),
    ...bytesForms("float", float),
    ...bytesForms("float, low byte first", float.toReversed()),
  ];
}

/** The bytes of a number, without what is zero in front or behind. */
function bytesOf(number: bigint): readonly (readonly [string, Buffer])[] {
  const eight = Buffer.alloc(8);
  eight.writeBigInt64BE(number);
  const significant = eight.subarray(eight.findIndex((byte) => byte !== 0));
  const four = eight.subarray(4);
  return [
    ["8 bytes", significant],
    ["8 bytes, low byte first", Buffer.from(significant.toReversed())],
    ["4 bytes", four],
    ["4 bytes, low byte first", Buffer.from(four.toReversed())],
  ];
}

/** Bytes raw, in hexadecimal, and in the bases of whole bits wherever in a longer row of bytes they begin. */
function bytesForms(how: string, bytes: Uint8Array): Written[] {
  const buffer = Buffer.from(bytes);
  const aligned = (["base32", "base32hex", "crockford", "base64", "base64url"] as const).flatMap((name) => {
    const bits = Math.log2(alphabets[name].length);
    return Array.from(
      { length: bits === 6 ? 3 : 5 },
      (_, before): Written => [`${how} in ${name}`, within(buffer, before, alphabets[name]), false],
    ).filter(([, text]) => text.length >= shortest - 1);
  });
  const raw: Written[] = buffer.length < 4 ? [] : [[`${how} raw`, buffer.toString("latin1"), false]];
  return [...raw, [`${how} in hex`, buffer.toString("hex").slice(0, 12), true], ...aligned];
}

/** The characters that `bytes` alone decide, where so many other bytes stand before them. */
function within(bytes: Buffer, before: number, alphabet: string): string {
  const bits = Math.log2(alphabet.length);
  const all = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const skipped = (bits - ((before * 8) % bits)) % bits;
  return (all.slice(skipped).match(new RegExp(`.{${bits}}`, "g")) ?? [])
    .map((group) => alphabet[Number.parseInt(group, 2)])
    .join("")
    .slice(0, 8);
}

function hashForms({ value }: Canary): readonly Written[] {
  return obviousInputs(value).flatMap(([of, input]) => [
    ...[...digests(input)].flatMap(([name, digest]): Written[] => [
      [`${name} of ${of}, hex`, digest.toString("hex").slice(0, hashBytes * 2), true],
      [`${name} of ${of}, base64`, digest.toString("base64").slice(0, 8), false],
      [`${name} of ${of}, base64url`, digest.toString("base64url").slice(0, 8), false],
      [`${name} of ${of}, raw`, digest.subarray(0, hashBytes).toString("latin1"), false],
    ]),
    [`crc32 of ${of}`, crc32(input).toString(16).padStart(8, "0"), true],
    [`crc32 of ${of}, decimal`, String(crc32(input)), false],
  ]);
}

function obviousInputs(value: string | number): readonly (readonly [string, Buffer])[] {
  const text = String(value);
  const spelt = [...new Set([text, text.toLowerCase(), text.toUpperCase(), `@${text}`, `${text}\n`])];
  const numbers =
    typeof value === "number" && Number.isInteger(value)
      ? bytesOf(BigInt(value)).flatMap(([how, bytes]) => [
          [how, bytes] as const,
          [`${how} with zeros`, Buffer.concat([Buffer.alloc(8 - bytes.length), bytes])] as const,
          [`${how} with zeros behind`, Buffer.concat([bytes, Buffer.alloc(8 - bytes.length)])] as const,
        ])
      : [];
  return [...spelt.map((said) => [JSON.stringify(said), Buffer.from(said)] as const), ...numbers];
}

/** Every hash that OpenSSL has, and HMAC with an empty key. */
const algorithms = [...new Set(getHashes().map((name) => name.toLowerCase().replace(/^rsa-/, "")))].filter((name) =>
  /^(md5|ripemd160|sha1|sha(224|256|384|512)|sha512-256|sha3-(256|512)|blake2(b512|s256))$/.test(name),
);

function* digests(input: Buffer): Iterable<readonly [string, Buffer]> {
  for (const name of algorithms) {
    yield [name, createHash(name).update(input).digest()];
    yield [`hmac-${name} without key`, createHmac(name, "").update(input).digest()];
  }
}

function inAlphabet(number: bigint, alphabet: string): string {
  const base = BigInt(alphabet.length);
  return number === 0n ? "" : inAlphabet(number / base, alphabet) + (alphabet[Number(number % base)] ?? "");
}

function latin1(text: string): string {
  return Buffer.from(text).toString("latin1");
}
