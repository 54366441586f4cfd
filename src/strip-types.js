// Node.js strips types by itself, but keeps what it needs for that as long as it runs: WebAssembly, and 20 MB of memory. So a
// process of its own strips our sources, before any of them is loaded, and ends. Where it fails, Node.js does it after all.
import { spawnSync } from "node:child_process";
import module from "node:module";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./stripped-sources.js", import.meta.url));
const { status, stdout } = spawnSync(process.execPath, [program], {
  // Our keys are none of its business.
  env: {},
  stdio: ["ignore", "pipe", "ignore"],
  maxBuffer: 64 * 1024 * 1024,
});

if (status === 0) {
  const sources = new Map(JSON.parse(stdout));
  module.registerHooks({
    load(url, context, loadItself) {
      const source = sources.get(url);
      sources.delete(url);
      return source === undefined ? loadItself(url, context) : { format: "module", source, shortCircuit: true };
    },
  });
}
