import { cpSync, globSync, rmSync } from "node:fs";
import { build } from "esbuild";

/**
 * Bundles the command line to dist/: `tenor.mjs` and its chunks. tsc then adds `lib/`, modules and types for importers.
 *
 * Commands that the command line imports dynamically become chunks of their own, loaded when they are used.
 */
async function bundleCommandLine(): Promise<void> {
  await build({
    entryPoints: { tenor: "src/cli/main.ts" },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22",
    // Names stay: Chevrotain reads the names of rules, and a bug report with names is worth the bytes.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "linked",
    // CommonJS packages inside an ES module bundle still call `require` for Node's own modules.
    banner: {
      js: 'import{createRequire as tenorRequire}from"node:module";const require=tenorRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
}

rmSync("dist", { recursive: true, force: true });
await bundleCommandLine();
// tsc emits nothing for a declaration file, and the emitted types refer to these.
for (const path of globSync("{grammar,src}/**/*.d.ts")) cpSync(path, `dist/lib/${path}`);
