import { randomBytes } from "node:crypto";
import type { File } from "@grammyjs/types";

/** Enough for a trial full of posters; the oldest files go first, as nothing outlives the process anyway. */
const bytesKept = 64 * 1024 * 1024;

export interface StoredFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly mimeType: string;
  /** What the Bot API tells about it. */
  readonly file: Required<File>;
}

export type FileFolder = "photos" | "documents" | "voice" | "stickers" | "videos";

export interface Files {
  add(folder: FileFolder, name: string, bytes: Uint8Array<ArrayBuffer>): StoredFile;
  byId(fileId: string): StoredFile | undefined;
  byPath(path: string): StoredFile | undefined;
}

export function createFiles(): Files {
  const byId = new Map<string, StoredFile>();
  const byPath = new Map<string, StoredFile>();
  let totalBytes = 0;
  let added = 0;

  const forgetOldest = () => {
    for (const [fileId, stored] of byId) {
      if (totalBytes <= bytesKept || byId.size === 1) return;
      byId.delete(fileId);
      byPath.delete(stored.file.file_path);
      totalBytes -= stored.bytes.length;
    }
  };

  return {
    add(folder, name, bytes) {
      added += 1;
      const extension = extensionOf(name);
      const stored: StoredFile = {
        bytes,
        name,
        mimeType: mimeTypes[extension] ?? "application/octet-stream",
        file: {
          file_id: randomBytes(24).toString("base64url"),
          file_unique_id: randomBytes(9).toString("base64url"),
          file_size: bytes.length,
          file_path: `${folder}/file_${added}${extension === "" ? "" : `.${extension}`}`,
        },
      };
      byId.set(stored.file.file_id, stored);
      byPath.set(stored.file.file_path, stored);
      totalBytes += bytes.length;
      forgetOldest();
      return stored;
    },
    byId: (fileId) => byId.get(fileId),
    byPath: (path) => byPath.get(path),
  };
}

const mimeTypes: Readonly<Record<string, string>> = {
  csv: "text/csv",
  ics: "text/calendar",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  json: "application/json",
  mp4: "video/mp4",
  oga: "audio/ogg",
  ogg: "audio/ogg",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  webp: "image/webp",
  yaml: "application/yaml",
};

/** Only letters and digits, so that the path of a file needs no escaping. */
function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
