// The bundle of the sources as they are now, for runs from a checkout: made once, and again when a file has changed.
// Plain JavaScript that Node 20 can run.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Beside the packages, as other tools keep theirs: it goes when they are installed anew. */
const bundles = join(root, "node_modules/.cache/tenor");
const keptBundles = 3;

/** Its path. */
export async function bundleOfSources() {
  const folder = join(bundles, stateOfSources());
  if (!existsSync(folder)) await makeBundle(folder);
  return join(folder, "tenor.cjs");
}

/** Names, sizes and times of all files that go into the bundle. */
function stateOfSources() {
  const state = createHash("sha256");
  for (const part of ["src", "grammar", "tools/bundle.mjs", "package-lock.json"]) {
    for (const path of filesIn(join(root, part))) {
      const { size, mtimeMs } = statSync(path);
      state.update(`${path}\n${size} ${mtimeMs}\n`);
    }
  }
  return state.digest("hex").slice(0, 16);
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((it) => {
    const inside = join(path, it.name);
    return it.isDirectory() ? filesIn(inside) : [inside];
  });
}

/** Another process may make the same bundle at the same time: each finds a whole folder or none. */
async function makeBundle(folder) {
  const { bundleTo } = await import("./bundle.mjs").catch(explainMissingPackage);
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  await bundleTo(unfinished, "silent").catch((error) => {
    rmSync(unfinished, { recursive: true, force: true });
    explainMissingPackage(error);
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
  rmSync(unfinished, { recursive: true, force: true });
  removeOldBundles();
}

/** The sources may be newer than the packages: a newer version of Tenor may need more of them. */
function explainMissingPackage(error) {
  const unresolved = error.errors?.some(({ text }) => /^Could not resolve "[^./]/.test(text));
  if (error.code !== "ERR_MODULE_NOT_FOUND" && !unresolved) throw error;
  process.stderr.write("Tenor's packages are not all installed: run `npm start` in its folder once.\n");
  process.exit(2);
}

/** Folders with a point in their names are being written. */
function removeOldBundles() {
  const finished = readdirSync(bundles).filter((name) => !name.includes("."));
  const times = finished.map((name) => {
    const path = join(bundles, name);
    return { path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  const old = times.toSorted((a, b) => b.time - a.time).slice(keptBundles);
  for (const { path } of old) rmSync(path, { recursive: true, force: true });
}
