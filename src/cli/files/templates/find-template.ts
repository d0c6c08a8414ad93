/** Finds the template that a scenario is for. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { NoteReference } from "../../../index.ts";
import type { Loaded } from "../../problem.ts";
import { fileProblem, refused } from "../../problem.ts";
import { shownName } from "../files.ts";
import { foldersUpFrom, packageFolder } from "../folders.ts";
import type { Reach } from "../reach.ts";
import { isInReach, reachFrom } from "../reach.ts";

/**
 * The path of a scenario's template.
 *
 * A name is looked for under `terms/`: in the scenario's folder and each folder above it, in the working directory, and in
 * the terms that come with Tenor. A path counts from the scenario's folder; links followed, it may not lead out of the
 * working directory or the scenario's own folder, so that a scenario from elsewhere reads nothing else.
 */
export function findTemplate(
  { kind, text }: NoteReference,
  scenarioFolder: string,
  scenario: string,
  reach: Reach = reachFrom(scenarioFolder),
): Loaded<string> {
  return kind === "name"
    ? (pathOfName(text, scenarioFolder) ?? noTemplate(text, scenario))
    : findByPath(text, scenarioFolder, scenario, reach);
}

/** The template with a name, seen from a folder; undefined where there is none. */
export function pathOfName(name: string, folder: string): Loaded<string> | undefined {
  const folders = [...foldersUpFrom(folder), process.cwd(), packageFolder()];
  const found = folders.map((it) => join(it, "terms", `${name}.tenor`)).find((path) => existsSync(path));
  return found === undefined ? undefined : { ok: true, value: found };
}

function noTemplate(name: string, scenario: string): Loaded<never> {
  const message = `${scenario} is for the note ${name}, and there is no terms/${name}.tenor`;
  const help =
    "put the template into a folder `terms` beside the scenario, above it, or where you are; or write its path as `note`";
  return refused(fileProblem(scenario, message, help));
}

function findByPath(text: string, scenarioFolder: string, scenario: string, reach: Reach): Loaded<string> {
  const path = resolve(scenarioFolder, text);
  if (!existsSync(path)) {
    const message = `${scenario} is for the note ${text}, and there is no ${shownName(path)}`;
    return refused(fileProblem(scenario, message, "write `note` as a path that counts from the scenario's folder"));
  }
  if (isInReach(path, reach)) return { ok: true, value: path };
  const message = `${scenario} names the template ${text}, which lies outside its folder and outside the folder you are in`;
  return refused(fileProblem(scenario, message, "run the command from a folder that holds both"));
}
