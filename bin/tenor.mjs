#!/usr/bin/env node
// The executable: starts the bundle. Plain JavaScript that every Node can read, so that one that is too old says so.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { existsSync } = require("node:fs");
const oldestNode = 20;
const root = new URL("../", import.meta.url);

if (Number(process.versions.node.split(".")[0]) < oldestNode) {
  process.stderr.write(`tenor needs Node ${oldestNode} or newer, and this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  require(await currentBundle());
}

/** An installed package has its bundle and no sources; a checkout bundles its sources whenever they have changed. */
async function currentBundle() {
  if (!existsSync(new URL("src/cli/main.ts", root))) return fileURLToPath(new URL("dist/tenor.cjs", root));
  const { bundleOfSources } = await import("../tools/bundle-once.mjs");
  return bundleOfSources();
}
