import { defineConfig } from "vitest/config";

/** Tests that start processes of their own: what they leave is cleaned up when their worker ends. */
const withProcesses = [
  "tests/{anonymity,architecture,browser,cli,container,database,process}/**/*.test.ts",
  "tests/http/protection.test.ts",
  "tests/features/{broadcasts/crash,reports/*,posters}.test.ts",
  "tests/*.test.ts",
];

export default defineConfig({
  test: {
    globalSetup: ["tests/support/postgres.ts"],
    // Processes and not threads: tests send signals and look at the memory of their own process.
    pool: "forks",
    execArgv: ["--import", new URL("src/resolve-drizzle.js", import.meta.url).href],
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: "app",
          include: ["tests/{core,features,http,i18n,playground,telegram}/**/*.test.ts"],
          exclude: withProcesses,
          // A file takes over the modules that the one before has loaded: none of them keeps anything but constants.
          isolate: false,
        },
      },
      { extends: true, test: { name: "processes", include: withProcesses } },
    ],
  },
});
