import { setFlagsFromString } from "node:v8";

/**
 * To be called once all is loaded; needs `--expose-gc`. What loading left behind goes. From then on the heap is marked in one go, some 20 ms
 * now and then: marked bit by bit, it meanwhile grows by as much as all the rest takes.
 */
export function settleMemory(): void {
  setFlagsFromString("--no-incremental-marking");
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
}
