import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runBroadcast } from "../../../src/cli/broadcast.ts";
import { runChange } from "../../../src/cli/change.ts";
import { runPlaces } from "../../../src/cli/places.ts";
import { emptyDatabase } from "../../support/bot-surroundings.ts";
import { query } from "../../support/query.ts";

let url: string;

/** Runs a command at 10:00 on 25 November 2026, or at another time, with no bot about. */
async function inloop(command: string, now = "2026-11-25T10:00"): Promise<string> {
  const [name, ...words] = command.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', "")) ?? [];
  const lines: string[] = [];
  const environment = {
    DATABASE_URL: url,
    FIXED_NOW: `${now}[Europe/Brussels]`,
    TELEGRAM_API_ROOT: "http://127.0.0.1:1",
    BOT_TOKEN: "1:x",
    SECRET_KEY: Buffer.alloc(32).toString("base64url"),
  };
  await (name === "change" ? runChange : runBroadcast)(words, environment, (line) => lines.push(line));
  return lines.join("\n");
}

const sql = <Row extends object>(statement: string) => query<Row>(url, (client) => client.unsafe(statement));

interface Stored {
  readonly text: { readonly nl: string; readonly fr: string; readonly ar: string };
  readonly not_before: Date;
  readonly total: number;
  readonly state: string;
  readonly corrects: number | null;
}

const stored = () => sql<Stored>("select * from broadcasts order by number");
const codesOf = async (broadcast: number) =>
  (
    await sql<{ code: string }>(
      `select encode(code, 'hex') as code from deliveries where broadcast = ${broadcast} order by 1`,
    )
  ).map(({ code }) => code);
/** Brussels time of the latest one. */
const goesOut = async () => {
  const [last] = (await stored()).toReversed();
  const local = Temporal.Instant.from(last?.not_before.toISOString() ?? "").toZonedDateTimeISO("Europe/Brussels");
  return local.toPlainDateTime().toString();
};

async function subscribers(count: number, place = 1): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    const code = randomBytes(16).toString("hex");
    await sql(`insert into subscriptions values ('\\x${code}', ${place}, '\\x00', 'nl')`);
  }
}

beforeAll(async () => {
  url = await emptyDatabase();
  const file = fileURLToPath(new URL("../../../data/example-places.yaml", import.meta.url));
  await runPlaces(["import", file], { DATABASE_URL: url }, () => undefined);
});
beforeEach(async () => {
  await sql("truncate subscriptions, deliveries, broadcasts, schedule_changes restart identity cascade");
});

describe("what is said", () => {
  const texts = async () => (await stored()).map(({ text }) => text.nl);

  test("a closed day, in three languages: the date, the place, when it opens next, and never the team's reason", async () => {
    await inloop("change add de-zandbak --from 2026-11-30 --closed --reason illness --announce");
    const [broadcast] = await stored();
    expect(broadcast?.text).toEqual({
      nl: "Maandag 30 november: De Zandbak is uitzonderlijk gesloten. Weer open op woensdag 2 december, 9.00–12.00.",
      fr: "Lundi 30 novembre\u00a0: fermeture exceptionnelle, Le Bac à sable. Prochaine ouverture\u00a0: mercredi 2 décembre, 9h–12h.",
      ar: expect.stringMatching(
        /^\u200f\u2068الاثنين 30 نونبر \(\u206830\/11\u2069\)\u2069: إغلاق استثنائي، «\u2068صندوق الرمل\u2069»\./,
      ),
    });
  });

  test("other hours, more hours, several days, and the team's own text", async () => {
    await inloop("change add de-zandbak --from 2026-12-02 --hours 10:00-11:00 --announce");
    await inloop("change add de-zandbak --from 2026-12-03 --extra 09:00-10:00 --announce");
    await inloop('change add de-zandbak --from 2026-12-07 --to 2026-12-11 --closed --text-nl "werken" --announce');
    await inloop("change add de-zandbak --from 2026-12-14 --to 2026-12-16 --hours 10:00-11:00 --announce");
    expect(await texts()).toEqual([
      "Woensdag 2 december: De Zandbak is open, 10.00–11.00. Dat zijn andere uren dan gewoonlijk.",
      expect.stringMatching(/^Donderdag 3 december: De Zandbak is open, 9\.00–10\.00 en 13\.30–16\.30\./),
      expect.stringMatching(
        /^Van maandag 7 december tot en met vrijdag 11 december: De Zandbak is gesloten, werken\. Weer open op/,
      ),
      "Van maandag 14 december tot en met woensdag 16 december: De Zandbak heeft andere uren.\n\nmaandag 14/12: 10.00–11.00 (andere uren)\ndinsdag 15/12: 10.00–11.00 (andere uren)\nwoensdag 16/12: 10.00–11.00 (andere uren)",
    ]);
  });

  test("days that are over are told to nobody", async () => {
    await subscribers(2);
    expect(await inloop("change add de-zandbak --from 2026-11-20 --closed --announce")).toBe("Change 1 holds.");
    expect(await stored()).toEqual([]);
  });

  test("what the team writes, escaped, under the name of the place", async () => {
    await inloop('broadcast announce de-zandbak --text-nl "Feest <3 & taart" --text-fr "Fête" --text-ar "حفلة"');
    await inloop('broadcast announce --all --text-nl "Feest" --text-fr "Fête" --text-ar "حفلة"');
    expect(await texts()).toEqual(["De Zandbak: Feest &lt;3 &amp; taart", "Feest"]);
  });
});

describe("to whom", () => {
  test("one delivery for each who asked for that place, in one transaction with the change", async () => {
    await subscribers(3);
    await subscribers(2, 2);
    expect(await inloop("change add de-zandbak --from 2026-11-30 --closed --announce")).toBe(
      "Change 1 holds.\nBroadcast 1 tells 3.",
    );
    expect(await inloop("broadcast status --json")).toBe('{"id":1,"total":3,"sent":0,"pending":3,"gone":0,"failed":0}');
    await sql("alter table deliveries rename to away");
    await expect(inloop("change add de-zandbak --from 2026-12-02 --closed --announce")).rejects.toThrow();
    await sql("alter table away rename to deliveries");
    expect(await inloop("change list de-zandbak --json")).not.toContain("2026-12-02");
    expect(await stored()).toHaveLength(1);
  });

  test("whoever asked for several places reads an announcement for all once", async () => {
    await subscribers(2);
    await sql("insert into subscriptions select code, 2, chat, language from subscriptions");
    expect(await inloop('broadcast announce --all --text-nl "Feest" --text-fr "Fête" --text-ar "حفلة"')).toBe(
      "Broadcast 1 tells 2.",
    );
  });

  test("withdrawn before anything went out, nobody hears of it", async () => {
    await subscribers(3);
    await inloop("change add de-zandbak --from 2026-11-30 --closed --announce");
    expect(await inloop("change withdraw 1")).toBe("Change 1 is withdrawn.");
    expect(await codesOf(1)).toEqual([]);
    expect(await inloop("broadcast status --json")).toBe('{"id":1,"total":0,"sent":0,"pending":0,"gone":0,"failed":0}');
  });

  test("withdrawn afterwards, a correction goes to exactly those who may have read it", async () => {
    await subscribers(6);
    await inloop("change add de-zandbak --from 2026-11-30 --closed --announce");
    const all = await codesOf(1);
    for (const [index, state] of ["sent", "sending", "doubtful", "gone", "failed"].entries()) {
      await sql(`update deliveries set state = '${state}' where code = '\\x${all[index]}'`);
    }
    await sql("update broadcasts set sent = 1, gone = 1, failed = 1");
    expect(await inloop("change withdraw 1")).toBe("Change 1 is withdrawn.\nBroadcast 2 tells 3.");
    expect(await codesOf(2)).toEqual(all.slice(0, 3));
    const [, correction] = await stored();
    expect(correction?.text.nl).toBe(
      "Rechtzetting: het vorige bericht klopt niet meer.\n\nMaandag 30 november: De Zandbak is open zoals gewoonlijk, 13.30–16.30.",
    );
  });

  test("edited halfway, those who read it get a correction, the others the new hours, and nobody both", async () => {
    await subscribers(4);
    await inloop("change add de-zandbak --from 2026-11-30 --closed --announce");
    const all = await codesOf(1);
    await sql(`update deliveries set state = 'sent' where code = '\\x${all[0]}'; update broadcasts set sent = 1`);
    expect(await inloop("change edit 1 --from 2026-11-30 --hours 14:00-15:00 --announce")).toBe(
      "Change 2 holds.\nBroadcast 2 tells 1.\nBroadcast 3 tells 3.",
    );
    expect(await codesOf(2)).toEqual(all.slice(0, 1));
    expect(await codesOf(3)).toEqual(all.slice(1));
    // The one who read the first message never read the second: she is corrected all the same.
    expect(await inloop("change withdraw 2")).toBe("Change 2 is withdrawn.\nBroadcast 4 tells 1.");
    expect(await codesOf(4)).toEqual(all.slice(0, 1));
    expect((await stored()).map(({ state }) => state)).toEqual(["withdrawn", "withdrawn", "withdrawn", "under-way"]);
  });

  test("an announcement can be stopped and resumed, and what is over cannot", async () => {
    await subscribers(1);
    await inloop("change add de-zandbak --from 2026-11-30 --closed --announce");
    expect(await inloop("broadcast stop 1")).toBe("Broadcast 1 is stopped.");
    await expect(inloop("broadcast stop 1")).rejects.toThrow('Broadcast "1" cannot be stopped');
    expect(await inloop("broadcast resume 1")).toBe("Broadcast 1 is under-way.");
    await expect(inloop("broadcast resume 7")).rejects.toThrow();
  });
});

test.each([
  ["by day at once", "2026-11-25T10:00", "2026-11-30", "2026-11-25T10:00:00"],
  [
    "in the evening what concerns a later day waits until morning",
    "2026-11-25T21:00",
    "2026-11-30",
    "2026-11-26T07:00:00",
  ],
  ["at night a closure of the coming morning goes at seven", "2026-11-24T23:30", "2026-11-25", "2026-11-25T07:00:00"],
  ["before dawn as well", "2026-11-25T04:00", "2026-11-25", "2026-11-25T07:00:00"],
])("%s", async (_, now, day, expected) => {
  await inloop(`change add de-zandbak --from ${day} --closed --announce`, now);
  expect(await goesOut()).toBe(expected);
});
