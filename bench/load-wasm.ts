/** Makes an instance of a module by the platform. */
import type { WasmExports } from "../src/bulk/routine/webassembly.ts";

export function loadByPlatform(bytes: Uint8Array<ArrayBuffer>): WasmExports {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  return exports as unknown as WasmExports;
}
