/** Recognizes the kind of a file, for the message where a command does not take that kind. */
import type { NamedText } from "../../index.ts";
import type { FileProblem } from "../problem.ts";
import { fileProblem } from "../problem.ts";

type Wanted = "template" | "scenario";

/** What is named as a template or a scenario and is something else, with the commands that take it. */
export function otherKind(path: string, { name, text }: NamedText, wanted: Wanted): FileProblem | undefined {
  const found = kindOf(path, text.replace(/^\uFEFF/, ""));
  if (found === undefined) return undefined;
  const { takenAs, is, help } = kinds[found];
  return takenAs === wanted ? undefined : fileProblem(name, `${name} is ${is}, not a ${wanted}`, help(path));
}

interface Kind {
  /** As which argument a command takes it. A file of stories is read with its template. */
  readonly takenAs?: Wanted;
  readonly is: string;
  readonly help: (path: string) => string;
}

const template: Kind = {
  takenAs: "template",
  is: "a template",
  help: (path) =>
    `a scenario is a .json file that names a template as its \`note\`; \`tenor check ${path}\` checks this one, and \`tenor test ${path}\` runs its stories`,
};
const clause: Kind = {
  takenAs: "template",
  is: "a clause for templates",
  help: (path) => `\`tenor check ${path}\` checks it; a template takes it with \`use\``,
};
const stories: Kind = {
  takenAs: "template",
  is: "a file of stories",
  help: (path) => `\`tenor test ${path}\` runs them, and \`tenor check ${path}\` checks them`,
};
const plans: Kind = {
  takenAs: "template",
  is: "a file of plans",
  help: (path) => `\`tenor run SCENARIO --plan ${path}\` runs a plan, and \`tenor check ${path}\` checks them`,
};
const scenario: Kind = {
  takenAs: "scenario",
  is: "a scenario",
  help: (path) =>
    `\`tenor run ${path}\` runs it, and \`tenor test ${path}\` compares its answers with those that it expects; both check it first`,
};
const json: Kind = { takenAs: "scenario", is: "a JSON file", help: () => "name a file that ends in .tenor" };
const table: Kind = {
  is: "a table of days",
  help: () => "a scenario names it as its `market` or its `calendar`; name that scenario, or a template",
};
const kinds = { template, clause, stories, plans, scenario, json, table };

/** By what a text opens with, behind comments and blank lines. Undefined where that does not say. */
function kindOf(path: string, text: string): keyof typeof kinds | undefined {
  const opening = text.replace(/^(?:\s+|--.*)+/, "").slice(0, 20);
  if (/^[{[]/.test(opening)) return /"(?:note|scenario|events|ask)"\s*:/.test(text) ? "scenario" : "json";
  if (path.endsWith(".stories.tenor") || /^test\s*"/.test(opening)) return "stories";
  if (path.endsWith(".plans.tenor") || /^plan\s*"/.test(opening)) return "plans";
  if (/^clause\s*"/.test(opening)) return "clause";
  if (path.endsWith(".tenor") || /^note\s*"/.test(opening)) return "template";
  return /^"?date"?\s*[,;\t]/i.test(opening) ? "table" : undefined;
}
