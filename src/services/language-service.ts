/**
 * What an editor asks about templates: a path and an offset come in, plain data goes out. It knows no protocol, and reads files
 * only through what it is given, so that a server, a web worker and a command share it.
 */
import type { Analysis, FileView } from "./analysis.ts";
import { Analyst, findingsOf, sectionAt, unitAt } from "./analysis.ts";
import type { Call } from "./calls.ts";
import { callAt, incoming, outgoing } from "./calls.ts";
import type { Fix } from "./changes/fixes.ts";
import { fixesOf } from "./changes/fixes.ts";
import type { TextEdit } from "./changes/formatting.ts";
import { formatEdits } from "./changes/formatting.ts";
import { dataFilesFor } from "./changes/names-in-data.ts";
import { renameableAt, renameEdits } from "./changes/rename.ts";
import type { Completion } from "./completion/complete.ts";
import { completionsAt } from "./completion/complete.ts";
import { ContractText } from "./contract.ts";
import type { Hover } from "./hover.ts";
import { definitionAt, hoverAt, referencesAt } from "./hover.ts";
import type { Hint } from "./marks/hints.ts";
import { hintsOf } from "./marks/hints.ts";
import type { Lens, StoryPlace } from "./marks/stories.ts";
import { lensesOf, storiesIn } from "./marks/stories.ts";
import type { Mark } from "./marks/tokens.ts";
import { marksOf } from "./marks/tokens.ts";
import type { Occurrence } from "./occurrences.ts";
import type { OutlineItem } from "./outline.ts";
import { foldsOf, outlineOf } from "./outline.ts";
import type { Finding, Place } from "./place.ts";
import type { Files, Project } from "./project.ts";
import { folderOf, projectOf, templateOf } from "./project.ts";
import type { Signature } from "./signature.ts";
import { signatureAt } from "./signature.ts";
import type { Chosen, StoryResult } from "./values.ts";
import { StoryRuns } from "./values.ts";

/** What is kept of one template from one question to the next. */
interface Kept {
  readonly analyst: Analyst;
  readonly runs: StoryRuns;
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

export class LanguageService {
  readonly #files: Files;
  readonly #kept = new Map<string, Kept>();

  constructor(files: Files) {
    this.#files = files;
  }

  /** What is wrong in the files of a template, each with its place. */
  findings(path: string): readonly Finding[] {
    return findingsOf(this.#see(path).analysis);
  }

  /** The template of a file, and the stories beside it. */
  filesOf(path: string): readonly string[] {
    return this.#see(path).analysis.files.map(({ name }) => name);
  }

  hover(path: string, offset: number): Hover | undefined {
    const { file, analysis, kept, project } = this.#see(path);
    const { chosen } = kept;
    const folder = folderOf(project.template.name);
    return hoverAt(file, offset, analysis, {
      contract: kept.contract,
      ...(chosen && { valueNow: (term) => kept.runs.valueOf(term, chosen, analysis, folder, this.#files) }),
    });
  }

  definition(path: string, offset: number): readonly Place[] {
    const { file, analysis } = this.#see(path);
    return definitionAt(file, offset, analysis);
  }

  references(path: string, offset: number): readonly Occurrence[] {
    const { file, analysis } = this.#see(path);
    return referencesAt(file, offset, analysis);
  }

  completions(path: string, offset: number): readonly Completion[] {
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
    const { analysis } = this.#see(path);
    const textOf = (file: string) => analysis.files.find(({ name }) => name === file)?.text ?? "";
    const own = fixesOf(findingsOf(analysis), textOf);
    return own.filter(({ finding, edit }) => finding.place.file === path && edit.place.file === path);
  }

  renameable(path: string, offset: number): Occurrence | undefined {
    const { file, analysis } = this.#see(path);
    return renameableAt(file, offset, analysis);
  }

  /** The edits that give a name another one, or why that can't be. */
  rename(path: string, offset: number, name: string): ReturnType<typeof renameEdits> {
    const { file, analysis, project } = this.#see(path);
    const at = renameableAt(file, offset, analysis);
    if (at === undefined) return { refused: "there is no name of the template here" };
    return renameEdits(at, name, analysis, dataFilesFor(project.template.name, this.#files));
  }

  marks(path: string): readonly Mark[] {
    const { file, analysis } = this.#see(path);
    return marksOf(file, analysis);
  }

  hints(path: string): readonly Hint[] {
    const { file, analysis, kept } = this.#see(path);
    return hintsOf(file, analysis, kept.chosen);
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

  /** The story and the day of which a hover shows values; none where nothing is given. */
  choose(path: string, chosen: Chosen | undefined): void {
    this.#see(path).kept.chosen = chosen;
  }

  #see(path: string): Seen {
    const template = templateOf(path, this.#files);
    const project = projectOf(template, this.#files);
    const kept = this.#kept.get(template) ?? {
      analyst: new Analyst(),
      runs: new StoryRuns(),
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
