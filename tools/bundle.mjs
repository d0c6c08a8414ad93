// Bundles the command line: `tenor.cjs`, which loads the others, `main.cjs`, a bundle for each command, and the compiler.
// Plain JavaScript that Node 20 can run.
//
// Each is bundled by itself, so that it holds only what it uses: in chunks that they share, `tenor check` would load the
// engine with it, and starting takes longer than checking. What reads templates is a bundle of its own, because it is
// not loaded where the cache has the program. So is what draws charts, what writes workbooks and what reads Word documents, because
// few commands need them, and what hands out work, with the thread that runs it.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Writes the bundles to a folder; `logLevel` says what esbuild prints beside the error that it throws. */
export async function bundleTo(outdir, logLevel = "warning") {
  const compiler = await build({
    ...options,
    logLevel,
    outdir,
    entryPoints: { compiler: "src/cli/compiled/compiler.ts" },
    write: false,
  });
  const code = createHash("sha256")
    .update(compiler.outputFiles.map(({ text }) => text).join("\n"))
    .digest("hex");
  const thread = await build({
    ...options,
    logLevel,
    outdir,
    entryPoints: { thread: "src/workers/threads/thread.ts" },
    write: false,
  });
  const work = createHash("sha256").update(thread.outputFiles[0].text).digest("hex");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  // What is in the cache is what this very compiler makes; what runs chunks of a run is this very code, on every machine.
  const define = {
    TENOR_COMPILER: JSON.stringify(code),
    TENOR_WORK: JSON.stringify(`${version}-${work.slice(0, 12)}`),
  };
  const files = readdirSync(join(root, "src/cli/commands"), { recursive: true, encoding: "utf8" });
  const commands = files.filter((file) => file.endsWith(".ts"));
  const entries = [
    ["compiler", "src/cli/compiled/compiler.ts"],
    ["tenor", "src/cli/start.ts"],
    ["main", "src/cli/main.ts"],
    ["crash", "src/cli/crash.ts"],
    ["charts", "src/charts/draw-chart.ts"],
    ["sheets", "src/sheets/write-workbook.ts"],
    ["documents", "src/documents/word-text.ts"],
    ["parquet", "src/parquet/parquet.ts"],
    ["workers", "src/workers/workers.ts"],
    ["thread", "src/workers/threads/thread.ts"],
    // All bundles of commands lie in one folder, whatever room their sources are in.
    ...commands.map((file) => [`commands/${basename(file, ".ts")}`, join("src/cli/commands", file)]),
  ];
  const bundled = async ([name, entry]) => {
    const built = {
      ...options,
      logLevel,
      outdir,
      define: { ...options.define, ...define },
      entryPoints: { [name]: entry },
    };
    const { outputFiles } = await build({ ...built, write: false });
    for (const { path, text } of outputFiles) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, inAscii(text));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, first) => eachFrom(first, entries, bundled)));
}

/** Each bundle holds all sources in memory while it is made: all at once would take gigabytes. */
const atOnce = 3;

/** Does something with every `atOnce`th entry, one after the other. */
async function eachFrom(first, entries, work) {
  for (let index = first; index < entries.length; index += atOnce) await work(entries[index]);
}

/** The language server for a web worker, as one script: `tenor-worker.js`. */
export async function bundleWorkerTo(outdir) {
  const plugins = [
    {
      name: "without Word documents",
      setup(building) {
        building.onResolve({ filter: /\/documents\/word-text\.ts$/ }, ({ path }) => ({ path, external: true }));
      },
    },
  ];
  await build({
    absWorkingDir: root,
    entryPoints: { "tenor-worker": "src/lsp/worker.ts" },
    outdir,
    plugins,
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "es2023",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "linked",
    logLevel: "warning",
  });
}

/**
 * A text of ASCII alone is read fastest, and V8 keeps it in half the room. esbuild escapes what is beyond that in strings; in
 * patterns and templates, where it stays, the same escapes say the same.
 */
function inAscii(text) {
  return text.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Leaves the import of what is bundled apart as it is. */
const bundledApart = {
  name: "bundled apart",
  setup(building) {
    const apart = (path) => ({ path, external: true });
    building.onResolve({ filter: /^\.\/(?:commands\/[\w/-]+|crash)\.ts$/ }, ({ path }) =>
      apart(path.replace(/commands\/.*\//, "commands/").replace(/\.ts$/, ".cjs")),
    );
    // Seen from a command, or from a chunk of one.
    const alone =
      /\/(charts|sheets|documents|parquet|workers)\/(?:draw-chart|write-workbook|word-text|parquet|workers)\.ts$/;
    building.onResolve({ filter: alone }, ({ kind, path }) =>
      kind === "dynamic-import" ? apart(`../${alone.exec(path)?.[1]}.cjs`) : undefined,
    );
    building.onResolve({ filter: /^\.\/compiler\.ts$/ }, ({ importer }) =>
      importer.endsWith("/cli/compiled/compiled.ts") ? apart("../compiler.cjs") : undefined,
    );
  },
};

/** Commander starts other programs for commands that live in them; Tenor has none, and the module takes long to load. */
const noOtherPrograms = {
  name: "no other programs",
  setup(building) {
    building.onResolve({ filter: /^(node:)?child_process$/ }, ({ path }) => ({ path, namespace: "none" }));
    building.onLoad({ filter: /./, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
  },
};

/**
 * Node's own modules are required: `import` reads every name that a module exports, and some names load other modules,
 * such as the streams of `node:fs`.
 */
const requiredOfNode = {
  name: "required of Node",
  setup(building) {
    building.onResolve({ filter: /^node:/ }, ({ path, kind }) =>
      kind === "import-statement" ? { path, namespace: "node", sideEffects: false } : undefined,
    );
    building.onLoad({ filter: /./, namespace: "node" }, async ({ path }) => ({
      contents: whenCalled.get(path) ?? (await namesOf(path)),
    }));
  },
};

/** Modules that take long to load and that few commands need, with the one function that they are there for. */
const whenCalled = new Map([
  ["node:crypto", 'export const createHash = (name) => require("node:crypto").createHash(name);'],
]);

async function namesOf(path) {
  const names = Object.keys(await import(path)).filter((name) => name !== "default" && name !== "module.exports");
  const lines = names.map((name) => `export const ${name} = /* @__PURE__ */ (() => own.${name})();`);
  return `const own = /* @__PURE__ */ require(${JSON.stringify(path)});\n${lines.join("\n")}\nexport default own;\n`;
}

/** Node computes SHA-256 itself; the library's own is for browsers. */
const shaOfNode = {
  name: "SHA-256 of Node",
  setup(building) {
    building.onResolve({ filter: /^@noble\/hashes\/sha2\.js$/ }, () => ({ path: "sha256", namespace: "sha256" }));
    building.onLoad({ filter: /./, namespace: "sha256" }, () => ({
      contents: `import { createHash } from "node:crypto";
        export const sha256 = (bytes) => createHash("sha256").update(bytes).digest();`,
    }));
  },
};

const options = {
  absWorkingDir: root,
  outExtension: { ".js": ".cjs" },
  plugins: [bundledApart, noOtherPrograms, shaOfNode, requiredOfNode],
  bundle: true,
  // They start files of their own, or are there only where somebody installed them.
  external: ["piscina", "bullmq", "ioredis"],
  // Of scripts V8 can keep the code, of modules in Node 20 it can't: src/cli/start.ts.
  format: "cjs",
  supported: { "dynamic-import": false },
  define: { "import.meta.url": "urlOfBundle" },
  platform: "node",
  target: "node20",
  // Some packages call `require` in ways that can't be bundled in what they name for Node, and not in their ES modules.
  mainFields: ["module", "main"],
  // Names stay: Chevrotain reads the names of rules, and a bug report with names is worth the bytes.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "linked",
  banner: { js: '"use strict";const urlOfBundle=require("node:url").pathToFileURL(__filename).href;' },
};
