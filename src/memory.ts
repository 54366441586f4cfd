import { getHeapStatistics, setFlagsFromString } from "node:v8";

/** Bytes in use once all is loaded, above which a heap is no small server's: some thousands of places. */
const large = 64 * 2 ** 20;

/**
 * To be called once all is loaded; needs `--expose-gc`. What loading left behind goes. From then on the heap is marked in one go, some 20 ms
 * now and then: marked bit by bit, it meanwhile grows by as much as all the rest takes. A large heap takes 100 ms, and is given
 * room so that it happens as rarely.
 */
export function settleMemory(): void {
  setFlagsFromString("--no-incremental-marking");
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
  if (getHeapStatistics().used_heap_size > large) {
    setFlagsFromString("--heap-growing-percent=50");
  }
}
