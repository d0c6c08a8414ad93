/** What a text and its template together leave open: an option that the template gives to another party, an ambiguity without a reading. */
import type { Sentence } from "../contract/contract-text.ts";
import type { Clause, ClausesOfTemplate } from "./clauses.ts";
import type { TextFinding } from "./finding.ts";
import { findingAt } from "./finding.ts";
import type { Match } from "./match.ts";
import { isRelated } from "./match.ts";

/** A sentence with what the template has for it. */
interface Said {
  readonly sentence: Sentence;
  readonly status: string;
  readonly matches: readonly Match[];
  readonly reason: string | undefined;
}

export function templateFindings(sentences: readonly Said[], template: ClausesOfTemplate): TextFinding[] {
  return sentences.flatMap((it) => [...optionOfAnother(it, template), ...ambiguities(it, template)]);
}

/** The party whose option it is, by the template's names of the parties. */
function holdersOf({ text }: Sentence, parties: readonly string[]): string[] {
  return parties.filter((party) => {
    const option = "(?:option|election|discretion)";
    const ofParty = String.raw`\bat the (?:sole |absolute )?${option} of (?:the |such )?${party}\b`;
    const partys = String.raw`\bat (?:the )?${party}['’]s (?:sole |absolute )?${option}\b`;
    const own = String.raw`\b${party} may,? at its (?:sole |absolute )?${option}\b`;
    return new RegExp(`${ofParty}|${partys}|${own}`).test(text);
  });
}

/** Who gives the events and has the powers of a clause; of a value of an event, who gives that event. */
function giverIn({ statement }: Clause, clauses: readonly Clause[]): string | undefined {
  if (statement.kind === "EventDeclaration") return statement.by?.text;
  if (statement.kind === "Power" || statement.kind === "InWords") return statement.party?.text;
  if (!("owner" in statement) || statement.owner === undefined) return undefined;
  const event = statement.owner.text;
  for (const { statement: other } of clauses) {
    if (other.kind === "EventDeclaration" && other.name.text === event) return other.by?.text;
  }
  return undefined;
}

/** An option of one party, where all that the template has for the sentence is done by another. */
function optionOfAnother({ sentence, matches }: Said, { parties, clauses }: ClausesOfTemplate): TextFinding[] {
  const givers = matches.flatMap(({ clause }) => {
    const party = giverIn(clause, clauses);
    return party === undefined ? [] : [{ clause, party }];
  });
  return holdersOf(sentence, parties).flatMap((holder) => {
    const [other] = givers;
    if (other === undefined || givers.some(({ party }) => party === holder)) return [];
    const message = `The text makes it an option of the ${holder}; in the template the ${other.party} says it, by ${other.clause.title}`;
    return [findingAt(sentence, "option of another", message)];
  });
}

/** What can be read in two ways, with the question. */
const openQuestions: readonly (readonly [form: RegExp, question: string])[] = [
  [
    /\b(?:payable|paid|due)(?: and payable)? (?:quarterly|monthly|annually|semi-?annually)\b(?! (?:on|in arrears on|commencing))/i,
    "on which days?",
  ],
  [/\band\/or\b/i, "both, or one of them?"],
  [
    /\b(?:market|trading|sale|bid) price\b(?=[^.]*\bintra-?day\b)|\bintra-?day (?:trading )?price\b/i,
    "which price of the day?",
  ],
  [/\b(?:promptly|as soon as (?:reasonably )?practicable|within a reasonable time)\b/i, "by which day?"],
  [/\bper day\b|\bfor each day\b/i, "each calendar day, or each business day?"],
  [
    /\bexercises? (?:its|the|such|this) (?:right|option)(?: to (?:prepay|redeem|call))?(?= (?:on or before|on or after|before|after|within|during|no later than)\b)/i,
    "on the day of the notice, or of what is done by it?",
  ],
];

/** Where the template settles nothing in the section, by a reading or a view of its own. */
function ambiguities({ sentence, reason, status }: Said, { settled }: ClausesOfTemplate): TextFinding[] {
  if (reason !== undefined || status !== "encoded") return [];
  if (settled.some((section) => isRelated(section, sentence.section))) return [];
  return openQuestions.flatMap(([form, question]) => {
    const [written] = form.exec(sentence.text) ?? [];
    if (written === undefined) return [];
    const message = `"${written}" can be read in more than one way (${question}), and the template has no reading of it`;
    return [findingAt(sentence, "ambiguity without a reading", message)];
  });
}
