import { setTimeout as delay } from "node:timers/promises";
import { openSession, type Session } from "./session.ts";

/** Hears notifications, over one connection that is made anew whenever it breaks. */
export interface Listening {
  /** Calls `onConnect` at once and after every reconnection. Rejects where it cannot listen the first time. */
  listen(channel: string, onEvent: (payload: string) => void, onConnect: () => void): Promise<void>;
  close(): Promise<void>;
}

interface Listener {
  readonly channel: string;
  readonly onEvent: (payload: string) => void;
  readonly onConnect: () => void;
}

/** Milliseconds before connecting again. */
const pause = 200;

/** Milliseconds between two signs of life: a connection may be gone without a word. */
const lookEvery = 15_000;
const lookPatience = 5000;

export function createListening(url: string, name: string): Listening {
  const listeners: Listener[] = [];
  const closing = new AbortController();
  let session: Session | undefined;
  let working: Promise<void> | undefined;

  function opened(onOver: () => void): Session {
    return openSession({
      url,
      name,
      onOver,
      onNotification: (channel, payload) => {
        for (const listener of listeners) {
          if (listener.channel === channel) {
            listener.onEvent(payload);
          }
        }
      },
    });
  }

  /** @returns when the connection broke */
  async function connected(first?: PromiseWithResolvers<void>): Promise<void> {
    const { promise: over, resolve: onOver } = Promise.withResolvers<void>();
    const own = opened(onOver);
    session = own;
    try {
      for (const channel of new Set(listeners.map((listener) => listener.channel))) {
        await own.run(`listen "${channel}"`, [], "values");
      }
      first?.resolve();
      for (const { onConnect } of listeners) {
        onConnect();
      }
      await Promise.race([over, silent(own)]);
    } finally {
      void own.end();
    }
  }

  async function silent(own: Session): Promise<void> {
    while (!own.isOver()) {
      await delay(lookEvery, undefined, { ref: false, signal: closing.signal });
      const look = own.run("select 1", [], "values").then(() => true);
      if (!(await Promise.race([look, delay(lookPatience, false, { ref: false })]))) {
        return;
      }
    }
  }

  async function work(first: PromiseWithResolvers<void>): Promise<void> {
    await connected(first).catch(first.reject);
    while (!closing.signal.aborted) {
      await delay(pause, undefined, { signal: closing.signal }).catch(() => undefined);
      if (!closing.signal.aborted) {
        // The server is away; whoever asks it something says so.
        await connected().catch(() => undefined);
      }
    }
  }

  return {
    async listen(channel, onEvent, onConnect) {
      const isNew = listeners.every((listener) => listener.channel !== channel);
      listeners.push({ channel, onEvent, onConnect });
      if (working === undefined) {
        const first = Promise.withResolvers<void>();
        working = work(first);
        await first.promise;
        return;
      }
      if (isNew) {
        await session?.run(`listen "${channel}"`, [], "values");
      }
      onConnect();
    },
    async close() {
      closing.abort();
      await session?.end();
      await working;
    },
  };
}
