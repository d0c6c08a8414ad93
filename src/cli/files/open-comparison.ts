/** Opens what a comparison names: the story with its data, and for each subject its template, binding and choices. */
import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { LoadedComparison, NamedText, SubjectTexts } from "../../index.ts";
import { filesOfStory, loadComparison, namesOfSubject, parseStory, parseSubject, subjectText } from "../../index.ts";
import { limitsAsked } from "../limits.ts";
import type { FileProblem, Loaded } from "../problem.ts";
import { fileProblem, problemsIn, refused } from "../problem.ts";
import { readText, shownName, standardInput } from "./files.ts";
import type { OpenTemplate } from "./open-scenario.ts";
import { dataTexts, readData, readMarkets, Templates } from "./open-scenario.ts";
import { reachFrom } from "./reach.ts";
import { findTemplate, pathOfName } from "./templates/find-template.ts";

/** A comparison ready to run, with the files that it is made of. */
export interface OpenComparison {
  readonly story: NamedText;
  readonly market?: NamedText;
  readonly series?: ReadonlyMap<string, NamedText>;
  /** As the story names them. */
  readonly files: ReturnType<typeof filesOfStory>;
  /** In the order of the command, as the subjects of the comparison. */
  readonly subjects: readonly OpenSubject[];
  readonly comparison: LoadedComparison;
}

export interface OpenSubject extends SubjectTexts {
  readonly template: OpenTemplate;
}

/** `binding` is for the templates that have none beside them. */
export async function openComparison(
  subjects: readonly string[],
  storyPath: string,
  binding: string | undefined,
): Promise<Loaded<OpenComparison>> {
  const story = await readText(storyPath, "story", "command");
  if (!story.ok) return story;
  const folder = storyPath === standardInput ? process.cwd() : dirname(resolve(storyPath));
  const files = filesOfStory(parseStory(story.value.text, story.value.name));
  const [markets, calendar] = await Promise.all([
    readMarkets(files.market, ({ file }) => readData(file, "market", folder, [])),
    readData(files.calendar, "calendar", folder, []),
  ]);
  const templates = new Templates([process.cwd()]);
  const named = { binding, calendar, calendarName: files.calendar, templates };
  const opened = await Promise.all(subjects.map((subject) => openSubject(subject, named)));
  const problems = problemsIn(...markets.values(), calendar, ...opened);
  if (problems.length > 0) return refused(...problems);
  const { market, series } = dataTexts(markets, undefined, {}, {});
  const texts = {
    story: story.value,
    ...(market && { market }),
    ...(series && { series }),
    subjects: withHeadings(opened.flatMap((it) => (it.ok ? [it.value] : []))),
  };
  const comparison = loadComparison(texts, limitsAsked());
  return comparison.ok ? { ok: true, value: { ...texts, files, comparison: comparison.value } } : comparison;
}

/** Two columns with one heading take the paths of their templates, or else a number. */
function withHeadings(subjects: readonly OpenSubject[]): OpenSubject[] {
  const isTwice = (name: string) => subjects.filter((it) => it.name === name).length > 1;
  const longer = subjects.map((it) => (isTwice(it.name) ? { ...it, name: it.templateName } : it));
  return longer.map((it, index) => {
    const before = longer.slice(0, index).filter(({ name }) => name === it.name).length;
    return before === 0 ? it : { ...it, name: `${it.name} (${before + 1})` };
  });
}

interface Given {
  readonly binding: string | undefined;
  readonly calendar: Loaded<NamedText> | undefined;
  readonly calendarName: string | undefined;
  readonly templates: Templates;
}

/** A subject as the command has it, taken apart. */
interface NamedSubject {
  readonly template: string;
  readonly folder: string;
  /** A binding that a subject file names. */
  readonly binding?: string | undefined;
  readonly heading?: string | undefined;
  /** The text of a subject file, or what stands behind the question mark. */
  readonly text?: NamedText;
  readonly choices: readonly (readonly [string, string])[];
}

async function openSubject(subject: string, given: Given): Promise<Loaded<OpenSubject>> {
  const named = subject.endsWith(".json") ? await readSubjectFile(subject) : namedOnCommandLine(subject);
  if (!named.ok) return named;
  const { template: reference, folder, text, choices } = named.value;
  const path = templatePath(reference, folder, text?.name ?? "the command");
  if (!path.ok) return path;
  const template = await given.templates.get(path.value);
  if (!template.ok) return template;
  const binding = await readBindingFor(path.value, named.value, given.binding);
  if (!binding.ok) return binding;
  const own = dataTexts(new Map(), given.calendar, { calendar: given.calendarName }, template.value);
  const written = { name: subject, text: subjectText(reference, choices, template.value.program) };
  return {
    ok: true,
    value: {
      name: headingOf(path.value, named.value),
      template: template.value,
      templateName: reference,
      binding: binding.value,
      subject: text ?? written,
      ...(own.calendar && { calendar: own.calendar }),
      ...(own.exchange && { exchange: own.exchange }),
    },
  };
}

function headingOf(path: string, { heading, choices }: NamedSubject): string {
  const note = basename(path, ".tenor");
  return (
    heading ??
    (choices.length === 0 ? note : `${note}, ${choices.map(([name, value]) => `${name} ${value}`).join(", ")}`)
  );
}

/** `note.tenor?NAME=VALUE&NAME=VALUE`; a template's name may stand for its path. */
export function namedOnCommandLine(subject: string): Loaded<NamedSubject> {
  const [template = "", ...rest] = subject.split("?");
  const parts = rest.length === 0 ? [] : rest.join("?").split("&");
  const choices = parts.map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at).trim(), part.slice(at + 1).trim(), at] as const;
  });
  if (choices.some(([, , at]) => at <= 0)) {
    const help = 'write each deal term or reading with its value, as in "note.tenor?Interest Rate=9%"';
    return refused(
      fileProblem(subject, `In ${subject}, something behind the question mark has no name or no value`, help),
    );
  }
  return {
    ok: true,
    value: { template, folder: process.cwd(), choices: choices.map(([name, value]) => [name, value]) },
  };
}

async function readSubjectFile(path: string): Promise<Loaded<NamedSubject>> {
  const read = await readText(path, "subject", "command");
  if (!read.ok) return read;
  const file = parseSubject(read.value.text, read.value.name);
  const names = namesOfSubject(file);
  const found = file.document.ok ? file.shape : file.document.diagnostics;
  if (names === undefined || found.length > 0) return refused(...found);
  const { template, binding, name: heading } = names;
  return {
    ok: true,
    value: { template, folder: dirname(resolve(path)), binding, heading, text: read.value, choices: [] },
  };
}

export function templatePath(text: string, folder: string, namedBy: string): Loaded<string> {
  if (!text.endsWith(".tenor")) return pathOfName(text, folder) ?? refused(noTemplate(text));
  // What the command itself names may lie anywhere; its place is checked as it is read.
  if (folder === process.cwd()) return { ok: true, value: resolve(folder, text) };
  return findTemplate({ kind: "path", text }, folder, namedBy);
}

function noTemplate(name: string): FileProblem {
  const help = "write the path of a template, such as terms/note.tenor, or the name of one in a folder `terms`";
  return fileProblem(name, `There is no template ${name}: there is no terms/${name}.tenor`, help);
}

/** That which the subject names, or the one beside the template, or that of the command. */
async function readBindingFor(template: string, { binding, folder }: NamedSubject, other: string | undefined) {
  if (binding !== undefined) return readText(resolve(folder, binding), "binding", reachFrom(folder));
  const beside = template.replace(/\.tenor$/, ".binding.json");
  if (existsSync(beside)) return readText(beside, "binding", reachFrom(dirname(template)));
  if (other !== undefined) return readText(other, "binding", "command");
  const name = shownName(beside);
  const help = `write ${basename(name)} beside the template, or name a binding with --binding`;
  return refused(
    fileProblem(name, `There is no binding ${name}, which says what a story means for this template`, help),
  );
}
