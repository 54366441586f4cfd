import { isLoopbackHost } from "../../../core/loopback-host.ts";
import { badRequest, conflict } from "../../refusal.ts";
import type { UpdateKind } from "../../updates/update-queue.ts";
import type { World } from "../../world/world.ts";
import { type Arguments, flag, integer, json, text } from "../arguments.ts";
import type { Methods } from "../method.ts";

const mostUpdates = 100;
const longestTimeoutSeconds = 50;
const mostConnections = 100;
const defaultConnections = 40;

export function updateMethods({ updates: { queue, polling, webhook } }: World): Methods {
  return {
    getUpdates(args, callerGone) {
      if (webhook.target !== null) {
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      allow(queue.allow, args);
      const offset = integer(args, "offset") ?? 0;
      if (offset > 0) queue.confirmBefore(offset);
      if (offset < 0) queue.keepNewest(-offset);
      const limit = integer(args, "limit") ?? mostUpdates;
      const timeout = integer(args, "timeout") ?? 0;
      return polling.poll(
        limit >= 1 && limit <= mostUpdates ? limit : mostUpdates,
        Math.min(longestTimeoutSeconds, Math.max(0, timeout)),
        callerGone,
      );
    },

    setWebhook(args) {
      const url = text(args, "url");
      const secretToken = text(args, "secret_token");
      const maxConnections = integer(args, "max_connections") ?? defaultConnections;
      if (url !== "") checkWebhookUrl(url);
      if (secretToken.length > 256) throw badRequest("secret token is too long");
      if (!/^[A-Za-z0-9_-]*$/.test(secretToken)) throw badRequest("secret token contains unallowed characters");
      if (maxConnections < 1 || maxConnections > mostConnections) throw badRequest("max_connections must be 1-100");
      allow(queue.allow, args);
      if (flag(args, "drop_pending_updates")) queue.clear();
      if (url !== "") polling.endWith("terminated by setWebhook request");
      webhook.set(url === "" ? null : { url, secretToken, maxConnections });
      return true;
    },

    deleteWebhook(args) {
      if (flag(args, "drop_pending_updates")) queue.clear();
      webhook.set(null);
      return true;
    },

    getWebhookInfo() {
      const { target } = webhook;
      return {
        url: target?.url ?? "",
        has_custom_certificate: false,
        pending_update_count: queue.size,
        ...webhook.lastError(),
        ...(target === null ? {} : { max_connections: target.maxConnections, ip_address: "127.0.0.1" }),
        ...(queue.allowed.length === 0 ? {} : { allowed_updates: [...queue.allowed] }),
      };
    },
  };
}

/** Without the argument, what was allowed before goes on; an empty list is Telegram's default. */
function allow(setAllowed: (kinds: readonly UpdateKind[]) => void, args: Arguments<"allowed_updates">): void {
  const kinds = json(args, "allowed_updates");
  if (kinds === undefined) return;
  if (!Array.isArray(kinds)) throw badRequest("can't parse allowed updates JSON object: expected an Array of String");
  // Telegram ignores names that it does not know, and so does the queue: nothing of that kind is ever put into it.
  setAllowed(kinds.map((kind) => String(kind) as UpdateKind));
}

function checkWebhookUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || parsed.protocol !== "http:" || !isLoopbackHost(parsed.host)) {
    throw badRequest(
      `bad webhook: the playground delivers only to this machine, at an address such as http://127.0.0.1:3000/path, not to "${url}"`,
    );
  }
}
