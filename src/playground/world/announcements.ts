import type { PlaygroundEvent } from "../protocol.ts";

/** What happens in the chats, told to the chat pages that are open. */
export interface Announcements {
  /** The event is only made when somebody listens: benchmarks run without a page. */
  announce(makeEvent: () => PlaygroundEvent): void;
  /** Answers a function that stops listening. */
  listen(listener: (event: PlaygroundEvent) => void): () => void;
}

export function createAnnouncements(): Announcements {
  const listeners = new Set<(event: PlaygroundEvent) => void>();
  return {
    announce(makeEvent) {
      if (listeners.size === 0) return;
      const event = makeEvent();
      for (const listener of listeners) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
