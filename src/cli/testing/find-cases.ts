import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { NamedText } from "../../index.ts";
import { readText, standardInput } from "../files/files.ts";
import { withStories } from "../files/open-story.ts";
import { isPassedOver } from "../files/templates/templates-under.ts";
import type { Problem } from "../problem.ts";

/** Something to test, by the path that finds it: a scenario with its text, a template, or what can't be had. */
export type Case =
  | { readonly kind: "scenario"; readonly path: string; readonly read: NamedText }
  | { readonly kind: "template"; readonly path: string }
  | { readonly kind: "unreadable"; readonly path: string; readonly problems: readonly Problem[] };

/**
 * What there is to test under the paths of a command, folders by name.
 *
 * In a folder a `.json` file is a scenario where it has the key `ask`, and a `.tenor` file is a template; other files are
 * passed over. A file that is named itself is what its ending says, and a scenario where it says nothing; with a template
 * come the stories beside it.
 */
export async function findCases(paths: readonly string[]): Promise<readonly Case[]> {
  const cases = await Promise.all(paths.map((path) => casesAt(path)));
  return cases.flat();
}

async function casesAt(path: string): Promise<readonly Case[]> {
  if (path !== standardInput && existsSync(path) && (await stat(path)).isDirectory()) return casesInFolder(path);
  const stories = withStories(path);
  return [await caseOf(path), ...(stories === path ? [] : [await caseOf(stories)])];
}

async function caseOf(path: string): Promise<Case> {
  if (path.endsWith(".tenor")) return { kind: "template", path };
  const read = await readText(path, "scenario", "command");
  if (!read.ok) return { kind: "unreadable", path, problems: read.diagnostics };
  return { kind: "scenario", path, read: read.value };
}

async function casesInFolder(folder: string): Promise<readonly Case[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inOrder = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const found = inOrder.map(async (entry): Promise<readonly Case[]> => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return isPassedOver(entry.name) ? [] : casesInFolder(path);
    if (!/\.(?:json|tenor)$/.test(entry.name)) return [];
    const found = await caseOf(path);
    return found.kind === "scenario" && !asksSomething(found.read) ? [] : [found];
  });
  return (await Promise.all(found)).flat();
}

/** Broken JSON that mentions `ask` is taken for a scenario, so that a slip in one doesn't hide it. */
function asksSomething({ text }: NamedText): boolean {
  if (!text.includes('"ask"')) return false;
  try {
    const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof data === "object" && data !== null && Object.hasOwn(data, "ask");
  } catch {
    return true;
  }
}
