import postgres from "postgres";

/**
 * A connection of ours that stays open as long as this process uses the server, so that no other process stops it
 * meanwhile.
 */
export interface Presence {
  /** Calls `stopServer` if nobody else is connected, in such a way that nobody can join in between. */
  leave(stopServer: () => void): Promise<void>;
}

/** Held by whoever decides whether to stop the server. Any number that nothing else in this database locks. */
const gate = 4_660_132;

/** Names under which these connections appear in the server's list. */
const present = "inloop present";
const leaving = "inloop leaving";

/** How long other connections that were just closed may take to vanish from the server's list, in milliseconds. */
const grace = 500;

export type JoinOutcome =
  | { readonly status: "joined"; readonly presence: Presence }
  /** The server starts, stops or is busy: try again. */
  | { readonly status: "unavailable"; readonly message: string }
  /** The password is wrong. */
  | { readonly status: "refused"; readonly message: string };

export async function joinServer(url: string): Promise<JoinOutcome> {
  const client = postgres(url, {
    max: 1,
    connect_timeout: 5,
    // By default the connection would be exchanged for another one after a while.
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => undefined,
    connection: { application_name: present, statement_timeout: 2500 },
  });
  try {
    // Waits for one who is stopping the server; if it does stop, this fails.
    await client`select pg_advisory_lock_shared(${gate}), pg_advisory_unlock_shared(${gate})`;
  } catch (cause) {
    await client.end({ timeout: 0 });
    const { code, message } = cause as { code?: string; message: string };
    return { status: code === "28P01" || code === "28000" ? "refused" : "unavailable", message };
  }
  return { status: "joined", presence: presenceOf(client) };
}

function presenceOf(client: postgres.Sql): Presence {
  const others = async () => {
    const [found] = await client<{ staying: boolean; unknown: boolean }[]>`
      select
        coalesce(bool_or(application_name = ${present}), false) as staying,
        coalesce(bool_or(application_name not in (${present}, ${leaving})), false) as unknown
      from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    return found ?? { staying: true, unknown: true };
  };

  return {
    async leave(stopServer) {
      try {
        await client`select set_config('application_name', ${leaving}, false), pg_advisory_lock(${gate})`;
        const until = performance.now() + grace;
        let { staying, unknown } = await others();
        while (unknown && !staying && performance.now() < until) {
          await client`select pg_sleep(0.01)`;
          ({ staying, unknown } = await others());
        }
        if (!(staying || unknown)) stopServer();
      } finally {
        await client.end({ timeout: 1 });
      }
    },
  };
}
