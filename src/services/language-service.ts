/**
 * What an editor asks about templates: a path and an offset come in, plain data goes out. It knows no protocol, and reads files
 * only through what it is given, so that a server, a web worker and a command share it.
 */
import type { Replay } from "../driver/questions.ts";
import type { Template } from "../driver/templates.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Analysis, FileView } from "./analysis.ts";
import { Analyst, findingsOf, sectionAt, unitAt } from "./analysis.ts";
import type { Call } from "./calls.ts";
import { callAt, incoming, outgoing } from "./calls.ts";
import type { Fix } from "./changes/fixes.ts";
import { fixesOf } from "./changes/fixes.ts";
import type { TextEdit } from "./changes/formatting.ts";
import { formatEdits } from "./changes/formatting.ts";
import { DataFiles } from "./changes/names-in-data.ts";
import { renameable, renameEdits } from "./changes/rename.ts";
import type { Completion } from "./completion/complete.ts";
import { completionsAt } from "./completion/complete.ts";
import { ContractText } from "./contract.ts";
import type { Hover } from "./hover.ts";
import { definitionOf, hoverOf } from "./hover.ts";
import type { Hint } from "./marks/hints.ts";
import { hintsOf } from "./marks/hints.ts";
import { Prices } from "./marks/prices.ts";
import type { Lens, StoryPlace } from "./marks/stories.ts";
import { lensesOf, storiesIn } from "./marks/stories.ts";
import type { Mark } from "./marks/tokens.ts";
import { marksOf } from "./marks/tokens.ts";
import type { Occurrence } from "./occurrences.ts";
import { occurrenceAt, occurrencesOfTerm } from "./occurrences.ts";
import type { OutlineItem } from "./outline.ts";
import { foldsOf, outlineOf } from "./outline.ts";
import type { Finding, Place } from "./place.ts";
import type { Files, Project } from "./project.ts";
import { folderOf, projectOf, templateOf } from "./project.ts";
import { completionsInScenario } from "./scenario/complete-scenario.ts";
import type { DataTerm } from "./scenario/data-terms.ts";
import { dataTermAt, dataTerms } from "./scenario/data-terms.ts";
import { isScenario, Scenarios, templateFor } from "./scenario/scenarios.ts";
import type { Signature } from "./signature.ts";
import { signatureAt } from "./signature.ts";
import { termKey } from "./terms.ts";
import type { Chosen, StoryResult } from "./values.ts";
import { StoryRuns } from "./values.ts";

/** What is kept of one template from one question to the next. */
interface Kept {
  readonly analyst: Analyst;
  readonly runs: StoryRuns;
  readonly prices: Prices;
  contract: ContractText | undefined;
  chosen: Chosen | undefined;
}

/** A template as it stands, seen from one of its files. */
interface Seen {
  readonly project: Project;
  readonly analysis: Analysis;
  readonly file: FileView;
  readonly kept: Kept;
}

/** A scenario with the names of its template that it writes. */
interface SeenScenario {
  readonly seen: Seen | undefined;
  /** Ready to run; undefined where it has errors, or is not found. */
  readonly ready: Template | undefined;
  readonly terms: readonly DataTerm[];
}

const isData = (path: string) => path.endsWith(".json");

export class LanguageService {
  readonly #files: Files;
  readonly #kept = new Map<string, Kept>();
  readonly #scenarios = new Scenarios();
  readonly #data = new DataFiles();

  constructor(files: Files) {
    this.#files = files;
  }

  /** What is wrong in the files of a template, each with its place. */
  findings(path: string): readonly Finding[] {
    if (!isData(path)) return findingsOf(this.#see(path).analysis);
    const scenario = this.#scenario(path);
    return scenario === undefined ? [] : this.#scenarios.findings(path, scenario.ready, this.#files);
  }

  /** The template of a file, and the stories beside it; a scenario stands alone. */
  filesOf(path: string): readonly string[] {
    return isData(path) ? [path] : this.#see(path).analysis.files.map(({ name }) => name);
  }

  hover(path: string, offset: number): Hover | undefined {
    const seen = this.#at(path, offset);
    if (seen?.at === undefined) return undefined;
    const { analysis, kept, project, file, at } = seen;
    const { chosen } = kept;
    const folder = folderOf(project.template.name);
    return hoverOf(at, file, analysis, {
      contract: kept.contract,
      ...(chosen && { valueNow: (term) => kept.runs.valueOf(term, chosen, analysis, folder, this.#files) }),
    });
  }

  definition(path: string, offset: number): readonly Place[] {
    const seen = this.#at(path, offset);
    return seen?.at === undefined ? [] : definitionOf(seen.at.term, seen.analysis);
  }

  references(path: string, offset: number): readonly Occurrence[] {
    const seen = this.#at(path, offset);
    if (seen?.at === undefined) return [];
    const found = occurrencesOfTerm(seen.at.term, seen.analysis);
    const own = this.#scenario(path)?.terms ?? [];
    const key = termKey(seen.at.term);
    return [
      ...found,
      ...own.filter(({ term }) => termKey(term) === key).map((it) => ({ ...it, isDeclaration: false })),
    ];
  }

  completions(path: string, offset: number): readonly Completion[] {
    if (isData(path)) {
      const ready = this.#scenario(path)?.ready;
      return ready === undefined
        ? []
        : completionsInScenario(path, this.#files.read(path) ?? "", offset, ready.program);
    }
    const { file, analysis, kept } = this.#see(path);
    return completionsAt(file, offset, analysis, kept.contract);
  }

  outline(path: string): readonly OutlineItem[] {
    return outlineOf(this.#see(path).file);
  }

  folds(path: string): readonly Place[] {
    return foldsOf(this.#see(path).file);
  }

  format(path: string, stretch?: { readonly start: number; readonly end: number }): readonly TextEdit[] {
    return formatEdits(this.#see(path).file, stretch);
  }

  /** Ways out of what is wrong in a file. */
  fixes(path: string): readonly Fix[] {
    const own = fixesOf(this.findings(path), (file) => this.#textOf(file));
    return own.filter(({ finding, edit }) => finding.place.file === path && edit.place.file === path);
  }

  renameable(path: string, offset: number): Occurrence | undefined {
    const seen = this.#at(path, offset);
    return seen?.at && renameable(seen.at, seen.analysis);
  }

  /** The edits that give a name another one, or why that can't be. */
  rename(path: string, offset: number, name: string): ReturnType<typeof renameEdits> {
    const seen = this.#at(path, offset);
    const at = seen?.at && renameable(seen.at, seen.analysis);
    if (seen === undefined || at === undefined) return { refused: "there is no name of the template here" };
    return renameEdits(at, name, seen.analysis, this.#data.filesFor(seen.project.template.name, this.#files));
  }

  marks(path: string): readonly Mark[] {
    const { file, analysis } = this.#see(path);
    return marksOf(file, analysis);
  }

  hints(path: string): readonly Hint[] {
    const seen = this.#see(path);
    const { file, analysis, kept } = seen;
    const replay = this.#chosenRun(seen);
    if (replay === undefined) return hintsOf(file, analysis, kept.chosen);
    const { readings } = replay.loaded.scenario;
    const inForce = (reading: string) => readings.get(reading) ?? replay.template.program.readings.get(reading)?.chosen;
    return hintsOf(file, analysis, kept.chosen, inForce, (reading, choice) => kept.prices.of(replay, reading, choice));
  }

  /** Finds one more price of a reading of the chosen story, for hints to show; false where all are known. It takes a run. */
  findPrice(path: string): boolean {
    if (isData(path)) return false;
    const seen = this.#see(path);
    const replay = this.#chosenRun(seen);
    return replay !== undefined && seen.kept.prices.step(replay);
  }

  /** As places count in it: without a byte order mark. */
  #textOf(path: string): string {
    return new SourceFile(path, this.#files.read(path) ?? "").text;
  }

  #chosenRun({ analysis, kept, project }: Seen): Replay | undefined {
    const { chosen, runs } = kept;
    return chosen && runs.replayOf(chosen, analysis, folderOf(project.template.name), this.#files);
  }

  lenses(path: string): readonly Lens[] {
    const { file, analysis } = this.#see(path);
    return lensesOf(file, analysis);
  }

  signature(path: string, offset: number): Signature | undefined {
    const { file, analysis } = this.#see(path);
    return signatureAt(file, offset, analysis);
  }

  callAt(path: string, offset: number): Occurrence | undefined {
    const { file, analysis } = this.#see(path);
    return callAt(file, offset, analysis);
  }

  incoming(path: string, offset: number): readonly Call[] {
    const { file, analysis } = this.#see(path);
    const at = callAt(file, offset, analysis);
    return at === undefined ? [] : incoming(at.term, analysis);
  }

  outgoing(path: string, offset: number): readonly Call[] {
    const { file, analysis } = this.#see(path);
    const at = callAt(file, offset, analysis);
    return at === undefined ? [] : outgoing(at.term, analysis);
  }

  /** The stories of the template of a file, in it and beside it. */
  stories(path: string): readonly StoryPlace[] {
    return this.#see(path).analysis.files.flatMap(storiesIn);
  }

  runStory(path: string, title: string): StoryResult {
    const { analysis, kept, project } = this.#see(path);
    return kept.runs.resultOf(title, analysis, folderOf(project.template.name), this.#files);
  }

  /** The part of the contract's text for the section at an offset: the file, and a line counted from 1. */
  contractAt(path: string, offset: number): { readonly file: string; readonly line: number } | undefined {
    const { file, kept } = this.#see(path);
    const unit = unitAt(file, offset);
    const part = unit && kept.contract?.partOf(sectionAt(file, unit));
    return part === undefined || kept.contract === undefined
      ? undefined
      : { file: kept.contract.name, line: part.line };
  }

  /** What the files of some templates declare, by words of its name. */
  symbols(paths: readonly string[], query: string): readonly OutlineItem[] {
    const wanted = query.toLowerCase();
    const inside = (items: readonly OutlineItem[]): OutlineItem[] => items.flatMap((it) => [it, ...inside(it.items)]);
    const all = paths.flatMap((path) => this.#see(path).analysis.files.flatMap((file) => inside(outlineOf(file))));
    const found = all.filter(({ name }) => name.toLowerCase().includes(wanted));
    return [...new Map(found.map((it) => [`${it.nameAt.file} ${it.nameAt.start}`, it])).values()];
  }

  /** The story and the day of which a hover shows values; none where nothing is given. A scenario is chosen by its own path. */
  choose(path: string, chosen: Chosen | undefined): void {
    if (!isData(path)) this.#see(path).kept.chosen = chosen;
    const template = isData(path) ? this.#scenario(path)?.seen : undefined;
    if (template !== undefined) template.kept.chosen = { story: path, isScenario: true, on: chosen?.on };
  }

  /** A scenario, and its template as it stands; undefined of other files with data. */
  #scenario(path: string): SeenScenario | undefined {
    const text = isData(path) ? this.#files.read(path) : undefined;
    if (text === undefined || !isScenario(path, text)) return undefined;
    const template = templateFor(path, this.#files);
    const seen = template === undefined ? undefined : this.#see(template);
    const ready = seen?.kept.runs.templateOf(seen.analysis);
    const { document } = this.#scenarios.load(path, ready, this.#files).file;
    const symbols = seen?.analysis.checked.program.symbols;
    const terms = document.ok && symbols !== undefined ? dataTerms(document.value.root, symbols) : [];
    return { seen, ready, terms };
  }

  /** The name at an offset of a template, its stories or a scenario, with the template. */
  #at(path: string, offset: number): (Seen & { readonly at: Occurrence | undefined }) | undefined {
    if (!isData(path)) {
      const seen = this.#see(path);
      return { ...seen, at: occurrenceAt(seen.file, offset, seen.analysis) };
    }
    const { seen, terms = [] } = this.#scenario(path) ?? {};
    const at = dataTermAt(terms, offset);
    return seen && { ...seen, at: at && { ...at, isDeclaration: false } };
  }

  /** A file with data is seen as one without statements. */
  #see(path: string): Seen {
    const template = templateOf(path, this.#files);
    const project = isData(path)
      ? { template: { name: path, text: "" }, additions: [], contract: undefined }
      : projectOf(template, this.#files);
    const kept = this.#kept.get(template) ?? {
      analyst: new Analyst(),
      runs: new StoryRuns(this.#scenarios),
      prices: new Prices(),
      contract: undefined,
      chosen: undefined,
    };
    this.#kept.set(template, kept);
    kept.contract = contractOf(project, kept.contract);
    const analysis = kept.analyst.analyse(project.template, project.additions);
    const file = analysis.files.find(({ name }) => name === path) ?? { name: path, text: "", units: [] };
    return { project, analysis, file, kept };
  }
}

function contractOf({ contract }: Project, known: ContractText | undefined): ContractText | undefined {
  if (contract === undefined) return undefined;
  return known?.name === contract.name && known.text === contract.text
    ? known
    : new ContractText(contract.name, contract.text);
}
