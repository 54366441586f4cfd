import { plain, type Route } from "./routes.ts";

/** What a bot needs to answer with all that it has, in the order in which it is looked at. */
export interface Needs {
  /** How many migrations the database has had; fails where it is away. */
  readonly appliedMigrations: () => Promise<number>;
  readonly knownMigrations: number;
  /** Whether all places are in memory, as the database has them. */
  readonly hasSchedule: () => boolean;
  /** Whether updates come in. */
  readonly receives: () => boolean;
  /** Whether the process is about to end: it still answers, but a balancer must ask another. */
  readonly isStopping: () => boolean;
}

export type Readiness = "ready" | "stopping" | "database" | "migrations" | "schedule" | "receiving";

/** Milliseconds that the database may take. */
const patience = 2000;

/** Milliseconds for which an answer holds: whoever asks often must not keep the database busy. */
const holds = 500;

/** @returns says what is missing, in one word */
export function createReadiness(needs: Needs): () => Promise<Readiness> {
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<Readiness>;

  async function look(): Promise<Readiness> {
    const applied = await inTime(needs.appliedMigrations()).catch(() => undefined);
    if (applied === undefined) {
      return "database";
    }
    if (applied < needs.knownMigrations) {
      return "migrations";
    }
    if (!needs.hasSchedule()) {
      return "schedule";
    }
    return needs.receives() ? "ready" : "receiving";
  }

  return async () => {
    if (needs.isStopping()) {
      return "stopping";
    }
    if (performance.now() - asked > holds) {
      asked = performance.now();
      answer = look();
    }
    return answer;
  };
}

function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("The database took too long")), patience);
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}

/** `/healthz`: the process lives. `/readyz`: it has all that it needs; 503 and what is missing where it has not. */
export function healthRoutes(readiness: () => Promise<Readiness>): readonly Route[] {
  return [
    { method: "GET", path: "/healthz", answer: () => plain(200, "ok") },
    {
      method: "GET",
      path: "/readyz",
      async answer() {
        const found = await readiness();
        return plain(found === "ready" ? 200 : 503, found);
      },
    },
  ];
}
