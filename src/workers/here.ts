/** Chunks run in this process, one after the other; signals are heard between them. */
import { setImmediate } from "node:timers/promises";
import type { JobTransport, Part } from "./work.ts";

export function openHere(run: (part: Part) => Uint8Array, signal: AbortSignal | undefined): JobTransport {
  return {
    ahead: 1,
    async run({ part }) {
      await setImmediate();
      signal?.throwIfAborted();
      try {
        return { bytes: run(part) };
      } catch (error) {
        return { failed: error instanceof Error ? error.message : String(error) };
      }
    },
    close: async () => undefined,
  };
}
