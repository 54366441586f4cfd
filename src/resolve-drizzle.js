// Each file that Node.js resolves has it read the package.json around it anew. Drizzle's is 180 KB long and it has hundreds of
// files: half of what a start costs. They name each other by their paths, and all of them are modules: nothing is to be looked up.
import module from "node:module";

const drizzle = /\/node_modules\/drizzle-orm\//;

module.registerHooks({
  resolve(specifier, context, resolveItself) {
    const { parentURL } = context;
    const isPath = specifier.startsWith(".") && specifier.endsWith(".js");
    return isPath && parentURL !== undefined && drizzle.test(parentURL)
      ? { url: new URL(specifier, parentURL).href, format: "module", shortCircuit: true }
      : resolveItself(specifier, context);
  },
});
