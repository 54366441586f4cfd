import { createBulkSend } from "../src/telegram/bulk.ts";
import { createButtonSigner } from "../src/telegram/buttons.ts";

/*
 * What a broadcast could be at most: the same messages over the same HTTP client, from memory, with nothing written down. Says how many it
 * sent a second, and what each cost in microseconds of processor time.
 */

const [token = "", apiRoot = "", count = "0", chats = "0"] = process.argv.slice(2);

const inFlight = 128;
const text = "Maandag 30 november: De Zandbak is uitzonderlijk gesloten. Weer open op woensdag 2 december, 9.00–12.00.";
const buttons = [[{ label: "Stop berichten", tap: { code: "st", payload: "1m" } }]];
const send = createBulkSend(token, apiRoot, createButtonSigner(Buffer.alloc(32)), 30);

const rest = Array.from({ length: Number(count) }, (_, index) => 700_000_001 + (index % Number(chats))).values();
const work = async () => {
  for (const chatId of rest) await send({ chatId, text, buttons, language: "nl" });
};
const begin = performance.now();
const before = process.cpuUsage();
await Promise.all(Array.from({ length: inFlight }, work));
const { user, system } = process.cpuUsage(before);
const rate = (Number(count) / (performance.now() - begin)) * 1000;
process.stdout.write(`${JSON.stringify({ rate, cost: (user + system) / Number(count) })}\n`);
process.exit();
