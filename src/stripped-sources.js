// Prints every source of this folder without its types, as JSON: pairs of address and text.
import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

const addresses = globSync("**/*.ts", { cwd: new URL(".", import.meta.url) }).map(
  (path) => new URL(path, import.meta.url),
);
const sources = addresses.map((address) => [address.href, stripTypeScriptTypes(readFileSync(address, "utf8"))]);
process.stdout.write(JSON.stringify(sources));
