/** What a result was made from: the hash of each file, the choices and versions. With it the result can be made again. */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Calendar, LoadedSubject, MarketFile, NamedText } from "../../index.ts";
import { addDays, formatDate, languageVersion } from "../../index.ts";
import type { OpenComparison, OpenSubject } from "../files/open-comparison.ts";
import type { OpenScenario, OpenTemplate } from "../files/open-scenario.ts";
import { version } from "../files/version.ts";
import { limitsAsked } from "../limits.ts";

/** A file as the file that names it writes its name, and the SHA-256 of its bytes. */
export interface Made {
  readonly file: string;
  readonly sha256: string;
}

/** What any result says of how it was made. */
export interface Making {
  readonly command: string;
  /** What was asked, by the options and arguments of the command. */
  readonly asked: Readonly<Record<string, string | readonly string[]>>;
  readonly market?: Made;
  /** The files of series that are named, by the name. */
  readonly series?: Readonly<Record<string, Made>>;
  /** The files whose rows are events. */
  readonly rows?: readonly Made[];
  /** The contract's text that a page shows. */
  readonly contract?: Made;
  /** Limits that the command changed. */
  readonly limits?: Readonly<Record<string, number>>;
  readonly language: number;
  readonly tenor: string;
}

/** A note as a result had it. */
export interface NoteMade {
  readonly template: Made;
  /** Clauses that the template uses, and stories in files of their own. */
  readonly clauses: readonly Made[];
  /** A file, or the holidays of a calendar that comes with Tenor, by its name. */
  readonly calendar: Made;
  /** The calendar of the exchange, likewise, where the note names one. */
  readonly exchange?: Made;
  /** The choice in force for each reading. */
  readonly readings: Readonly<Record<string, string>>;
}

export interface MadeFrom extends Making, NoteMade {
  /** As the command named it. */
  readonly scenario: Made;
}

/** What a result about a template alone was made from. */
interface TemplateFrom extends Making {
  /** As the command named it. */
  readonly template: Made;
  readonly clauses: readonly Made[];
}

/** What a comparison was made from. */
export interface ComparedFrom extends Making {
  readonly story: Made;
  readonly subjects: readonly SubjectMade[];
}

interface SubjectMade extends NoteMade {
  readonly binding: Made;
  /** Its deal terms and readings, as its file or the command has them. */
  readonly subject: Made;
}

/** The arguments and options that change what a command prints. */
const asking = [
  "value",
  "on",
  "of",
  "from",
  "through",
  "every",
  "within",
  "pairs",
  "subjects",
  "story",
  "plan",
  "binding",
];

/** `options` are those of the command, and what it takes as arguments behind the scenario. */
export function madeFrom(
  { template, loaded, files }: OpenScenario,
  command: string,
  scenarioName: string,
  options: object,
): MadeFrom {
  const { market, series, calendar, rows = new Map<string, NamedText>() } = loaded.texts;
  return {
    command,
    asked: askedIn(options),
    scenario: made(scenarioName, loaded.texts.scenario),
    template: made(files.note.text, template.files.template),
    clauses: clausesOf(template),
    ...marketMade(files.market, market, series),
    ...(rows.size > 0 && { rows: [...rows].map(([file, text]) => made(file, text)) }),
    calendar: calendarMade(files.calendar ?? template.program.calendar, calendar, loaded.environment.calendar),
    ...exchangeMade(template, loaded.environment.exchange),
    readings: readingsIn(template.program.readings, loaded.scenario.readings),
    ...versions(),
  };
}

export function madeFromTemplate(template: OpenTemplate, command: string, templateName: string): TemplateFrom {
  return {
    command,
    asked: {},
    template: made(templateName, template.files.template),
    clauses: clausesOf(template),
    ...versions(),
  };
}

/** The files of market data as the file that names them writes their names. */
export function marketMade(
  files: readonly MarketFile[],
  market: NamedText | undefined,
  series: ReadonlyMap<string, NamedText> | undefined,
): Pick<Making, "market" | "series"> {
  const fileOf = (name?: string) => files.find((file) => file.series === name)?.file;
  return {
    ...(market && { market: made(fileOf() ?? market.name, market) }),
    ...(series && {
      series: Object.fromEntries([...series].map(([name, text]) => [name, made(fileOf(name) ?? text.name, text)])),
    }),
  };
}

/** `options` are those of the command and, as `subjects`, its arguments. */
export function comparedFrom(
  { story, market, series, files, subjects, comparison }: OpenComparison,
  options: object,
): ComparedFrom {
  return {
    command: "compare",
    asked: askedIn(options),
    story: made(basename(story.name), story),
    ...marketMade(files.market, market, series),
    subjects: comparison.subjects.flatMap((loaded, index) => {
      const opened = subjects[index];
      return opened === undefined ? [] : [subjectMade(opened, loaded, files.calendar)];
    }),
    ...versions(),
  };
}

function subjectMade(opened: OpenSubject, loaded: LoadedSubject, storyCalendar: string | undefined): SubjectMade {
  const { template, templateName, binding, subject, calendar } = opened;
  const { program } = template;
  return {
    template: made(templateName, template.files.template),
    clauses: clausesOf(template),
    binding: made(basename(binding.name), binding),
    subject: made(basename(subject.name), subject),
    calendar: calendarMade(storyCalendar ?? program.calendar, calendar, loaded.environment.calendar),
    ...exchangeMade(template, loaded.environment.exchange),
    readings: readingsIn(program.readings, loaded.readings),
  };
}

/** With the contract's text that a page shows, where there is one. */
export function withContract<T extends Making>(from: T, name: string | undefined, text: NamedText | undefined): T {
  if (name === undefined || text === undefined) return from;
  return { ...from, asked: { ...from.asked, text: name }, contract: made(basename(name), text) };
}

export function clausesOf({ files }: OpenTemplate): Made[] {
  return files.additions.map((it) => made(basename(it.name), it)).toSorted(inOrder);
}

export function versions(): Pick<Making, "limits" | "language" | "tenor"> {
  const limits = limitsAsked();
  return { ...(Object.keys(limits).length > 0 && { limits }), language: languageVersion, tenor: version() };
}

function askedIn(options: object): MadeFrom["asked"] {
  const given = new Map<string, unknown>(Object.entries(options));
  const asked: Record<string, string | readonly string[]> = {};
  for (const name of asking) {
    const value = given.get(name);
    if (typeof value === "string") asked[name] = value;
    else if (Array.isArray(value) && value.length > 0) asked[name] = value.filter((it) => typeof it === "string");
  }
  return asked;
}

export function made(file: string, { text }: NamedText): Made {
  return { file, sha256: hashOf(text) };
}

/** A text was read as UTF-8, so that its bytes are those of its file. */
function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function inOrder(a: Made, b: Made): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}

export function calendarMade(name: string | undefined, file: NamedText | undefined, calendar: Calendar): Made {
  if (file !== undefined) return made(name ?? file.name, file);
  return { file: calendar.name, sha256: hashOf(holidaysOf(calendar)) };
}

export function exchangeMade(template: OpenTemplate, exchange: Calendar | undefined): { readonly exchange?: Made } {
  const { exchange: name } = template.program;
  return name === undefined || exchange === undefined
    ? {}
    : { exchange: calendarMade(name, template.exchange, exchange) };
}

/** Its first and its last day and its holidays, one a line. */
function holidaysOf(calendar: Calendar): string {
  const lines = [formatDate(calendar.from), formatDate(calendar.to)];
  for (let day = calendar.from; day <= calendar.to; ) {
    if (calendar.isHoliday(day)) lines.push(formatDate(day));
    const next = addDays(day, 1);
    if (next === undefined) break;
    day = next;
  }
  return `${lines.join("\n")}\n`;
}

export function readingsIn(
  readings: ReadonlyMap<string, { readonly chosen: string }>,
  settled: ReadonlyMap<string, string>,
): Record<string, string> {
  return Object.fromEntries([...readings].map(([name, { chosen }]) => [name, settled.get(name) ?? chosen]));
}
