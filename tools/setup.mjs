// Installs what package-lock.json names, where something of it is missing. Plain JavaScript: Node 20 runs it.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

if (!isInstalled()) {
  process.stderr.write("Installing Tenor's packages, once (about half a minute) ...\n");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    // What npm says goes to standard error, so that standard output stays the command's own.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Versions are compared, not times: a checkout or a copy sets the times of files as it likes. */
function isInstalled() {
  const installed = packagesOf("node_modules/.package-lock.json");
  return Object.entries(packagesOf("package-lock.json")).every(
    ([path, wanted]) => path === "" || wanted.optional || wanted.link || installed[path]?.version === wanted.version,
  );
}

function packagesOf(file) {
  return existsSync(root + file) ? JSON.parse(readFileSync(root + file, "utf8")).packages : {};
}
