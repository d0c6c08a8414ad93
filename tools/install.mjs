// Installs what package-lock.json names, where something of it is missing. Plain JavaScript: Node 20 runs it.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** `npm ci` of everything, or of what running from a checkout needs: no tools, and no Node besides the one at hand. */
const installs = {
  everything: { words: "packages, once (about half a minute)", args: [] },
  running: {
    words: "packages to run, once (some seconds)",
    args: ["--omit=dev", "--workspace=tools/bundler", "--include-workspace-root"],
  },
};

export function install(what) {
  if (isInstalled(what)) return;
  const { words, args } = installs[what];
  process.stderr.write(`Installing Tenor's ${words} ...\n`);
  const { status } = spawnSync("npm", ["ci", ...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    // What npm says goes to standard error, so that standard output stays the command's own.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Versions are compared, not times: a checkout or a copy sets the times of files as it likes. */
function isInstalled(what) {
  const installed = packagesOf("node_modules/.package-lock.json");
  return Object.entries(packagesOf("package-lock.json")).every(
    ([path, wanted]) =>
      !path.startsWith("node_modules/") ||
      wanted.optional ||
      wanted.link ||
      (what === "running" && wanted.dev) ||
      installed[path]?.version === wanted.version,
  );
}

function packagesOf(file) {
  return existsSync(root + file) ? JSON.parse(readFileSync(root + file, "utf8")).packages : {};
}
