/** What a contract's text itself leaves open or says twice: for whoever has to encode it, before anything is encoded. */

import { figuresIn, isSameFigure } from "../../grammar/forms/figures.ts";
import { numeral } from "../../grammar/forms/numerals.ts";
import type { ContractPart, Sentence } from "../contract/contract-text.ts";
import { citationFindings } from "./citations.ts";
import type { TextFinding } from "./finding.ts";
import { findingAt, isAttached, keyOf } from "./finding.ts";
import { monthNames } from "./words.ts";

export function textFindings(parts: readonly ContractPart[]): TextFinding[] {
  const sentences = parts.flatMap((part) => part.sentences);
  const found = [
    ...undefinedTerms(sentences),
    ...definedTwice(sentences),
    ...citationFindings(sentences, parts),
    ...blanks(sentences),
    ...wordsAndFigures(sentences),
    ...reserved(parts),
    ...covenantsWithoutConsequence(parts),
    ...powersWithoutEnd(sentences),
  ];
  return found.toSorted((a, b) => a.line - b.line);
}

// ---------------------------------------------------------------- terms

interface Definition {
  readonly term: string;
  readonly sentence: Sentence;
}

/** `"X" means`, `the term "X"`, `(the "X")`, `(each, an "X")`, `An "X" is a`. */
const definingForms =
  /(?:\(\s*(?:(?:the|an?|each|such|collectively|together|hereinafter|individually)[,\s]+)*["“]([A-Z](?:\([sS]\)|[^"”)]){1,60}?)[.,]?(?:["”]|\))|\bterms?\s+["“]([A-Z][^"”]{1,60}?)[.,]?["”]|["“]([A-Z][^"”]{1,60}?)[.,]?["”]\s*(?:,[^,]{0,60},\s*)?(?:shall\s+)?(?:means?\b|(?:shall\s+)?ha(?:s|ve)\s+the\s+meaning|is\s+defined|for\s+any|(?:of\s+(?:the|an?)\s+[\w ]{1,40}\s)?is\s+(?:an?|the)\b))/g;

export function definitionsIn(sentences: readonly Sentence[]): Definition[] {
  return sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(definingForms)].flatMap(([, one, two, three]) => {
      const term = one ?? two ?? three;
      return term === undefined ? [] : [{ term: term.replace(/\(s\)$/i, ""), sentence }];
    }),
  );
}

/** Every term in quotes, and every one with its value behind a colon: a text may define one in a form that is not known here. */
function quotedTerms(sentences: readonly Sentence[]): Set<string> {
  const quoted = sentences.flatMap(({ text }) => [
    ...text.matchAll(/["“]([A-Z][^"”]{1,60}?)[.,]?["”]/g),
    ...text.matchAll(labelled),
  ]);
  return new Set(quoted.map(([, term = ""]) => keyOf(term)));
}

/** `Issue Date: January 6, 2025`, as the head of a note has its terms. */
const labelled = new RegExp(
  String.raw`\b([A-Z][A-Za-z-]*(?: (?:(?:of|per) )?[A-Z][A-Za-z-]*)*)(?:\*\*)?:(?:\*\*)?\s+(?=[$€£¥\d]|${monthNames}\b)`,
  "g",
);

const capitals =
  /(?<![A-Za-z-])[A-Z][a-z]+(?:-[A-Z][a-z]+)*(?:\s(?:(?:of|per|as|at|in)\s)?[A-Z][a-z]+(?:-[A-Z][a-z]+)*)+/g;
/** Words that begin a sentence and belong to no term. */
const openings = /^(?:An?|The|Any|All|Each|Every|No|Such|This|That|If|Upon|In|For|At|On|To|By)\s+/;

/** Words with capitals that end like a term of the text, as in `Closing Price` beside `Market Price`, and are none. */
function undefinedTerms(sentences: readonly Sentence[]): TextFinding[] {
  const known = quotedTerms(sentences);
  const endings = new Set([...known].filter((it) => it.includes(" ")).map((it) => it.split(" ").at(-1)));
  const orders = new Set([...known].map(wordsInOrder));
  const isName = nameFinder(sentences, known);
  const uses = new Map<string, { readonly term: string; readonly sentence: Sentence; count: number }>();
  for (const sentence of sentences) {
    if (isAttached(sentence)) continue;
    for (const { 0: written, index: start } of sentence.text.matchAll(capitals)) {
      const term = written.replace(openings, "");
      const index = start + written.length - term.length;
      const key = keyOf(term);
      if (!term.includes(" ")) continue;
      if (!endings.has(key.split(" ").at(-1)) || isKnown(key, known) || isNamedDocument(sentence.text, term, index))
        continue;
      if (orders.has(wordsInOrder(key)) || isName(sentence.text, term, index)) continue;
      const use = uses.get(key) ?? { term, sentence, count: 0 };
      use.count += 1;
      uses.set(key, use);
    }
  }
  return [...uses.values()].map(({ term, sentence, count }) =>
    findingAt(
      sentence,
      "undefined term",
      `"${term}" is used ${count === 1 ? "once" : `${count} times`} and never defined`,
    ),
  );
}

/** A term, or one with another in front of it: `Holder Notice of Conversion`, `Initial Market Price`. */
function isKnown(key: string, known: ReadonlySet<string>): boolean {
  const words = key.split(" ");
  return words.some((_, at) => known.has(words.slice(at).join(" ")));
}

/** `Default Event` has the words of `Event of Default`. */
function wordsInOrder(key: string): string {
  const words = key.split(" ").filter((word) => !/^(?:of|per|as|at|in)$/.test(word));
  return words.toSorted().join(" ");
}

/**
 * A name of the world in a list of such names, as of exchanges: one of its words stands nowhere in small letters or in a
 * term, and another name stands behind it or before it.
 */
function nameFinder(sentences: readonly Sentence[], known: ReadonlySet<string>) {
  const small = new Set(sentences.flatMap(({ text }) => text.match(/(?<![A-Za-z])[a-z]+/g) ?? []));
  const ofTerms = new Set([...known].flatMap((it) => it.split(" ")));
  const isOwn = (word: string) => small.has(word) || ofTerms.has(keyOf(word));
  return (text: string, term: string, index: number): boolean => {
    const [before, after] = [text.slice(0, index), text.slice(index + term.length)];
    const [, previous] = /((?:[A-Z]\w+ )*[A-Z]\w+)(?:, (?:(?:or|and) )?| (?:or|and) )the $/.exec(before) ?? [];
    const [, next] = /^(?:, (?:(?:or|and) )?| (?:or|and) )the ((?:[A-Z]\w+ )*[A-Z]\w+)/.exec(after) ?? [];
    const inList = [previous, next].some((name) => name !== undefined && !isKnown(keyOf(name), known));
    return inList && !term.toLowerCase().split(" ").every(isOwn);
  };
}

/** In quotes, where it is defined; or of another paper: `that certain Security Agreement, dated …`, `(as defined in …)`. */
function isNamedDocument(text: string, term: string, index: number): boolean {
  const [before, after] = [text.slice(0, index), text.slice(index + term.length)];
  return (
    /(?:["“]|\b(?:certain|the form of)\s+)$/.test(before) ||
    /^(?:,?\s+(?:dated|of \d{4})|\s+\(as (?:such term is )?defined in)/.test(after)
  );
}

function definedTwice(sentences: readonly Sentence[]): TextFinding[] {
  const first = new Map<string, Sentence>();
  return definitionsIn(sentences).flatMap(({ term, sentence }) => {
    // A definition that only points to another one is none of its own.
    if (isAttached(sentence) || /\bmeaning\s+(?:set\s+forth|given|ascribed)/.test(sentence.text)) return [];
    const known = first.get(keyOf(term));
    if (known === undefined || known === sentence) {
      first.set(keyOf(term), known ?? sentence);
      return [];
    }
    return [
      findingAt(sentence, "defined twice", `"${term}" is defined here and in ${known.section} (line ${known.line})`),
    ];
  });
}

// ---------------------------------------------------------------- blanks, figures

function blanks(sentences: readonly Sentence[]): TextFinding[] {
  return sentences.flatMap((sentence) => {
    const [blank] = /(?:\S+\s+){0,4}\S*_{2,}(?:,?\s+\d{4})?/.exec(sentence.text) ?? [];
    if (blank === undefined || isAttached(sentence)) return [];
    const shown = blank.replaceAll(/_{3,}/g, "___");
    return [findingAt(sentence, "blank", `A blank is to be filled in: "${shown}"`)];
  });
}

/** `twenty (30) days`: the figure in brackets is another one. */
function wordsAndFigures(sentences: readonly Sentence[]): TextFinding[] {
  const pairs = new RegExp(
    String.raw`(${numeral})\s+(?:percent\s+)?\(\s*\$?(\d[\d,]*(?:\.\d+)?)\s*%?(?:st|nd|rd|th)?\s*\)`,
    "gi",
  );
  return sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(pairs)].flatMap(([written, words = "", digits = ""]) => {
      const [value] = figuresIn(words.toLowerCase());
      const isOne = value === undefined || isSameFigure(value, digits.replaceAll(",", ""));
      return isOne
        ? []
        : [findingAt(sentence, "words and figures", `"${written}" says ${value} in words and ${digits} in figures`)];
    }),
  );
}

function reserved(parts: readonly ContractPart[]): TextFinding[] {
  return parts.flatMap(({ label, title, line, sentences }) => {
    const isReserved =
      /^\[?\s*reserved\s*\]?\.?$/i.test(title) || sentences.some(({ text }) => /^\[?\s*reserved\s*\]?\.?$/i.test(text));
    return isReserved
      ? [findingAt({ section: label, line }, "reserved", `Section ${label} is reserved: it says nothing yet`)]
      : [];
  });
}

/** Parts headed as covenants that the default for broken covenants does not name, where it names some. */
function covenantsWithoutConsequence(parts: readonly ContractPart[]): TextFinding[] {
  const ofDefaults = parts
    .flatMap(({ sentences }) => sentences)
    .filter(({ text }) => /\bbreach(?:es)?\b[^.]*\bcovenant/i.test(text));
  const named = ofDefaults.map((sentence) => ({
    sentence,
    labels: [...sentence.text.matchAll(/\b(\d+(?:\.\d+)*(?:\([a-z]+\))*)/g)].map(([, label = ""]) => label),
  }));
  const [default_] = named;
  if (default_ === undefined || default_.labels.length === 0) return [];
  return parts.flatMap(({ label, title, line }) => {
    const numbers = label.replace(/^Article /, "");
    const isNamed = named.some(({ sentence, labels }) => sentence.section === label || labels.includes(numbers));
    if (!/\bcovenants?\b/i.test(title) || isNamed) return [];
    const message = `A breach of ${label} has no stated consequence: ${default_.sentence.section} names other sections`;
    return [findingAt({ section: label, line }, "no consequence", message)];
  });
}

/** A party, and what it may do at any time. */
const open = /\b[A-Z][a-z]+ (?:may|(?:shall )?ha(?:s|ve) the (?:right|option)|is entitled to)\b[^.;]*\bat any time\b/;
/** What ends a power, or says where to look for its end. */
const ends =
  /\b(?:until|before|prior to|within|during|through|while|so long as|as long as|(?:no|not) later than|on or before|expir\w+|terminat\w+|subject to (?:Section|Article)s? [\dIVX])/i;

/** A power that may be used at any time, without a last day. */
function powersWithoutEnd(sentences: readonly Sentence[]): TextFinding[] {
  return sentences.flatMap((sentence) => {
    const [written] = open.exec(sentence.text) ?? [];
    if (written === undefined || ends.test(sentence.text) || isAttached(sentence)) return [];
    const shown = written.length > 80 ? `…${written.slice(-79)}` : written;
    return [findingAt(sentence, "power without an end", `A power has no last day: "${shown}"`)];
  });
}
