/** A contract's text set against its template, sentence by sentence, and figure by figure. */
import type { ContractPart, Sentence } from "../contract/contract-text.ts";
import type { Clause, ClausesOfTemplate, OutOfScope } from "./clauses.ts";
import type { TextFinding } from "./finding.ts";
import type { Match } from "./match.ts";
import { isNamed, isRelated, matchesOf } from "./match.ts";
import { templateFindings } from "./template-findings.ts";
import { textFindings } from "./text-findings.ts";
import { figuresOf } from "./words.ts";

export type SentenceStatus = "encoded" | "declared" | "uncovered";

export interface CoveredSentence {
  readonly sentence: Sentence;
  /** encoded: clauses compute it; declared: said in words, or out of scope for a reason. */
  readonly status: SentenceStatus;
  readonly matches: readonly Match[];
  /** Why it is out of scope. */
  readonly reason: string | undefined;
}

/** A figure of the text that no clause of its section has, or of a clause that its section's text does not have. */
export interface LooseFigure {
  readonly section: string;
  readonly line: number;
  readonly text: string;
}

export interface Coverage {
  readonly parts: readonly { readonly part: ContractPart; readonly sentences: readonly CoveredSentence[] }[];
  readonly totals: Readonly<Record<SentenceStatus, number>>;
  /** Sentences whose clauses were found and are not named by the template. */
  readonly unconfirmed: number;
  readonly figuresOfText: readonly LooseFigure[];
  readonly figuresOfTemplate: readonly LooseFigure[];
  /** What the text itself leaves open or says twice. */
  readonly findings: readonly TextFinding[];
  /** Sections of the template that the text does not have. */
  readonly sectionsWithoutText: readonly string[];
  readonly sentencesWithoutText: readonly SentenceWithoutText[];
}

/** A sentence that the template names and its section of the text, with so many of them, does not have. */
export interface SentenceWithoutText {
  readonly section: string;
  readonly sentence: number;
  readonly has: number;
  /** Of the template. */
  readonly line: number;
}

export function coverageOf(parts: readonly ContractPart[], template: ClausesOfTemplate): Coverage {
  const { clauses, outOfScope } = template;
  const matches = matchesOf(parts, clauses);
  const covered = parts.map((part) => ({
    part,
    sentences: part.sentences.map((sentence) => coveredBy(sentence, matches.get(sentence) ?? [], outOfScope)),
  }));
  const all = covered.flatMap(({ sentences }) => sentences);
  const countOf = (status: SentenceStatus) => all.filter((it) => it.status === status).length;
  return {
    parts: covered,
    totals: { encoded: countOf("encoded"), declared: countOf("declared"), uncovered: countOf("uncovered") },
    unconfirmed: all.filter((it) => it.matches.some((match) => !match.isNamed)).length,
    figuresOfText: looseInText(all, clauses),
    figuresOfTemplate: looseInTemplate(all, clauses),
    findings: [...textFindings(parts), ...templateFindings(all, template)].toSorted((a, b) => a.line - b.line),
    sectionsWithoutText: template.sections.filter((it) => !standsIn(parts, it)),
    sentencesWithoutText: sentencesWithoutText(parts, template),
  };
}

/** A part of the text, or a number in brackets within the sentences of one: 2(a)(iii) is there where 2(a) counts `(iii)`. */
export function standsIn(parts: readonly ContractPart[], section: string): boolean {
  if (parts.some(({ label }) => label === section)) return true;
  const [, outer = "", number = ""] = /^(.+)(\([A-Za-z0-9]{1,5}\))$/.exec(section) ?? [];
  if (outer === "" || !standsIn(parts, outer)) return false;
  const within = parts.filter(({ label }) => outer === label || outer.startsWith(`${label}(`));
  return within.some(({ sentences }) => sentences.some(({ text }) => text.includes(`${number} `)));
}

function coveredBy(sentence: Sentence, matches: readonly Match[], outOfScope: readonly OutOfScope[]): CoveredSentence {
  const own = outOfScope.filter(({ section }) => section === sentence.section);
  const named = own.find((it) => isNamed(sentence, it));
  const rest = own.find(({ sentences }) => sentences.length === 0);
  if (named !== undefined) return { sentence, status: "declared", matches: [], reason: named.reason };
  if (matches.length > 0) {
    const isSaid = matches.every(({ clause: { statement } }) => said.has(statement.kind));
    return { sentence, status: isSaid ? "declared" : "encoded", matches, reason: undefined };
  }
  if (rest !== undefined) return { sentence, status: "declared", matches: [], reason: rest.reason };
  return { sentence, status: "uncovered", matches: [], reason: undefined };
}

/** Statements that compute nothing. */
const said: ReadonlySet<string> = new Set(["InWords", "OurView"]);

/** Figures of sentences that are not out of scope. */
function looseInText(sentences: readonly CoveredSentence[], clauses: readonly Clause[]): LooseFigure[] {
  return sentences.flatMap(({ sentence, reason }) => {
    if (reason !== undefined) return [];
    const { section, line } = sentence;
    const related = clauses.filter((it) => isRelated(it.section, section) || it.section === "" || isGiven(it));
    const held = new Set(
      related.flatMap((it) => [...it.figures, ...it.yearDays, ...figuresOf(it.words).map(({ digits }) => digits)]),
    );
    const loose = figuresOf(sentence.text).filter(({ digits }) => digits !== "0" && !held.has(digits));
    return loose.map(({ text }) => ({ section, line, text }));
  });
}

/** Deal terms are of the whole note, wherever they stand. */
function isGiven({ statement }: Clause): boolean {
  return statement.kind === "Given";
}

/**
 * Deal terms are given, so that the text may have blanks for them. They are of the whole note, and so is what a shared clause is
 * given: the hours of a notice stand in the section on notices. What several statements of a section have is listed once.
 */
function looseInTemplate(sentences: readonly CoveredSentence[], clauses: readonly Clause[]): LooseFigure[] {
  const all = sentences.map(({ sentence }) => ({ section: sentence.section, figures: figuresOf(sentence.text) }));
  const listed = new Set<string>();
  return clauses.flatMap((clause) => {
    const { section, figures, statement } = clause;
    const { span, kind } = statement;
    const isOfNote = section === "" || isGiven(clause) || kind === "Use";
    const texts = isOfNote ? all : all.filter((it) => isRelated(it.section, section));
    const known = new Set(texts.flatMap((it) => it.figures.map(({ digits }) => digits)));
    const loose = [...figures].filter((digits) => {
      const key = kind === "Use" ? digits : `${section} ${digits}`;
      if (digits === "0" || digits === "1" || known.has(digits) || listed.has(key)) return false;
      listed.add(key);
      return true;
    });
    return loose.map((text) => ({ section, line: span.source.positionAt(span.start).line, text }));
  });
}

/** Lines of the template that name a sentence which their section of the text does not have. */
function sentencesWithoutText(
  parts: readonly ContractPart[],
  { clauses, outOfScope }: ClausesOfTemplate,
): SentenceWithoutText[] {
  const counts = new Map(parts.map(({ label, sentences }) => [label, sentences.length]));
  const marks = [...clauses.map((it) => ({ ...it, span: it.statement.span })), ...outOfScope];
  const found = marks.flatMap(({ section, sentences, span }) => {
    const count = counts.get(section);
    const beyond = count === undefined ? [] : sentences.filter(({ to }) => to > count);
    return beyond.map(({ to }) => ({
      section,
      sentence: to,
      has: count ?? 0,
      line: span.source.positionAt(span.start).line,
    }));
  });
  const first = new Map(found.toReversed().map((it) => [`${it.section} ${it.sentence}`, it]));
  return [...first.values()].toReversed();
}
