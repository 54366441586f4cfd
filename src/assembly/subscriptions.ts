import { randomBytes } from "node:crypto";
import { deriveKey } from "../database/keys.ts";
import { createBroadcastsRepository } from "../features/broadcasts/repository.ts";
import { createSubscriptionsRepository } from "../features/subscriptions/repository.ts";
import { createSubscriptions, type Subscriptions } from "../features/subscriptions/subscriptions.ts";
import type { AppParts } from "./parts.ts";

/** Who asked to be told. */
export function openSubscriptions({
  database,
  secretKey,
  random = randomBytes,
}: Pick<AppParts, "database" | "secretKey" | "random">): Subscriptions {
  return createSubscriptions({
    database,
    repository: createSubscriptionsRepository(database),
    keys: { codes: deriveKey(secretKey, "subscriptions"), chats: deriveKey(secretKey, "subscribers") },
    random,
    // Whoever stops is sent nothing more, and nothing says what she was sent.
    dropDeliveries: createBroadcastsRepository(database).drop,
  });
}
