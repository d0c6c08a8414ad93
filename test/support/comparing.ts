import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Comparison, LoadedComparison, NamedText, Result, SubjectTexts } from "../../src/index.ts";
import { compareInstruments, compile, filesOfStory, loadComparison, parseStory } from "../../src/index.ts";
import { ensured } from "./acceptance.ts";
import { clausesFor } from "./library.ts";

/** A subject of a test: a template's path, and what a subject file would say. */
export interface TestSubject {
  readonly template: string;
  readonly binding?: string;
  readonly name?: string;
  readonly terms?: object;
  readonly readings?: object;
}

const fileAt = (path: string): NamedText => ({ name: path, text: readFileSync(path, "utf8") });

/** Subjects in the story of a file. */
export function comparedIn(path: string, subjects: readonly TestSubject[]): Comparison {
  return ensured(compareInstruments(loadedIn(path, subjects)));
}

/** Subjects in a story that is given as data, without prices where no market is given. */
export function comparedInData(
  story: object,
  subjects: readonly TestSubject[],
  market?: NamedText,
): Result<Comparison> {
  const text = JSON.stringify({ format: "tenor/story@1", deal: {}, events: [], ...story }, null, 1);
  return compared({ name: "story.json", text }, subjects, market);
}

function compared(
  story: NamedText,
  subjects: readonly TestSubject[],
  market: NamedText | undefined,
): Result<Comparison> {
  const loaded = loadComparison({ story, market, subjects: subjects.map(textsOf) });
  return loaded.ok ? compareInstruments(loaded.value) : loaded;
}

/** Subjects in the story of a file, ready to be compared. */
export function loadedIn(path: string, subjects: readonly TestSubject[]): LoadedComparison {
  const story = fileAt(path);
  const { market: files } = filesOfStory(parseStory(story.text, story.name));
  const read = ({ file }: { readonly file: string }) => fileAt(join(dirname(path), file));
  const [one] = files.filter(({ series }) => series === undefined);
  const series = new Map(
    files.flatMap((file) => (file.series === undefined ? [] : [[file.series, read(file)] as const])),
  );
  return ensured(loadComparison({ story, market: one && read(one), series, subjects: subjects.map(textsOf) }));
}

function textsOf({
  template: path,
  binding,
  name = basename(path, ".tenor"),
  terms = {},
  readings = {},
}: TestSubject): SubjectTexts {
  const source = fileAt(path);
  const subject = { format: "tenor/subject@1", template: path, terms, readings };
  return {
    name,
    template: ensured(compile(source.text, path, ...clausesFor(source.text))),
    templateName: path,
    binding: fileAt(bindingPath(path, binding)),
    subject: { name: `subject ${name}`, text: JSON.stringify(subject) },
  };
}

function bindingPath(template: string, binding: string | undefined): string {
  const beside = template.replace(/\.tenor$/, ".binding.json");
  return binding ?? (existsSync(beside) ? beside : "");
}

/** The totals of a comparison by their names, as texts; where there is none, the reason. */
export function totalsIn({ totals }: Comparison): Readonly<Record<string, readonly string[]>> {
  const shown = totals.map(({ role, values }) => [
    role,
    values.map((value) =>
      "error" in value ? value.error.kind : value.answer === null ? value.because : String(value.answer),
    ),
  ]);
  return Object.fromEntries(shown) as Readonly<Record<string, readonly string[]>>;
}
