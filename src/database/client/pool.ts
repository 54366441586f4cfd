import { setTimeout as delay } from "node:timers/promises";
import { connectionLost, openSession, type Session } from "./session.ts";

/** Sessions that are shared by whoever needs one. */
export interface Pool {
  /** Runs `work` with a session that nobody else has meanwhile. */
  use<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** As many as ten embedded servers' clients would leave free; a statement takes a millisecond. */
const most = 10;

/** Milliseconds for which nobody tries to connect after it failed: while the server is away, fail at once. */
const pause = 200;

/** Milliseconds of silence after which the server is asked whether it is still there. */
const silence = 5000;

/** Milliseconds that it may take to say so. */
const askPatience = 3000;

/** Milliseconds that closing waits for what is under way. */
const closePatience = 5000;

export function createPool(url: string, name: string): Pool {
  const open = new Set<Session>();
  const idle: Session[] = [];
  const waiting: (() => void)[] = [];
  let failedAt = Number.NEGATIVE_INFINITY;
  let failure: unknown;
  let isClosed = false;

  async function take(): Promise<Session> {
    for (;;) {
      if (isClosed) {
        throw connectionLost();
      }
      const session = idle.pop();
      if (session !== undefined && !session.isOver()) {
        return session;
      }
      if (session === undefined && open.size < most) {
        if (performance.now() - failedAt < pause) {
          // Nor will who waits behind find one.
          waiting.shift()?.();
          throw connectionLost(failure);
        }
        return opened();
      }
      if (session === undefined) {
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    }
  }

  function opened(): Session {
    const session = openSession({
      url,
      name,
      onOver() {
        open.delete(session);
        waiting.shift()?.();
      },
    });
    open.add(session);
    return session;
  }

  async function working<T>(session: Session, work: (session: Session) => Promise<T>): Promise<T> {
    const ended = new AbortController();
    try {
      return await Promise.race([work(watched(session, ended.signal)), unlessGone(session, ended.signal)]);
    } finally {
      ended.abort();
    }
  }

  /** Rejects when the server has been silent for long and does not answer others either; a slow statement is waited for. */
  async function unlessGone(session: Session, ended: AbortSignal): Promise<never> {
    while (!ended.aborted) {
      await delay(silence, undefined, { signal: ended, ref: false }).catch(() => undefined);
      if (!ended.aborted && !(await answers())) {
        void session.end();
        throw connectionLost(Object.assign(new Error("PostgreSQL is silent"), { code: "SILENT" }));
      }
    }
    return new Promise(() => undefined);
  }

  async function answers(): Promise<boolean> {
    const session = openSession({ url, name });
    try {
      const asked = session.run("select 1", [], "values").then(
        () => true,
        () => false,
      );
      return await Promise.race([asked, delay(askPatience, false, { ref: false })]);
    } finally {
      void session.end();
    }
  }

  return {
    async use(work) {
      const session = await take();
      try {
        const result = await working(session, work);
        failedAt = Number.NEGATIVE_INFINITY;
        return result;
      } catch (cause) {
        if (session.isOver()) {
          failedAt = performance.now();
          failure = cause;
        }
        throw cause;
      } finally {
        if (session.isOver()) {
          open.delete(session);
        } else {
          idle.push(session);
        }
        waiting.shift()?.();
      }
    },
    async close() {
      isClosed = true;
      for (const resolve of waiting.splice(0)) {
        resolve();
      }
      const until = performance.now() + closePatience;
      while (idle.length < open.size && performance.now() < until) {
        await delay(10);
      }
      await Promise.all([...open].map((session) => session.end()));
    },
  };
}

/** What is left of a piece of work that was given up must not reach whoever uses the session next. */
function watched(session: Session, ended: AbortSignal): Session {
  return {
    ...session,
    run: (...asked) => (ended.aborted ? Promise.reject(connectionLost()) : session.run(...asked)),
  };
}
