#!/usr/bin/env node
// The executable: starts the bundle. Plain JavaScript that every Node can read, so that one that is too old says so.
import * as module from "node:module";

const { existsSync } = module.createRequire(import.meta.url)("node:fs");
const oldestNode = 20;
const root = new URL("../", import.meta.url);

if (Number(process.versions.node.split(".")[0]) < oldestNode) {
  process.stderr.write(`tenor needs Node ${oldestNode} or newer, and this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  const bundle = await currentBundle();
  module.enableCompileCache?.();
  await import(bundle.href);
}

/** An installed package has its bundle and no sources; a checkout bundles its sources whenever they have changed. */
async function currentBundle() {
  if (!existsSync(new URL("src/cli/main.ts", root))) return new URL("dist/tenor.mjs", root);
  const { bundleOfSources } = await import("../tools/bundle-once.mjs");
  return bundleOfSources();
}
