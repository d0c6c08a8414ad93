/** What a text says of its own sections where it cites them: that they are there, and that they speak of what they are cited for. */
import type { ContractPart, Sentence } from "../contract/contract-text.ts";
import type { TextFinding } from "./finding.ts";
import { findingAt, isAttached, keyOf } from "./finding.ts";
import { runOfStems, stemsOf, termsDefined } from "./words.ts";

const number = String.raw`[\dIVXLC]+(?:\.\d+)*(?:\([A-Za-z0-9]{1,5}\))*(?![A-Za-z])`;
const citation = new RegExp(String.raw`\b(Sections?|Articles?|Clauses?|Conditions?)\s+(${number})`, "g");
/** Behind a citation, or a list of them: the first word of the name of the paper that it is of. */
const ofPaper = /^[\s,;\d().a-zA-Z]{0,40}?\b(?:of|to|under)\s+(?:the|that|such|said)\s+(?:certain\s+)?([A-Z][A-Za-z]*)/;

/** A section of this text that is cited and is not there, or speaks of something else. */
export function citationFindings(sentences: readonly Sentence[], parts: readonly ContractPart[]): TextFinding[] {
  const own = namesOfItself(sentences);
  const terms = new Set(sentences.flatMap(({ text }) => termsDefined(text).map(keyOf)));
  return sentences.flatMap((sentence) => {
    if (isAttached(sentence)) return [];
    const cited = [...sentence.text.matchAll(citation)].flatMap(
      ({ index, 0: written, 1: word = "", 2: label = "" }) => {
        const [before, after] = [sentence.text.slice(0, index), sentence.text.slice(index + written.length)];
        const paper = ofPaper.exec(after)?.[1];
        return paper === undefined || own.has(paper) ? [{ word: word.replace(/s$/, ""), label, before, after }] : [];
      },
    );
    const found = cited.flatMap((it) => {
      const meant = partsOf(it.label, parts);
      if (meant.length === 0) {
        return [findingAt(sentence, "no such section", `${it.word} ${it.label} is cited, and the text has none`)];
      }
      const message = otherSubject(it, meant, terms);
      return message === undefined ? [] : [findingAt(sentence, "other subject", message)];
    });
    return [...new Map(found.map((it) => [it.message, it])).values()];
  });
}

/** What a text calls itself: the words behind `this`. */
function namesOfItself(sentences: readonly Sentence[]): ReadonlySet<string> {
  const named = sentences.flatMap(({ text }) => [...text.matchAll(/\b[Tt]his\s+([A-Z][A-Za-z]*)/g)]);
  return new Set(named.map(([, name = ""]) => name));
}

/** The part of a label and those below it; of a label that is a place within a part, that part. */
function partsOf(cited: string, parts: readonly ContractPart[]): ContractPart[] {
  const numberOf = ({ label }: ContractPart) => label.replace(/^[A-Z][a-z]+ (?=[\dIVXLC])/, "");
  const below = parts.filter((part) => {
    const own = numberOf(part);
    return own === cited || own.startsWith(`${cited}(`) || own.startsWith(`${cited}.`);
  });
  return below.length > 0 ? below : parts.filter((part) => cited.startsWith(`${numberOf(part)}(`));
}

interface Citation {
  /** `Section`, `Clause`. */
  readonly word: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Why the sections meant do not fit what they are cited for. */
function otherSubject(it: Citation, meant: readonly ContractPart[], terms: ReadonlySet<string>): string | undefined {
  const defined = definedThere.exec(it.before);
  const term = (defined?.[1] ?? defined?.[2])?.trim();
  if (term !== undefined) {
    return defines(meant, term) ? undefined : `${it.word} ${it.label} is to define "${term}", and does not`;
  }
  const title = meant[0]?.title ?? "";
  const [, named = ""] = /^\s*\(["“]?([A-Z][A-Za-z]+(?: [A-Za-z]+)*)["”]?\)/.exec(it.after) ?? [];
  if (named !== "" && title !== "" && !shareWords(named, title)) {
    return `${it.word} ${it.label} is cited as "${named}", and its title is "${title}"`;
  }
  const subject = spokenOf.exec(it.before)?.[1]?.trim().replace(openings, "");
  if (subject === undefined || !terms.has(keyOf(subject)) || speaksOf(meant, subject)) return undefined;
  return `${it.word} ${it.label} is cited for "${subject}", of which it says nothing`;
}

/** `"X" shall have the meaning set forth in`, `X (as defined in`. */
const definedThere =
  /(?:["“]([A-Z][^"”]{1,60}?)[.,]?["”](?:\s+shall)?\s+ha(?:s|ve)\s+the\s+meanings?\s+(?:set forth|given|ascribed|assigned|specified)(?:\s+(?:to it|to such term|thereto))?\s+in|((?:[A-Z][\w-]*\s)+)\(as(?:\s+such\s+term\s+is)?\s+(?:hereinafter\s+)?defined\s+in)\s*$/;

const openings = /^(?:An?|The|Any|All|Each|Every|No|Such|This|That|If|Upon|In|For|At|On|To|By)\s+/;

/** A term right before the words that lead to a citation. */
const spokenOf =
  /((?:[A-Z][\w-]*\s+)+)(?:(?:is|are|was|were|has|have|been|to be|as|then)\s+)*(?:set forth|provided(?: for)?|described|specified|determined|calculated|computed|given|made|delivered|required|payable|paid|owing|imposed|established|contained|due)\s+(?:in|under|by|pursuant to|in accordance with)\s*$/;

function defines(meant: readonly ContractPart[], term: string): boolean {
  const key = keyOf(term);
  const inQuotes = meant.some(({ sentences }) =>
    sentences.some(({ text }) => termsDefined(text).some((it) => keyOf(it) === key)),
  );
  return inQuotes || meant.some(({ title }) => keyOf(title).includes(key));
}

function speaksOf(meant: readonly ContractPart[], subject: string): boolean {
  const said = runOfStems(
    meant.flatMap(({ title, sentences }) => [title, ...sentences.map(({ text }) => text)]).join(" "),
  );
  return said.includes(runOfStems(subject));
}

function shareWords(one: string, other: string): boolean {
  const others = new Set(stemsOf(other));
  return stemsOf(one).some((it) => others.has(it));
}
