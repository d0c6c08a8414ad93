#!/usr/bin/env node
// The executable. Plain JavaScript that Node 20 can run: where the Node that runs it is too old for Tenor, it runs
// itself once more under the Node that the package brings.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import * as module from "node:module";
import { fileURLToPath } from "node:url";

const oldestNode = [22, 12];
const root = new URL("../", import.meta.url);
const bundle = new URL("dist/tenor.mjs", root);
const source = new URL("src/cli/main.ts", root);

const entry = bundleIsCurrent() ? bundle : source;

if (canRun(entry)) {
  module.enableCompileCache?.();
  await import(entry.href);
} else {
  runUnderPackagedNode();
}

/** An installed package has no sources; in a checkout, a bundle older than a source file is left aside. */
function bundleIsCurrent() {
  if (!existsSync(bundle)) return false;
  const built = statSync(bundle).mtimeMs;
  return ["src/", "grammar/"].every((folder) => newestChange(new URL(folder, root)) <= built);
}

function newestChange(folder) {
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder, { recursive: true });
  return Math.max(0, ...names.map((name) => statSync(new URL(name.replaceAll("\\", "/"), folder)).mtimeMs));
}

function canRun(file) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const isRecent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  // Sources are TypeScript, which later releases of Node 22 were the first to run without a flag.
  return isRecent && (file === bundle || Boolean(process.features.typescript));
}

function runUnderPackagedNode() {
  const node = packagedNode();
  if (node === undefined || process.env.TENOR_RERUN !== undefined) {
    process.stderr.write(
      `tenor needs Node ${oldestNode.join(".")} or newer, and this is ${process.versions.node}.\n` +
        "Install a newer Node, or run `npm run setup` in Tenor's folder to fetch one for it alone.\n",
    );
    process.exitCode = 2;
    return;
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, TENOR_RERUN: "1" },
  });
  // A terminal sends its interrupt to both processes; the others reach only this one.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (status, signal) => {
    process.exitCode = status ?? 128 + (signal === "SIGINT" ? 2 : 15);
  });
}

/** The Node that the workspace tools/runtime installs for this platform, where there is one. */
function packagedNode() {
  const { platform, arch } = process;
  const file = platform === "win32" ? "bin/node.exe" : "bin/node";
  return [`node-${platform}-${arch}`, `node-bin-${platform}-${arch}`, `node-win-${arch}`]
    .map((name) => fileURLToPath(new URL(`node_modules/${name}/${file}`, root)))
    .find((path) => existsSync(path));
}
