import { InputFile } from "grammy";
import { expect, test } from "vitest";
import { jpeg, voice } from "../support/face-files.ts";
import { noor, startedPlayground, token } from "./playground-server.ts";

const samples = ["photo", "voice", "sticker", "document", "video", "contact"] as const;

async function samplePhoto(playground: Awaited<ReturnType<typeof startedPlayground>>) {
  const { photo } = await playground.say(noor, { sample: "photo" });
  const response = await fetch(`${playground.url}/playground/files/${photo?.[0]?.file_id}`);
  return { type: response.headers.get("content-type"), bytes: new Uint8Array(await response.arrayBuffer()) };
}

test("grammY uploads a document, and gets it back through getFile", async () => {
  const playground = await startedPlayground();
  const { api } = playground.bot();
  const file = new InputFile(Buffer.from("BEGIN:VCALENDAR"), "open dagen – été.ics");
  const { document, caption } = await api.sendDocument(noor, file, { caption: "<b>All</b> days", parse_mode: "HTML" });
  expect([document.file_name, document.mime_type, document.file_size, caption]).toEqual([
    "open dagen – été.ics",
    "text/calendar",
    15,
    "All days",
  ]);
  const { file_path } = await api.getFile(document.file_id);
  const stored = await fetch(`${playground.url}/file/bot${token}/${file_path}`);
  expect([stored.headers.get("content-type"), await stored.text()]).toEqual(["text/calendar", "BEGIN:VCALENDAR"]);
  const again = await api.sendDocument(noor, document.file_id);
  expect(again.document.file_id).toBe(document.file_id);
});

test("a photo is measured, and must be a picture", async () => {
  const playground = await startedPlayground();
  const { api } = playground.bot();
  const { type, bytes } = await samplePhoto(playground);
  expect(type).toBe("image/png");
  const { photo } = await api.sendPhoto(noor, new InputFile(bytes, "poster.png"));
  expect(photo).toMatchObject([{ width: 96, height: 64, file_size: bytes.length }]);
  await expect(api.sendPhoto(noor, new InputFile(Buffer.from("no picture"), "poster.png"))).rejects.toThrow(
    "Bad Request: IMAGE_PROCESS_FAILED",
  );
});

test("voices are sent, and captions edited up to 1024 characters", async () => {
  const playground = await startedPlayground();
  const { api } = playground.bot();
  const { message_id } = await api.sendVoice(noor, new InputFile(Buffer.from("OggS"), "hello.ogg"), { duration: 3 });
  const edited = await api.editMessageCaption(noor, message_id, { caption: "a".repeat(1024) });
  expect(edited).toMatchObject({ voice: { duration: 3, mime_type: "audio/ogg" }, caption: "a".repeat(1024) });
  await expect(api.editMessageCaption(noor, message_id, { caption: "a".repeat(1025) })).rejects.toThrow(
    "Bad Request: message caption is too long",
  );
  await expect(api.editMessageText(noor, message_id, "text")).rejects.toThrow(
    "Bad Request: there is no text in the message to edit",
  );
});

test.each([
  [{ document: "https://example.org/a.pdf" }, "wrong file identifier/HTTP URL specified"],
  [{ document: "attach://missing" }, "there is no document in the request"],
  [{}, "there is no document in the request"],
])("sendDocument %j is refused", async (args, reason) => {
  const { call } = await startedPlayground();
  expect(await call("sendDocument", { chat_id: noor, ...args })).toMatchObject({
    status: 400,
    description: `Bad Request: ${reason}`,
  });
});

test("files that are not there are not found, and need the token", async () => {
  const { call, url } = await startedPlayground();
  expect(await call("getFile", { file_id: "x" })).toMatchObject({
    status: 400,
    description: "Bad Request: invalid file_id",
  });
  expect((await fetch(`${url}/file/bot${token}/photos/file_9.png`)).status).toBe(404);
  expect((await fetch(`${url}/file/botwrong/photos/file_1.png`)).status).toBe(401);
  expect((await fetch(`${url}/playground/files/x`)).status).toBe(404);
});

test("a person sends a photo and a voice of her own, which are measured", async () => {
  const { say, control, url } = await startedPlayground();
  const { photo } = await say(noor, { file: { kind: "photo", content: jpeg(64, 48).toString("base64") } });
  expect(photo).toMatchObject([{ width: 64, height: 48, file_size: jpeg(64, 48).length }]);
  const stored = await fetch(`${url}/playground/files/${photo?.[0]?.file_id}`);
  expect([stored.headers.get("content-type"), Buffer.from(await stored.arrayBuffer())]).toEqual([
    "image/jpeg",
    jpeg(64, 48),
  ]);

  const content = voice({ seconds: 12.6 }).toString("base64");
  expect((await say(noor, { file: { kind: "voice", content } })).voice).toMatchObject({ duration: 12 });

  const words = { file: { kind: "photo", content: Buffer.from("no photo").toString("base64") } };
  expect(await control("POST", `/chats/${noor}/messages`, words)).toMatchObject({
    status: 400,
    body: { error: "The photo is neither a JPEG nor a PNG." },
  });
});

test.each(samples)("a person sends a %s", async (sample) => {
  const { say, call, url } = await startedPlayground();
  const message = await say(noor, { sample });
  expect(message).toHaveProperty(sample);
  expect((await call("getUpdates", { offset: -1 })).result[0].message).toEqual(message);
  const content = message[sample];
  const file = Array.isArray(content) ? content[0] : content;
  if (file === undefined || !("file_id" in file)) return;
  const response = await fetch(`${url}/playground/files/${file.file_id}`);
  expect((await response.arrayBuffer()).byteLength).toBe(file.file_size);
  expect(response.headers.get("content-security-policy")).toBe("sandbox");
});
