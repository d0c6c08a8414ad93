import { existsSync } from "node:fs";
import { join } from "node:path";

/** The command that runs Tenor: the one that is set, that of an open folder, or the one on the path. */
export function commandFor(
  set: readonly string[],
  folders: readonly string[],
  platform: string,
): readonly [string, ...string[]] {
  const [command, ...args] = set;
  if (command !== undefined) return [command, ...args];
  for (const folder of folders) {
    for (const path of ["bin/tenor.mjs", "node_modules/tenor/bin/tenor.mjs"]) {
      if (existsSync(join(folder, path))) return ["node", join(folder, path)];
    }
  }
  return [platform === "win32" ? "tenor.cmd" : "tenor"];
}
