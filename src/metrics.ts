import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { createIntentCounts } from "./core/metering/intent-counts.ts";
import type { Meter } from "./core/metering/meter.ts";
import type { Route } from "./http/routes.ts";

export interface Metrics {
  readonly meter: Meter;
  readonly routes: readonly Route[];
}

/** Seconds. Telegram gives up after a minute, and a parent long before. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Figures for Prometheus, under `/metrics`. Loaded only where `METRICS_PORT` is set: it takes memory.
 *
 * @param readiness `ready`, or what is missing
 */
export function createMetrics(readiness: () => Promise<string>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: "inloop_update_seconds",
    help: "How long updates took from their arrival until their effect was safe and their answer sent",
    buckets,
    registers,
  });
  const errors = new Counter({
    name: "inloop_errors_total",
    help: "Failures by kind: database, telegram, network, bug",
    labelNames: ["kind"],
    registers,
  });
  const deliveries = new Counter({
    name: "inloop_deliveries_total",
    help: "Attempts to tell a parent something, by what became of them: sent, gone, failed, again",
    labelNames: ["outcome"],
    registers,
  });
  const intents = new Gauge({
    name: "inloop_intents_yesterday",
    help: "How often something was asked on the last whole day; what was asked fewer than 5 times is left out",
    labelNames: ["intent"],
    registers,
  });
  new Gauge({
    name: "inloop_ready",
    help: "1 where the bot answers with all that it needs",
    registers,
    async collect() {
      this.set((await readiness()) === "ready" ? 1 : 0);
    },
  });
  const counts = createIntentCounts();

  return {
    meter: {
      handled: (taken) => seconds.observe(taken),
      failed: (kind) => errors.inc({ kind }),
      delivered: (outcome) => deliveries.inc({ outcome }),
      asked: counts.note,
      turnDay() {
        intents.reset();
        for (const [intent, count] of counts.turn()) {
          intents.set({ intent }, count);
        }
      },
    },
    routes: [
      {
        method: "GET",
        path: "/metrics",
        answer: async () => ({
          status: 200,
          headers: { "Content-Type": registry.contentType },
          body: await registry.metrics(),
        }),
      },
    ],
  };
}
