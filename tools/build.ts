import { cpSync, globSync, rmSync } from "node:fs";
import { basename } from "node:path";
import type { Plugin } from "esbuild";
import { build } from "esbuild";

/**
 * Bundles the command line to dist/: `tenor.mjs`, and a bundle for each command. tsc then adds `lib/`, modules and types for
 * importers.
 *
 * Each command is bundled by itself, so that it holds only what it uses: in chunks that they share, `tenor check` would
 * load the engine and the JSON schemas with it, and starting takes longer than checking.
 */
async function bundleCommandLine(): Promise<void> {
  const commands = globSync("src/cli/commands/*.ts").map((path) => basename(path, ".ts"));
  await bundle("tenor", "src/cli/main.ts");
  for (const name of commands) await bundle(`commands/${name}`, `src/cli/commands/${name}.ts`);
}

async function bundle(name: string, entry: string): Promise<void> {
  await build({
    entryPoints: { [name]: entry },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunks/[name]-[hash]",
    plugins: [commandsApart],
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22",
    // Some packages call `require` in ways that can't be bundled in what they name for Node, and not in their ES modules.
    mainFields: ["module", "main"],
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

/** Leaves the import of a command as it is, for the bundle that the command becomes. */
const commandsApart: Plugin = {
  name: "commands apart",
  setup(building) {
    building.onResolve({ filter: /^\.\/commands\/[\w-]+\.ts$/ }, ({ path }) => ({
      path: path.replace(/\.ts$/, ".mjs"),
      external: true,
    }));
  },
};

rmSync("dist", { recursive: true, force: true });
await bundleCommandLine();
// tsc emits nothing for a declaration file, and the emitted types refer to these.
for (const path of globSync("{grammar,src}/**/*.d.ts")) cpSync(path, `dist/lib/${path}`);
