/** The files that a template names, to be watched with it, also where one is not there yet. */
import { dirname, join, resolve } from "node:path";
import { clausesUsed, contractNamedIn, tableFilesNamed } from "../../../index.ts";
import { standardInput } from "../files.ts";
import { libraryPlaces, readTemplate } from "./template-files.ts";

/** Paths of its clauses, the files of its tables, the text of its contract and its calendars; of a file of stories, of the template beside it. */
export async function filesNamedBy(path: string): Promise<string[]> {
  const read = path === standardInput ? undefined : await readTemplate(path, "command");
  if (!read?.ok) return [];
  const { template, additions } = read.value;
  const folder = dirname(resolve(path));
  const texts = [template, ...additions.filter(({ name }) => name.endsWith(".tenor"))];
  const tables = texts.flatMap(({ name, text }) => tableFilesNamed(text).map((it) => join(dirname(resolve(name)), it)));
  const clauses = texts.flatMap(({ text }) =>
    clausesUsed(text).flatMap(({ title, from }) =>
      from === undefined ? libraryPlaces(title, folder) : join(folder, from),
    ),
  );
  const contract = contractNamedIn(template);
  const ofHead = [...calendarsNamed(template.text), ...(contract === undefined ? [] : [contract])];
  return [resolve(template.name), ...tables, ...clauses, ...ofHead.map((it) => resolve(folder, it))];
}

/** The files of calendars that a head names. */
function calendarsNamed(text: string): string[] {
  return [...text.matchAll(/(?:business|trading) days:[^\n"]*"([^"\n]+\.csv)"/g)].map(([, path = ""]) => path);
}
