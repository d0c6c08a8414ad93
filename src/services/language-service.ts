/**
 * What an editor asks about templates: a path and an offset come in, plain data goes out. It knows no protocol, and reads files
 * only through what it is given, so that a server, a web worker and a command share it.
 */
import type { Analysis, FileView, Finding, Place } from "./analysis.ts";
import { Analyst, findingsOf } from "./analysis.ts";
import type { Completion } from "./completion/complete.ts";
import { completionsAt } from "./completion/complete.ts";
import { ContractText } from "./contract.ts";
import type { TextEdit } from "./formatting.ts";
import { formatEdits } from "./formatting.ts";
import type { Hover } from "./hover.ts";
import { definitionAt, hoverAt, referencesAt } from "./hover.ts";
import type { Occurrence } from "./occurrences.ts";
import type { OutlineItem } from "./outline.ts";
import { foldsOf, outlineOf } from "./outline.ts";
import type { Files, Project } from "./project.ts";
import { folderOf, projectOf, templateOf } from "./project.ts";
import type { Chosen } from "./values.ts";
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
