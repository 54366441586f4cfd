import type { Context } from "grammy";
import type { Message } from "grammy/types";

/** A photo or a voice that somebody sent. It stays with Telegram until it is fetched. */
export interface Attached {
  readonly kind: "photo" | "voice";
  /** @returns nothing where it is larger; of a photo, the largest size that is not */
  fetch(largestBytes: number): Promise<Uint8Array | undefined>;
}

/** Milliseconds that Telegram may take to give a file. */
const patience = 8000;

/** Where files are fetched from, which is beside the Bot API itself. */
interface FileServer {
  readonly apiRoot: string;
  readonly token: string;
}

export function attachedTo(ctx: Context, server: FileServer): Attached | undefined {
  if (ctx.chat?.type !== "private") {
    return;
  }
  const { kind, sizes } = filesIn(ctx.message ?? repliedTo(ctx));
  return kind === undefined
    ? undefined
    : {
        kind,
        async fetch(largestBytes) {
          const fitting = sizes.findLast(({ file_size: size }) => size === undefined || size <= largestBytes);
          return fitting === undefined ? undefined : download(ctx, server, fitting.file_id, largestBytes);
        },
      };
}

/** What was typed, as long as it stands in the chat: it need not be kept to be read again. */
export function repliedText(ctx: Context): string | undefined {
  return ctx.chat?.type === "private" ? repliedTo(ctx)?.text : undefined;
}

function repliedTo({ callbackQuery }: Context) {
  const tapped = callbackQuery?.message;
  return tapped !== undefined && "reply_to_message" in tapped ? tapped.reply_to_message : undefined;
}

interface Size {
  readonly file_id: string;
  readonly file_size?: number;
}

/** A photo comes in several sizes, the largest last. */
function filesIn(message: Pick<Message, "photo" | "voice"> | undefined): {
  readonly kind?: Attached["kind"];
  readonly sizes: readonly Size[];
} {
  if (message?.photo !== undefined) {
    return { kind: "photo", sizes: message.photo };
  }
  return message?.voice === undefined ? { sizes: [] } : { kind: "voice", sizes: [message.voice] };
}

async function download(
  ctx: Context,
  { apiRoot, token }: FileServer,
  fileId: string,
  largestBytes: number,
): Promise<Uint8Array | undefined> {
  const { file_path: path = "" } = await ctx.api.getFile(fileId);
  const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal: AbortSignal.timeout(patience) });
  if (!response.ok || response.body === null) {
    throw new Error(`Telegram answers ${response.status} instead of a file`);
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  // What was said of the size is not relied upon.
  for await (const part of response.body) {
    length += part.length;
    if (length > largestBytes) {
      return;
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
