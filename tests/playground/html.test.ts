import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatText } from "../../src/playground/formatting/format-text.ts";

const html = (text: string) => formatText(text, "HTML", []);

describe("HTML becomes text with entities in UTF-16 units", () => {
  test.each([
    [
      "<b>open</b> <strong>now</strong>",
      "open now",
      [
        ["bold", 0, 4],
        ["bold", 5, 3],
      ],
    ],
    [
      "<i>a</i><em>b</em>",
      "ab",
      [
        ["italic", 0, 1],
        ["italic", 1, 1],
      ],
    ],
    [
      "<u>a</u> <ins>b</ins>",
      "a b",
      [
        ["underline", 0, 1],
        ["underline", 2, 1],
      ],
    ],
    [
      "<s>a</s> <strike>b</strike> <del>c</del>",
      "a b c",
      [
        ["strikethrough", 0, 1],
        ["strikethrough", 2, 1],
        ["strikethrough", 4, 1],
      ],
    ],
    [
      '<tg-spoiler>a</tg-spoiler> <span class="tg-spoiler">b</span>',
      "a b",
      [
        ["spoiler", 0, 1],
        ["spoiler", 2, 1],
      ],
    ],
    ["<code>x &lt; y</code>", "x < y", [["code", 0, 5]]],
    ["<pre>x</pre>", "x", [["pre", 0, 1]]],
    ["<blockquote>a\nb</blockquote>", "a\nb", [["blockquote", 0, 3]]],
    ["<blockquote expandable>a</blockquote>", "a", [["expandable_blockquote", 0, 1]]],
    ["🏟 🏟<i>🏟 &lt🏟</i>", "🏟 🏟🏟 <🏟", [["italic", 5, 6]]],
    [
      "<b>مفتوح <i>اليوم</i></b>",
      "مفتوح اليوم",
      [
        ["bold", 0, 11],
        ["italic", 6, 5],
      ],
    ],
    ["<B>case</b>", "case", [["bold", 0, 4]]],
    ["<i aba = 190azAz-.>a</i>", "a", [["italic", 0, 1]]],
    ["<i>a</>", "a", [["italic", 0, 1]]],
    ["<i>a</i   >", "a", [["italic", 0, 1]]],
    ["<b></b>a", "a", []],
    ["<b><b>a</b></b>", "a", [["bold", 0, 1]]],
    ["<code><b>a</b></code>", "a", [["code", 0, 1]]],
    ['<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "👍", []],
    ["&lt;&gt;&amp;&quot;&laquo;&nbsp;&apos;&#9786;&#x263A;&#12345678;", '<>&"&laquo;&nbsp;&apos;☺☺&#12345678;', []],
    ["Tom & Jerry &", "Tom & Jerry &", []],
  ])("%s", (source, text, entities) => {
    expect(html(source)).toEqual({
      text,
      entities: entities.map(([type, offset, length]) => ({ type, offset, length })),
    });
  });

  test("links keep their address, which may contain references", () => {
    expect(html('<a href="https://example.org/?a=1&amp;b=2">here</a>').entities).toEqual([
      { type: "text_link", offset: 0, length: 4, url: "https://example.org/?a=1&b=2" },
    ]);
    expect(html("<a href=example.org>here</a>").entities).toEqual([
      { type: "text_link", offset: 0, length: 4, url: "http://example.org/" },
    ]);
    expect(html("<a href='tg://user?id=5'>you</a>").entities).toMatchObject([{ url: "tg://user?id=5" }]);
  });

  test.each(["<a>here</a>", "<a href='nowhere'>here</a>", "<a href='javascript:alert(1)'>here</a>"])(
    "%s is plain text, as Telegram takes its address for no link",
    (source) => {
      expect(html(source)).toEqual({ text: "here", entities: [] });
    },
  );

  test("a block of code may name its language, inside or outside", () => {
    const block = { text: "x", entities: [{ type: "pre", language: "python", offset: 0, length: 1 }] };
    expect(html('<pre><code class="language-python">x</code></pre>')).toEqual(block);
    expect(html('<code class="language-python"><pre>x</pre></code>')).toEqual(block);
    expect(html('<pre>y <code class="language-python">x</code></pre>').entities).toEqual([
      { type: "pre", offset: 0, length: 3 },
    ]);
  });

  test("a moment in time keeps its format", () => {
    expect(html('<tg-time unix="1795597200" format="wDT">soon</tg-time>').entities).toEqual([
      { type: "date_time", unix_time: 1_795_597_200, date_time_format: "wDT", offset: 0, length: 4 },
    ]);
  });
});

describe("HTML that Telegram does not know is refused with the byte where it happens", () => {
  test.each([
    ["🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"],
    ["🏟 🏟&lt;<abac aba>", 'Unsupported start tag "abac" at byte offset 13'],
    ["a < b", 'Unsupported start tag "" at byte offset 2'],
    ["<br>", 'Unsupported start tag "br" at byte offset 0'],
    ["<p>x</p>", 'Unsupported start tag "p" at byte offset 0'],
    ["🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'],
    ["🏟 🏟&lt;<i    aba>", 'Expected equal sign in declaration of an attribute of the tag "i" at byte offset 13'],
    ["🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'],
    ["🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"],
    ['🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"],
    ["🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"],
    ["🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"],
    ["🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"],
    ["🏟 🏟&lt;<i>a</em   >", 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'],
    ["<b>x", 'Can\'t find end tag corresponding to start tag "b"'],
    ["<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ["<tg-emoji emoji-id='x'>👍</tg-emoji>", "Invalid custom emoji identifier specified"],
    [
      "&#xDFDF;",
      "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
    ],
  ])("%s", (source, reason) => {
    expect(() => html(source)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });
});

describe("text is cleaned as Telegram does", () => {
  test.each([
    ["  two  words \n", "two  words"],
    ["a\tb\rc\nd", "a bc\nd"],
    ["\u202bولد\u202c", "ولد"],
    ["\u2068ولد\u2069", "\u2068ولد\u2069"],
    [" \n ", ""],
  ])("%j becomes %j", (typed, text) => {
    expect(formatText(typed, "", []).text).toBe(text);
  });

  test("space at the start goes up to the first entity, and styles give up the space at their edges", () => {
    expect(html("  a <b> b </b> ")).toEqual({ text: "a  b", entities: [{ type: "bold", offset: 3, length: 1 }] });
    expect(html(" <code> a</code>")).toEqual({ text: " a", entities: [{ type: "code", offset: 0, length: 2 }] });
  });

  test("explicit entities that overlap are split so that they nest", () => {
    const entities = [
      { type: "bold", offset: 0, length: 4 },
      { type: "italic", offset: 2, length: 4 },
    ] as const;
    expect(formatText("abcdef", "", entities).entities).toEqual([
      { type: "bold", offset: 0, length: 4 },
      { type: "italic", offset: 2, length: 2 },
      { type: "italic", offset: 4, length: 2 },
    ]);
  });
});

describe("Telegram finds some entities by itself", () => {
  test.each([
    ["/open", [["bot_command", 0, 5]]],
    ["try /open@inloop_bot now", [["bot_command", 4, 16]]],
    ["and/or 1/2 //x", []],
    ["https://example.org/a?b=c.", [["url", 0, 25]]],
    [
      "mail a@example.org or @inloop_bot #opvoeding #1",
      [
        ["email", 5, 13],
        ["mention", 22, 11],
        ["hashtag", 34, 10],
      ],
    ],
    ["<code>/open</code>", [["code", 0, 5]]],
    [
      "<b>/open</b>",
      [
        ["bold", 0, 5],
        ["bot_command", 0, 5],
      ],
    ],
  ])("%s", (source, entities) => {
    const found = html(source).entities.map(({ type, offset, length }) => [type, offset, length]);
    expect(found).toEqual(expect.arrayContaining(entities));
    expect(found).toHaveLength(entities.length);
  });
});

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
/** Text that cleaning leaves alone, as grapheme soup: letters, emoji, Arabic, punctuation, line feeds inside. */
const cleanText = fc
  .array(
    fc.oneof(
      fc.constantFrom("a", "<", ">", "&", '"', "🏟", "م", "é", ";", "#", "lt", " ", "\n", "/b"),
      fc.nat(9).map(String),
    ),
  )
  .map((parts) => `x${parts.join("")}x`);

test("escaped text comes back as it was, in any tag", () => {
  fc.assert(
    fc.property(cleanText, fc.constantFrom("b", "i", "u", "s", "code", "pre", "blockquote"), (text, tag) => {
      expect(html(escaped(text)).text).toBe(text);
      const tagged = html(`<${tag}>${escaped(text)}</${tag}>`);
      expect(tagged.text).toBe(text);
      expect(tagged.entities).toContainEqual(expect.objectContaining({ offset: 0, length: text.length }));
    }),
  );
});

test("any text at all is either read, with entities inside the text, or refused as Telegram would", () => {
  const soup = fc.array(
    fc.constantFrom(
      "<b>",
      "</b>",
      "<i>",
      "</i>",
      "<a href='a.b'>",
      "</a>",
      "<code>",
      "</>",
      "<",
      "&lt",
      "&#55357;",
      "🏟",
      " ",
      "\n",
      "a",
    ),
  );
  fc.assert(
    fc.property(soup, (parts) => {
      try {
        const { text, entities } = html(parts.join(""));
        for (const { offset, length } of entities) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThan(0);
          expect(offset + length).toBeLessThanOrEqual(text.length);
        }
      } catch (error) {
        expect(String(error)).toMatch(/Bad Request: /);
      }
    }),
  );
});
