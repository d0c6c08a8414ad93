import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/**
 * Paths of the project's own files, relative to its root, sorted: what git tracks, or would track if added.
 *
 * In a copy without git, every file outside the folders that .gitignore names.
 */
export function projectFiles(): string[] {
  return (existsSync(".git") ? filesKnownToGit() : filesOnDisk()).toSorted();
}

function filesKnownToGit(): string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  return listed
    .toString()
    .split("\0")
    .filter((path) => path !== "" && existsSync(path));
}

function filesOnDisk(): string[] {
  const ignored = readFileSync(".gitignore", "utf8")
    .split("\n")
    .filter((line) => line.endsWith("/"));
  return readdirSync(".", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/").replace(/^\.\//, ""))
    .filter((path) => !ignored.some((folder) => `/${path}`.includes(`/${folder}`)));
}
