import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/postgres.ts"],
    // Processes and not threads: tests send signals and look at the memory of their own process.
    pool: "forks",
    // A file takes over the modules that were loaded for the one before: no module of ours keeps anything but constants.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
