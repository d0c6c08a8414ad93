/** Names, texts and sections that can stand where the grammar takes one. */

import { labelAfter } from "../../../grammar/labels.ts";
import type { Next } from "../../../grammar/messages/next-tokens.ts";
import type { Token } from "../../../grammar/tokens.ts";
import type { NoteLevelSymbol } from "../../checked/ast.ts";
import { titleOf } from "../../syntax/clauses/expand.ts";
import { builtInCalendarNames } from "../../units/calendars/built-in.ts";
import { roles } from "../../units/roles.ts";
import type { Analysis } from "../analysis.ts";
import type { ContractText } from "../contract.ts";
import { describe, typeInWords } from "../describe.ts";
import type { Term } from "../terms.ts";

export interface Candidate {
  readonly label: string;
  readonly kind: "word" | "figure" | "name" | "member" | "text" | "section";
  /** A few words beside it: its unit, what it is. */
  readonly detail: string;
  readonly insert: string;
  readonly term?: Term;
}

interface Context {
  readonly analysis: Analysis;
  readonly contract: ContractText | undefined;
  /** Of the statement, up to the place. */
  readonly tokens: readonly Token[];
}

type Kind = NoteLevelSymbol["kind"];

const values: readonly Kind[] = ["Given", "Definition", "State", "Family", "Event", "Series"];
const nothing: readonly Kind[] = [];

/** Which names stand where: by the rule of the grammar, and the name that the place has in it. A new name has none. */
const kindsOfNames: Readonly<Record<string, readonly Kind[]>> = {
  "noteHead party": nothing,
  "noteHead existsFrom": ["Given", "Definition"],
  "noteHead maturesOn": ["Given"],
  "noteHead tradedSeries": ["Series"],
  "given Name": nothing,
  "series Name": nothing,
  "eventDeclaration Name": nothing,
  "eventDeclaration refersTo": ["Event"],
  "eventDeclaration by": ["Party"],
  "eventDeclaration schedule": ["Schedule"],
  "field Name": nothing,
  "shareBasis Name": ["Event"],
  "namedDeclaration Name": ["Family"],
  "owner Name": ["Event"],
  "rowOwner Name": ["Schedule"],
  "status from": ["Event"],
  "status until": ["Event"],
  "account Name": nothing,
  "account debtor": ["Party"],
  "account creditor": ["Party"],
  "whenTrigger Name": ["Event", "Family", "Definition", "State"],
  "whenTrigger owner": ["Event"],
  "calendarTrigger schedule": ["Schedule"],
  "change Name": ["State", "Account"],
  "paymentTarget Name": ["Account"],
  "paymentTarget companion": ["Account"],
  "exception Name": ["Definition"],
  "partyClause party": ["Party"],
  "power event": ["Event"],
  "power giving": nothing,
  "called Name": nothing,
  "deliveryDuty event": ["Event"],
  "paymentDuty to": ["Party"],
  "prohibition event": ["Event"],
  "inWords party": ["Party"],
  "ourView favours": ["Party"],
  "roleMark Name": ["Definition", "State", "Given", "Account", "Event", "Family"],
  "story term": ["Given"],
  "marketFile series": ["Series"],
  "storyEvent Name": ["Event"],
  "expectation Name": ["Given", "Definition", "State", "Account", "Family"],
  "takes Name": nothing,
  "takes refersTo": ["Event"],
  "gives Name": nothing,
  "eventsTest Name": ["Event"],
  "breachTest party": ["Party"],
  "comparison schedule": ["Schedule"],
  "set event": ["Event"],
  "set schedule": ["Schedule"],
  "reference Name": values,
  "reference event": ["Event"],
  "measure Name": ["Account", "Family"],
};

export function candidatesFor(next: Next, context: Context): readonly Candidate[] {
  const { name } = next.type;
  if (name === "Name") return namesFor(next, context);
  if (name === "Text") return textsFor(next, context);
  if (name === "SectionToken" || name === "SectionLabel") return sectionsFor(next, context);
  if (name === "ListLabel") return listLabel(context);
  return name === "Word" && next.rule === "column" ? columns(context) : [];
}

function namesFor({ rule, label }: Next, context: Context): Candidate[] {
  if (rule === "storyField") return membersOf(lastEvent(context), context, "Field");
  if (rule === "memberName") return eventsNamed(context).flatMap((event) => membersOf(event, context));
  if (rule === "field" && label === "asOf") return membersOf(lastEvent(context), context, "Field");
  if (rule === "binding") return clauseNames(context);
  const kinds = kindsOfNames[`${rule} ${label ?? "Name"}`] ?? values;
  const { noteLevel } = context.analysis.checked.program.symbols;
  const bare = [...noteLevel.values()].filter(({ kind }) => kinds.includes(kind));
  const asked = rule === "expectation" ? eventsNamed(context).flatMap((event) => membersOf(event, context)) : [];
  return [...asked, ...bare.map(({ name: { text } }) => candidateOf({ kind: "name", name: text }, context))];
}

function candidateOf(term: Term, { analysis }: Context): Candidate {
  const known = describe(term, analysis.checked.program);
  const detail = known === undefined ? "" : known.type === undefined ? known.what : typeInWords(known.type);
  return { label: term.name, kind: term.kind === "member" ? "member" : "name", detail, insert: term.name, term };
}

function membersOf(event: string | undefined, context: Context, kind?: "Field"): Candidate[] {
  const { perEvent } = context.analysis.checked.program.symbols;
  const members = [...(perEvent.get(event ?? "") ?? [])].filter(([, it]) => kind === undefined || it.kind === kind);
  return members.map(([name]) => candidateOf({ kind: "member", of: event ?? "", name }, context));
}

/** Events and schedules that the statement has named so far, the last first; all of them where it has named none. */
function eventsNamed({ tokens, analysis }: Context): string[] {
  const { perEvent } = analysis.checked.program.symbols;
  const named = tokens.map(({ image }) => image.replaceAll(/\s+/g, " ")).filter((name) => perEvent.has(name));
  return named.length === 0 ? [...perEvent.keys()] : [...new Set(named.reverse())];
}

function lastEvent(context: Context): string | undefined {
  return eventsNamed(context)[0];
}

/** What the clause of a `use` takes and gives, but for what is bound already. */
function clauseNames({ tokens, analysis }: Context): Candidate[] {
  const title = tokens[1]?.image.slice(1, -1);
  const clause = analysis.clauses.find(({ value }) => titleOf(value.statements) === title);
  const bound = new Set(tokens.map(({ image }) => image.replaceAll(/\s+/g, " ")));
  return (clause?.value.statements ?? []).flatMap((it) => {
    if ((it.kind !== "Takes" && it.kind !== "Gives") || bound.has(it.name.text)) return [];
    const { text } = it.name;
    return [{ label: text, kind: "member", detail: it.meaning?.text ?? "", insert: `${text}: ` } as const];
  });
}

const textLists: Readonly<Record<string, (context: Context) => readonly string[]>> = {
  "use clause": ({ analysis }) => analysis.clauses.flatMap(({ value }) => titleOf(value.statements) ?? []),
  "asRead reading": readings,
  "readingTest reading": readings,
  "beyond reading": readings,
  "story reading": readings,
  "asRead Text": choices,
  "readingArm choice": choices,
  "readingTest choice": choices,
  "beyond choice": choices,
  "story choice": choices,
  "reading chosen": ({ tokens }) =>
    tokens.filter(({ image }) => image.startsWith('"')).map(({ image }) => image.slice(1, -1)),
  "noteHead businessDays": () => builtInCalendarNames,
  "story calendar": () => builtInCalendarNames,
  "unit calendar": () => builtInCalendarNames,
  "roleMark Text": () => roles.map(({ name }) => name),
  "sectionHeading title": ({ tokens, contract }) => {
    const title = contract?.partOf(tokens[1]?.image ?? "")?.title;
    return title === undefined || title === "" ? [] : [title];
  },
  "expectation of": ({ tokens }) =>
    tokens.filter(({ image }, at) => at > 1 && image.startsWith('"')).map(({ image }) => image.slice(1, -1)),
};

function textsFor({ rule, label }: Next, context: Context): Candidate[] {
  const texts = textLists[`${rule} ${label ?? "Text"}`]?.(context) ?? [];
  return [...new Set(texts)].map((text) => ({ label: `"${text}"`, kind: "text", detail: "", insert: `"${text}"` }));
}

function readings({ analysis }: Context): readonly string[] {
  return [...analysis.checked.program.symbols.readings.keys()];
}

/** Of the reading that was named last. */
function choices({ tokens, analysis }: Context): readonly string[] {
  const { readings: known } = analysis.checked.program.symbols;
  const texts = tokens.map(({ image }) => image.slice(1, -1)).filter((it) => known.has(it));
  return known.get(texts.at(-1) ?? "")?.statement.choices.map(({ text }) => text) ?? [];
}

/** For a heading, sections of the text that have none yet; else the sections of the template. */
function sectionsFor({ rule }: Next, { tokens, analysis, contract }: Context): Candidate[] {
  const { sections } = analysis.checked.program.symbols;
  const isHeading = rule === "sectionName" && tokens.length === 1 && tokens[0]?.image === "section";
  const parts = isHeading ? (contract?.parts ?? []) : [];
  const open = parts.filter(({ label }) => !sections.has(label));
  const known = isHeading ? [] : [...sections.values()].map(({ label, title }) => [label.text, title?.text] as const);
  return [...open.map(({ label, title }) => [label, title] as const), ...known].map(([label, title = ""]) => ({
    label,
    kind: "section",
    detail: title,
    insert: isHeading && title !== "" ? `${label} "${title}"` : label,
  }));
}

function listLabel({ tokens }: Context): Candidate[] {
  const labels = tokens.filter(({ tokenType: { name } }) => name === "ListLabel").map(({ image }) => image);
  const label = labels.length === 0 ? "(i)" : labelAfter(labels);
  return [{ label, kind: "word", detail: "", insert: `${label} ` }];
}

function columns({ analysis }: Context): Candidate[] {
  const all = analysis.checked.program.statements.flatMap(({ statement }) =>
    statement.kind === "SeriesDeclaration" ? statement.columns.map(({ column }) => column.text) : [],
  );
  return [...new Set(all)].map((text) => ({ label: text, kind: "word", detail: "a column", insert: text }));
}
