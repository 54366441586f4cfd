import postgres from "postgres";

/** One connection, for one piece of work at a time. */
export interface Session {
  run(text: string, parameters: readonly unknown[], rows: "objects" | "values"): Promise<Result>;
  /** Whether it broke. It takes nothing more then. */
  isOver(): boolean;
  end(): Promise<void>;
}

export type Result = postgres.RowList<postgres.Row[]>;

export interface SessionOptions {
  readonly url: string;
  /** How the server names it. */
  readonly name: string;
  readonly onNotification?: (channel: string, payload: string) => void;
  readonly onOver?: () => void;
}

/** Seconds that connecting may take. */
const connectPatience = 5;

/**
 * A client of postgres.js that has one connection and is never used again once that broke. The library itself connects anew on the same
 * object, with what was left to write of the old connection (so that the new one hangs), writes a `rollback` to the connection that is gone
 * (a TypeError in a timer, which ends the process), and sends what is left of a transaction to the new one, outside of any transaction.
 * It also asks for the types of arrays in a promise that nobody holds (`fetch_types`); Drizzle reads arrays without them.
 */
export function openSession({ url, name, onNotification, onOver }: SessionOptions): Session {
  let isOver = false;
  const client = postgres(url, {
    max: 1,
    fetch_types: false,
    connect_timeout: connectPatience,
    // Otherwise it would be closed after half an hour in the middle of whatever it does.
    max_lifetime: null,
    onnotice: () => undefined,
    connection: { application_name: name },
    onclose: over,
    ...(onNotification === undefined ? {} : { onnotify: onNotification }),
  });
  // Texts as the server writes them: Drizzle makes of them what the schema says.
  for (const type of dates) {
    client.options.parsers[type] = asItIs;
    client.options.serializers[type] = asItIs;
  }
  for (const type of json) {
    client.options.serializers[type] = asItIs;
  }

  function over(): void {
    if (!isOver) {
      isOver = true;
      onOver?.();
    }
  }

  return {
    async run(text, parameters, rows) {
      if (isOver) {
        throw connectionLost();
      }
      const query = client.unsafe(text, [...parameters] as never[]);
      try {
        return (await (rows === "values" ? query.values() : query)) as Result;
      } catch (cause) {
        // Of a connection that failed the library forgets whatever is written to it before it is closed.
        if (!(cause instanceof postgres.PostgresError)) {
          over();
          void client.end({ timeout: 0 });
        }
        throw cause;
      }
    },
    isOver: () => isOver,
    async end() {
      over();
      await client.end({ timeout: 0 });
    },
  };
}

export function connectionLost(cause?: unknown): Error {
  return Object.assign(new Error("The connection to PostgreSQL is gone", { cause }), { code: "CONNECTION_CLOSED" });
}

/** date, timestamp and interval, alone and in arrays; as Drizzle's own driver for postgres.js has it. */
const dates = [1082, 1083, 1114, 1182, 1185, 1115, 1231, 1184];
const json = [114, 3802];
const asItIs = <T>(value: T) => value;
