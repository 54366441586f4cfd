// Asks the registry whether a flaw is known in anything that the bot is shipped with; ends with 1 where one is. A registry that
// cannot be asked is said, and fails nothing: a build must not depend on the network's mood.
import { spawnSync } from "node:child_process";

const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { encoding: "utf8" });
const report = read(stdout);
const found = Object.values(report?.vulnerabilities ?? {});

if (report?.metadata?.vulnerabilities === undefined) {
  process.stdout.write(
    `npm audit: the registry could not be asked (${report?.statusCode ?? "no answer"}); ask again later.\n`,
  );
} else if (found.length === 0) {
  process.stdout.write("npm audit: nothing known against what the bot is shipped with.\n");
} else {
  for (const { name, severity, range } of found) {
    process.stderr.write(`npm audit: ${name} ${range} has a known flaw (${severity}); see npm audit --omit=dev\n`);
  }
  process.exitCode = 1;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}
