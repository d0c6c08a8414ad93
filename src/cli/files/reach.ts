/** Which files may be opened: whatever the command names, and what lies in the folders that this vouches for. */
import { realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

/** A file that the command names may lie anywhere; one that a file names has to lie in one of these folders. */
export type Reach = "command" | readonly string[];

/** What a file in a folder may name: files in that folder, in the folder one is in, and in those that come with the command. */
export function reachFrom(folder: string, named: readonly string[] = []): readonly string[] {
  return [folder, process.cwd(), ...named];
}

/**
 * The folder beside one in which a scenario may have its data, as `../market` of `../market/prices.csv`: but no file that
 * lies beside the folder itself, and nothing below the root of all files.
 */
export function foldersBeside(folder: string, name: string): readonly string[] {
  const above = dirname(resolve(folder));
  const [first = "", ...rest] = relative(above, resolve(folder, name)).split(sep);
  const isBeside = first !== "" && first !== ".." && rest.length > 0 && name.endsWith(".csv");
  return isBeside && above !== dirname(above) ? [join(above, first)] : [];
}

/**
 * The folder that holds everything which a command names, where it names several things: one command for the files of
 * two folders vouches for what lies beside them. Never the root of all files.
 */
export function foldersNamed(paths: readonly string[]): readonly string[] {
  if (paths.length < 2) return paths.map((path) => resolve(path));
  const common = paths
    .map((path) => dirname(resolve(path)))
    .reduce((one, other) => {
      let folder = one;
      while (!isWithin(other, folder)) folder = dirname(folder);
      return folder;
    });
  return common === dirname(common) ? [] : [common];
}

/** Whether a file lies in one of the folders once links are followed; of one that is not there, as far as the path leads. */
export function isInReach(path: string, reach: Reach): boolean {
  if (reach === "command") return true;
  const place = real(path);
  return realFolders(reach).some((folder) => isWithin(place, folder));
}

const known = new WeakMap<readonly string[], readonly string[]>();

/** Links of the folders are followed once, however many files are looked for in them. */
function realFolders(reach: readonly string[]): readonly string[] {
  const folders = known.get(reach) ?? [...new Set(reach)].map(real);
  known.set(reach, folders);
  return folders;
}

function real(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(resolve(path));
    return folder === resolve(path) ? folder : join(real(folder), basename(path));
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}
