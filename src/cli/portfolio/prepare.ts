/** Opens what the rows of a portfolio name, each file once, and makes work of it: files travel by content. */
import { createHash } from "node:crypto";
import { dirname, resolve } from "node:path";
import type { NamedText, PortfolioRow, ReadRow } from "../../index.ts";
import {
  changedScenario,
  emptyScenario,
  fileChanges,
  filesOf,
  parseScenario,
  storiesOf,
  termChanges,
} from "../../index.ts";
import type { BaseReference, PortfolioSettings, RowTask } from "../../workers/kinds/portfolio.ts";
import type { FileReference } from "../../workers/kinds/references.ts";
import type { Work } from "../../workers/work.ts";
import { readText, shownName } from "../files/files.ts";
import type { Markets, OpenTemplate, Rows } from "../files/open-scenario.ts";
import { readData, readMarkets, readRows, rowFilesFor, Templates } from "../files/open-scenario.ts";
import { findStory, readStoryMarket, withStories } from "../files/open-story.ts";
import { reachFrom } from "../files/reach.ts";
import { findTemplate } from "../files/templates/find-template.ts";
import type { Loaded } from "../problem.ts";
import { problemReport, problemsIn, refused } from "../problem.ts";

export interface Portfolio {
  readonly work: Work;
  readonly tasks: readonly RowTask[];
}

/** Files that stand for lists among the deal terms of a row: those of terms that may be lists. */
const listFilesOf = ({ terms }: PortfolioRow, mayBeList: (name: string) => boolean = () => true): string[] =>
  [...terms].flatMap(([name, it]) => (/\.csv$/i.test(it) && mayBeList(name) ? [it] : []));

type Asked = Pick<PortfolioSettings, "values" | "within" | "limits">;

export async function prepare(path: string, rows: readonly ReadRow[], asked: Asked): Promise<Portfolio> {
  const opening = new Opening(path);
  const tasks: RowTask[] = [];
  for (const { row, id, read } of rows) {
    const base = read.ok ? await opening.baseOf(read.value) : read;
    if (!read.ok || !base.ok) tasks.push({ row, id, wrong: problemReport(problemsIn(base)).diagnostics });
    else tasks.push({ row, id, base: base.value, changes: termChanges(read.value), asOf: read.value.asOf ?? null });
  }
  return { work: opening.work(asked), tasks };
}

/** What has been opened so far. Many rows share a template, a scenario and its data. */
class Opening {
  readonly #name: string;
  readonly #folder: string;
  readonly #compiled = new Templates();
  readonly #files = new Map<string, string>();
  readonly #templates = new Map<string, PortfolioSettings["templates"][string]>();
  readonly #bases: BaseReference[] = [];
  readonly #known = new Map<string, Loaded<number>>();

  constructor(path: string) {
    this.#name = shownName(path);
    this.#folder = path === "-" ? process.cwd() : dirname(resolve(path));
  }

  work(asked: Asked): Work {
    const settings = { templates: Object.fromEntries(this.#templates), bases: this.#bases, ...asked };
    return {
      kind: "portfolio",
      files: Object.fromEntries(this.#files),
      settings: settings satisfies PortfolioSettings,
    };
  }

  /** Which of the bases is the row's. */
  async baseOf(row: PortfolioRow): Promise<Loaded<number>> {
    const { note, scenario, story, market, calendar } = row;
    const key = JSON.stringify([note, scenario, story, market, calendar, listFilesOf(row)]);
    const known = this.#known.get(key) ?? this.#added(await this.#open(row));
    this.#known.set(key, known);
    return known;
  }

  #added(base: Loaded<BaseReference>): Loaded<number> {
    return base.ok ? { ok: true, value: this.#bases.push(base.value) - 1 } : base;
  }

  #open(row: PortfolioRow): Promise<Loaded<BaseReference>> {
    return row.story === undefined ? this.#openScenario(row) : this.#openStory(row.note ?? "", row.story);
  }

  async #openScenario(row: PortfolioRow): Promise<Loaded<BaseReference>> {
    const path = row.scenario === undefined ? undefined : resolve(this.#folder, row.scenario);
    const read = path === undefined ? this.#noScenario() : await readText(path, "scenario", reachFrom(this.#folder));
    if (!read.ok) return read;
    const { name } = read.value;
    const text = changedScenario(read.value.text, fileChanges(row));
    const parsed = parseScenario(text, name);
    const files = filesOf(parsed);
    if (!files.ok) return files;
    // What the row names counts from its own file, what the scenario names from the scenario's.
    const ofScenario = path === undefined ? this.#folder : dirname(path);
    const from = (given: string | undefined) => (given === undefined ? ofScenario : this.#folder);
    const { note, market, calendar } = files.value;
    const template = await this.#template(findTemplate(note, from(row.note), name));
    const opened: Loaded<OpenTemplate> = template.ok ? { ok: true, value: template.value.opened } : template;
    const isList = (term: string) => opened.ok && opened.value.program.schedules.get(term)?.dates.made === "given";
    const lists = listFilesOf(row, isList);
    const folderOf = (file: string) => (lists.includes(file) ? this.#folder : ofScenario);
    const named = [...new Set([...rowFilesFor(parsed, opened), ...lists])];
    const rows = await readRows(named, (file) => readData(file, "rows", folderOf(file), []));
    const markets = await readMarkets(market, ({ file }) => readData(file, "market", from(row.market), []));
    const days = await readData(calendar, "calendar", from(row.calendar), []);
    const scenario = this.#file({ name, text });
    const parts = { template, markets, rows, days, isOwn: calendar !== undefined };
    return this.#base(parts, { scenario, story: null });
  }

  #noScenario(): Loaded<NamedText> {
    return { ok: true, value: { name: this.#name, text: emptyScenario } };
  }

  async #openStory(note: string, name: string): Promise<Loaded<BaseReference>> {
    const isPath = note.endsWith(".tenor");
    const found = findTemplate({ kind: isPath ? "path" : "name", text: note }, this.#folder, this.#name);
    if (!found.ok) return found;
    const template = await this.#template({ ok: true, value: withStories(found.value) });
    if (!template.ok) return template;
    const story = findStory(storiesOf(template.value.opened), name, found.value);
    if (!story.ok) return story;
    const folder = dirname(found.value);
    const markets = await readMarkets(story.value.market, (file) => readStoryMarket(file, folder));
    const days = await readData(story.value.calendar, "calendar", folder, []);
    const isOwn = story.value.calendar !== undefined;
    return this.#base({ template, markets, rows: new Map(), days, isOwn }, { scenario: null, story: name });
  }

  #base(
    { template, markets, rows, days, isOwn }: OpenedParts,
    told: Pick<BaseReference, "scenario" | "story">,
  ): Loaded<BaseReference> {
    const problems = problemsIn(template, ...markets.values(), ...rows.values(), days);
    if (!template.ok || problems.length > 0) return refused(...problems);
    const market = [...markets].flatMap(([series, text]) =>
      text?.ok ? [{ series: series ?? null, text: this.#file(text.value) }] : [],
    );
    const ofHead = isOwn ? undefined : template.value.opened.calendar;
    const calendar = days?.ok ? this.#file(days.value) : this.#fileOrNull(ofHead);
    const ofRows = [...rows].flatMap(([path, text]) => (text?.ok ? [{ path, text: this.#file(text.value) }] : []));
    return { ok: true, value: { template: template.value.key, ...told, market, calendar, rows: ofRows } };
  }

  /** Compiled here as well: its head may name calendars, and its stories may be the rows'. */
  async #template(path: Loaded<string>): Promise<Loaded<{ readonly key: string; readonly opened: OpenTemplate }>> {
    const opened = path.ok ? await this.#compiled.get(path.value) : path;
    if (!path.ok) return path;
    if (!opened.ok) return opened;
    const { files, exchange } = opened.value;
    this.#templates.set(path.value, {
      template: this.#file(files.template),
      additions: files.additions.map((it) => this.#file(it)),
      exchange: this.#fileOrNull(exchange),
    });
    return { ok: true, value: { key: path.value, opened: opened.value } };
  }

  #file({ name, text }: NamedText): FileReference {
    const file = createHash("sha256").update(text).digest("hex");
    this.#files.set(file, text);
    return { name, file };
  }

  #fileOrNull(file: NamedText | undefined): FileReference | null {
    return file === undefined ? null : this.#file(file);
  }
}

interface OpenedParts {
  readonly template: Loaded<{ readonly key: string; readonly opened: OpenTemplate }>;
  readonly markets: Markets;
  readonly rows: Rows;
  readonly days: Loaded<NamedText> | undefined;
  /** Whether the scenario or the story names a calendar, so that the template's does not count. */
  readonly isOwn: boolean;
}
