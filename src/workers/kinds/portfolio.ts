/** Rows of a portfolio, through the exact engine. */
import type {
  DiagnosticJson,
  LoadedScenario,
  NamedText,
  NoteStanding,
  Result,
  ScenarioChange,
  Template,
} from "../../index.ts";
import {
  changedScenario,
  checkReport,
  compile,
  loadScenario,
  loadStory,
  parseDate,
  standingAt,
  storiesOf,
} from "../../index.ts";
import type { Guard } from "../shape.ts";
import { isText, isWhole, listOf, objectOf, oneOf, orNull, pairOf, tableOf } from "../shape.ts";
import type { Work } from "../work.ts";
import type { Kind, Opened } from "./kind.ts";
import type { DataReference, FileReference, TemplateReference } from "./references.ts";
import { dataFrom, dataGuards, isFile, isTemplate } from "./references.ts";

/** What happens to a note before the terms of a row are put in; many rows may share it. */
export interface BaseReference extends DataReference {
  /** Which of the templates. */
  readonly template: string;
  readonly scenario: FileReference | null;
  /** In place of a scenario. */
  readonly story: string | null;
}

export interface PortfolioSettings {
  readonly templates: Readonly<Record<string, TemplateReference>>;
  readonly bases: readonly BaseReference[];
  readonly values: readonly string[];
  readonly within: { readonly count: number; readonly unit: "day" | "week" | "month" };
  readonly limits: Readonly<Record<string, number>>;
}

/** A row: what it is based on and what it puts in; or what the driver found wrong with it. */
export type RowTask = { readonly row: number; readonly id: string } & (
  | { readonly wrong: readonly DiagnosticJson[] }
  | {
      /** Which of the bases. */
      readonly base: number;
      readonly changes: readonly ScenarioChange[];
      readonly asOf: string | null;
    }
);

export type RowResult = { readonly row: number; readonly id: string } & (
  | NoteStanding
  | { readonly failed: readonly DiagnosticJson[] }
);

const isSettings = objectOf<PortfolioSettings>({
  templates: tableOf(isTemplate),
  bases: listOf(
    objectOf<BaseReference>({
      template: isText,
      scenario: orNull(isFile),
      story: orNull(isText),
      ...dataGuards,
    }),
  ),
  values: listOf(isText),
  within: objectOf<PortfolioSettings["within"]>({ count: isWhole, unit: oneOf("day", "week", "month") }),
  limits: tableOf(isWhole),
});
const isWrongRow = objectOf<Extract<RowTask, { wrong: unknown }>>({
  row: isWhole,
  id: isText,
  // Findings of the driver go back to it as they came.
  wrong: listOf((value): value is DiagnosticJson => typeof value === "object" && value !== null),
});
const isRunRow = objectOf<Extract<RowTask, { base: number }>>({
  row: isWhole,
  id: isText,
  base: isWhole,
  changes: listOf(pairOf(listOf(isText), isText)),
  asOf: orNull(isText),
});
const isRow: Guard<RowTask> = (value): value is RowTask => isWrongRow(value) || isRunRow(value);
const isPart: Guard<readonly RowTask[]> = listOf(isRow);

export const portfolio: Kind = {
  open({ files, settings }: Work): Opened {
    if (!isSettings(settings)) return { ok: false, failed: "The settings of the portfolio have another shape" };
    const texts = new Map(Object.entries(files));
    const opened = new OpenPortfolio(texts, settings);
    return {
      ok: true,
      run: (part) => {
        if (!isPart(part)) throw new Error("The rows of the portfolio have another shape");
        return new TextEncoder().encode(JSON.stringify(part.map((row) => opened.resultOf(row))));
      },
    };
  },
};

/** A mistake of Tenor's own, in one row. */
function ownMistake(error: unknown): DiagnosticJson {
  const message = `The row could not be run: ${error instanceof Error ? error.message : String(error)}`;
  const place = { file: "", line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { code: "crash", severity: "error", message, ...place, related: [], help: null, fix: null };
}

class OpenPortfolio {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #settings: PortfolioSettings;
  readonly #templates = new Map<string, Result<Template>>();

  constructor(texts: ReadonlyMap<string, string>, settings: PortfolioSettings) {
    this.#texts = texts;
    this.#settings = settings;
  }

  /** One row, whatever becomes of it, stands in no other's way. */
  resultOf(task: RowTask): RowResult {
    const { row, id } = task;
    if ("wrong" in task) return { row, id, failed: task.wrong };
    try {
      const standing = this.#standing(task);
      if (standing.ok) return { row, id, ...standing.value };
      return { row, id, failed: checkReport(standing.diagnostics).diagnostics };
    } catch (error) {
      return { row, id, failed: [ownMistake(error)] };
    }
  }

  #standing({ base: index, changes, asOf }: Extract<RowTask, { base: number }>): Result<NoteStanding> {
    const base = this.#settings.bases[index];
    if (base === undefined) throw new Error("The row of the portfolio is based on what is not sent with it");
    const template = this.#template(base.template);
    if (!template.ok) return template;
    const loaded = this.#load(base, changes, template.value);
    if (!loaded.ok) return loaded;
    const { values, within } = this.#settings;
    const day = asOf === null ? undefined : parseDate(asOf);
    return standingAt(template.value, loaded.value, { asOf: day, values, within });
  }

  /** Compiled once for all its rows. */
  #template(key: string): Result<Template> {
    const known = this.#templates.get(key);
    if (known !== undefined) return known;
    const { template, additions } = this.#referenced(key);
    const { name, text } = this.#text(template);
    const compiled = compile(text, name, ...additions.map((it) => this.#text(it)));
    this.#templates.set(key, compiled);
    return compiled;
  }

  #load(base: BaseReference, changes: readonly ScenarioChange[], template: Template): Result<LoadedScenario> {
    const { scenario, story } = base;
    const { limits } = this.#settings;
    const data = dataFrom(base, this.#referenced(base.template).exchange, (file) => this.#text(file));
    if (scenario !== null) {
      const { name, text } = this.#text(scenario);
      return loadScenario(template, { scenario: { name, text: changedScenario(text, changes) }, ...data }, limits);
    }
    const told = storiesOf(template).find(({ name }) => name === story);
    if (told === undefined) throw new Error("The row of the portfolio names a story that its template does not have");
    return loadStory(template, told, data, limits);
  }

  #referenced(key: string): TemplateReference {
    const template = new Map(Object.entries(this.#settings.templates)).get(key);
    if (template === undefined) throw new Error("The row of the portfolio names a template that is not sent with it");
    return template;
  }

  #text({ name, file }: FileReference): NamedText {
    const text = this.#texts.get(file);
    if (text === undefined) throw new Error(`The file ${name} of the portfolio is not sent with it`);
    return { name, text };
  }
}
