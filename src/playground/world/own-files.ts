import { readImage } from "../../core/face/image.ts";
import { opusSeconds } from "../../core/face/ogg-opus.ts";
import type { OwnFile } from "../protocol.ts";
import { Refusal } from "../refusal.ts";
import type { Content } from "./chats.ts";
import type { FileFolder, Files } from "./files.ts";

/** What a person sends who chooses a photo, or a voice message, of her own. */
export function ownFileContent(files: Files, { kind, content }: OwnFile): Content {
  const bytes = new Uint8Array(Buffer.from(content, "base64"));
  const add = (folder: FileFolder, name: string) => {
    const { file, mimeType } = files.add(folder, name, bytes);
    const { file_id, file_unique_id, file_size } = file;
    return { identity: { file_id, file_unique_id, file_size }, mime_type: mimeType };
  };
  if (kind === "voice") {
    const { identity, mime_type } = add("voice", "voice.ogg");
    return { voice: { ...identity, duration: Math.floor(opusSeconds(bytes) ?? 0), mime_type } };
  }
  const image = readImage(bytes);
  if (image === null) throw new Refusal(400, "The photo is neither a JPEG nor a PNG.");
  const { width, height, mediaType } = image;
  return {
    photo: [{ ...add("photos", mediaType === "image/png" ? "photo.png" : "photo.jpg").identity, width, height }],
  };
}
