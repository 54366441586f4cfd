import { readImage } from "../../../core/face/image.ts";
import { opusSeconds } from "../../../core/face/ogg-opus.ts";
import { badRequest, Refusal } from "../../refusal.ts";
import type { FileFolder, StoredFile } from "../../world/files.ts";
import type { World } from "../../world/world.ts";
import { type Arguments, integer, text } from "../arguments.ts";
import { deliver } from "../deliver.ts";
import type { Methods } from "../method.ts";
import { readCaption } from "../text-arguments.ts";

const mebibyte = 1024 * 1024;
const largestPhotoBytes = 10 * mebibyte;
const largestFileBytes = 50 * mebibyte;

/** Messages with files, and the files themselves. */
export function fileMethods(world: World): Methods {
  return {
    sendPhoto(args) {
      const caption = readCaption(args);
      const photo = takeFile(world, args, "photo", "photos");
      if (photo.bytes.length > largestPhotoBytes) throw new Refusal(413, "Request Entity Too Large");
      const size = readImage(photo.bytes);
      if (size === null) throw badRequest("IMAGE_PROCESS_FAILED");
      const { width, height } = size;
      if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) {
        throw badRequest("PHOTO_INVALID_DIMENSIONS");
      }
      return deliver(world, args, { photo: [{ ...identity(photo), width, height }], ...caption });
    },
    sendDocument(args) {
      const caption = readCaption(args);
      const file = takeFile(world, args, "document", "documents");
      return deliver(world, args, {
        document: { ...identity(file), file_name: file.name, mime_type: file.mimeType },
        ...caption,
      });
    },
    sendVoice(args) {
      const caption = readCaption(args);
      const file = takeFile(world, args, "voice", "voice");
      const duration = integer(args, "duration") ?? Math.floor(opusSeconds(file.bytes) ?? 0);
      return deliver(world, args, {
        voice: { ...identity(file), duration, mime_type: file.mimeType },
        ...caption,
      });
    },
    getFile(args) {
      const stored = world.files.byId(text(args, "file_id"));
      if (stored === undefined) throw badRequest("invalid file_id");
      return stored.file;
    },
  };
}

/** The file of a call: in the form under its own name, as `attach://name`, or one that is here already, by its id. */
function takeFile<Name extends string>(
  world: World,
  args: Arguments<Name>,
  name: NoInfer<Name>,
  folder: FileFolder,
): StoredFile {
  const reference = text(args, name);
  const part = reference.startsWith("attach://") ? reference.slice("attach://".length) : name;
  const upload = args.uploads.get(part);
  if (upload !== undefined) {
    if (upload.bytes.length === 0) throw badRequest("file must be non-empty");
    if (upload.bytes.length > largestFileBytes) throw new Refusal(413, "Request Entity Too Large");
    return world.files.add(folder, upload.name, upload.bytes);
  }
  if (reference === "" || reference.startsWith("attach://")) throw badRequest(`there is no ${name} in the request`);
  const stored = world.files.byId(reference);
  // Telegram would fetch an address; the playground reaches nothing outside this machine.
  if (stored === undefined) throw badRequest("wrong file identifier/HTTP URL specified");
  return stored;
}

function identity({ file }: StoredFile): { file_id: string; file_unique_id: string; file_size: number } {
  return { file_id: file.file_id, file_unique_id: file.file_unique_id, file_size: file.file_size };
}
