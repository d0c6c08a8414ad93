// `npm run build`: the bundles of the command line in dist/, and the language server for a web worker. tsc then adds dist/lib/, modules and types for importers.
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleTo, bundleWorkerTo } from "./bundle.mjs";

rmSync("dist", { recursive: true, force: true });
await bundleTo("dist");
await bundleWorkerTo("dist");
// tsc emits nothing for a declaration file, and the emitted types refer to these.
for (const folder of ["grammar", "src"]) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (path.endsWith(".d.ts")) cpSync(path, join("dist/lib", path));
  }
}
