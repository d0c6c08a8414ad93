import { invariant } from "../base/invariant.ts";
import type { CheckedProgram, Placed } from "../checked/ast.ts";
import { ownPlace } from "../checked/places.ts";
import { seriesOf, tradedSeries } from "../checked/series.ts";
import type { StatementKind, StatementOf } from "../checked/tree.ts";
import { expressionsOfKind } from "../checked/walk.ts";
import { theMarket } from "../units/market-columns.ts";
import type * as core from "./core.ts";
import { checkInvariants } from "./invariants.ts";
import type { DefaultBody } from "./lower/clauses.ts";
import { lowerDefault, lowerInWords, lowerPower, lowerView, withIds } from "./lower/clauses.ts";
import {
  askableNames,
  lowerAccount,
  lowerDefinition,
  lowerEvent,
  lowerExceptions,
  lowerGiven,
  lowerReading,
  lowerSchedule,
  lowerState,
  lowerStatus,
} from "./lower/declarations.ts";
import { lowerCovenant, lowerDuty, lowerProhibition, lowerStanding } from "./lower/duties/duties.ts";
import { electionDefinitions, lowerElection } from "./lower/duties/elections.ts";
import { withEarlyPayments } from "./lower/early-payment.ts";
import { lower } from "./lower/expressions.ts";
import type { Fixing } from "./lower/fixings.ts";
import { behindOthers, lowerFixing } from "./lower/fixings.ts";
import { lowerPlans } from "./lower/plans.ts";
import type { RuleBody } from "./lower/rules.ts";
import { inFixedOrder, inStages, inTurn, lowerRule, lowerStatusRules } from "./lower/rules.ts";
import type { WrittenStory } from "./lower/stories.ts";
import { continued, lowerStory } from "./lower/stories.ts";
import { byName, byTexts } from "./order.ts";
import { printNode } from "./print.ts";

/**
 * The core program of a template without errors.
 *
 * What is declared by name is in the order of names, the rest in that of its section and text: how statements are ordered
 * within their sections leaves no mark but in the places.
 */
export function fromChecked(program: CheckedProgram): core.CoreProgram {
  const { symbols } = program;
  const { head } = symbols;
  invariant(head?.existsFrom !== undefined, "a note without errors has a head that says from when it exists");
  const all = addedBy(program);
  const shareAdjustments = byName(all("shareAdjustments").map((it) => [it.event, it]));
  const definitions = byName(definitionsOf(program, all).map((it) => [it.key, it]));
  const { accounts, rules } = withEarlyPayments(all("rules"), all("accounts"), {
    definitions: new Map([...definitions].map(([key, { value }]) => [key, value])),
    displaced: new Set(symbols.exceptions.keys()),
    existsFrom: head.existsFrom.text,
  });
  const lowered: core.CoreProgram = {
    title: head.title.text,
    parties: head.parties.map((party) => party.text),
    existsFrom: head.existsFrom.text,
    ...(head.maturesOn && { maturesOn: head.maturesOn.text }),
    ...(head.businessDays && { calendar: head.businessDays.text }),
    ...placeOfNote(head),
    ...(head.exchange && { exchange: head.exchange.text }),
    ...(head.marketData && { marketData: { kind: head.marketData.rule, span: head.marketData.span } }),
    ...tradingDaysOf(program),
    series: seriesRead(program),
    sections: sectionsOf(program),
    params: named(all("params")),
    readings: named(all("readings")),
    schedules: named(all("schedules")),
    // What changes the share basis opens its day.
    events: named(
      inTurn(all("events"), all("dayOrders")).map((it) => ({
        ...it,
        opensDay: it.opensDay || shareAdjustments.has(it.name),
      })),
    ),
    definitions,
    states: byName(all("states").map((it) => [it.key, it])),
    accounts: byName(accounts.map((it) => [it.key, it])),
    ...inOrder(program, all, definitions, rules),
    shareAdjustments,
    ...plansOf(program),
    askable: askableNames(program),
  };
  checkInvariants(lowered);
  return lowered;
}

function plansOf(program: CheckedProgram): Pick<core.CoreProgram, "plans"> {
  const plans = lowerPlans(program);
  return plans.length === 0 ? {} : { plans };
}

/** Those that are written, and those by which duties and elections are asked for. */
function definitionsOf(program: CheckedProgram, all: All): core.Definition[] {
  const written = [...program.symbols.definitions.values()].filter(({ statement: { kind }, isFixed }) =>
    kind === "Power" ? isFixed : kind !== "Duty" && kind !== "Covenant",
  );
  return [...written.map((symbol) => lowerDefinition(symbol, program)), ...all("definitions")];
}

/** What statements add to the core, each list in the order of the text. */
interface Added {
  readonly params: core.Param;
  readonly readings: core.Reading;
  readonly schedules: core.Schedule;
  readonly events: core.EventType;
  readonly states: core.State;
  readonly accounts: core.Account;
  readonly rules: RuleBody;
  readonly fixings: Fixing;
  readonly dayOrders: readonly string[];
  readonly defaults: DefaultBody;
  readonly powers: core.Power;
  readonly duties: core.Duty;
  readonly covenants: core.Covenant;
  readonly prohibitions: core.Prohibition;
  readonly elections: core.Election;
  readonly definitions: core.Definition;
  readonly overrides: core.Override;
  readonly stories: WrittenStory;
  readonly shareAdjustments: core.ShareAdjustment;
  readonly roles: core.CoreProgram["roles"][number];
  readonly views: core.View;
  readonly provisions: core.Provision;
}
type Additions = { readonly [K in keyof Added]?: readonly Added[K][] };
type All = <K extends keyof Added>(list: K) => Added[K][];
type Sound<K extends StatementKind> = { [P in K]: StatementOf<P> & { readonly kind: P } }[K];

function addedBy(program: CheckedProgram): All {
  const add = <K extends StatementKind>(statement: Sound<K>, section: string) =>
    additions[statement.kind]({ statement, section }, program);
  const plans = program.statements.findIndex(({ statement }) => statement.kind === "PlanHead");
  const added = program.statements.map(({ statement, section }, index) => {
    const its = add(statement, section);
    return plans >= 0 && index > plans ? ofPlans(its) : its;
  });
  return (list) => added.flatMap((it) => it[list] ?? []);
}

function ofPlans({ params, states, ...others }: Additions): Additions {
  const isOfPlan = true;
  return {
    ...others,
    ...(params && { params: params.map((it) => ({ ...it, isOfPlan })) }),
    ...(states && { states: states.map((it) => ({ ...it, isOfPlan })) }),
  };
}

const nothing = (): Additions => ({});

/** What each kind of statement adds. One that is missing does not compile. */
const additions: { readonly [K in StatementKind]: (it: Placed<Sound<K>>, program: CheckedProgram) => Additions } = {
  Given: (it) => ({ params: [lowerGiven(it)] }),
  // Series are known by name, with the columns that clauses read.
  SeriesDeclaration: nothing,
  EventDeclaration: (it, { symbols }) => ({ events: [lowerEvent(it, symbols)] }),
  StateDeclaration: (it, program) => ({ states: [lowerState(it, program)], fixings: lowerFixing(it, program) }),
  StatusDefinition: (it) => ({ states: [lowerStatus(it)], rules: lowerStatusRules(it) }),
  AccountDeclaration: (it) => ({ accounts: [lowerAccount(it)] }),
  ScheduleDeclaration: (it) => ({ schedules: [lowerSchedule(it)] }),
  ReadingDeclaration: (it) => ({ readings: [lowerReading(it)] }),
  Rule: (it, { symbols }) => ({ rules: [lowerRule(it, symbols)] }),
  DayOrder: ({ statement }) => ({ dayOrders: [statement.sections.map(({ text }) => text)] }),
  Power: (it, program) => {
    const election = lowerElection(it);
    const elections = election && [election];
    return { powers: [lowerPower(it)], ...(elections && { elections }), definitions: electionDefinitions(it, program) };
  },
  Duty: (it, program) => ({ duties: [lowerDuty(it, program.symbols)], ...lowerStanding(it, program) }),
  Prohibition: (it) => ({ prohibitions: [lowerProhibition(it)] }),
  Covenant: (it, program) => ({ covenants: [lowerCovenant(it)], ...lowerStanding(it, program) }),
  DefaultDeclaration: (it, { symbols }) => ({ defaults: [lowerDefault(it, symbols)] }),
  Story: (it, program) => ({ stories: [lowerStory(it, ownPlace(program.symbols.head))] }),
  PlanHead: nothing,
  PlanRule: nothing,
  Sale: nothing,
  PriceImpact: nothing,
  ShareBasis: ({ statement: { event, ratio }, section }) => ({
    shareAdjustments: [{ event: event.text, ratio: lower(ratio), section }],
  }),
  RoleMark: ({ statement: { role, name } }) => ({ roles: [{ role: role.text, name: name.text }] }),
  OurView: (it) => ({ views: [lowerView(it)] }),
  InWords: (it) => ({ provisions: [lowerInWords(it)] }),
  // What says which sentences a clause says is for comparing texts.
  SentenceMark: nothing,
  // What is defined, and the exceptions to it, comes by name.
  Definition: nothing,
  Exception: nothing,
  // The note and its sections are known by name, too.
  NoteHead: nothing,
  SectionHeading: nothing,
  // A clause is in the note as the statements that its use stands for.
  Use: nothing,
  ClauseHead: nothing,
  Takes: nothing,
  Gives: nothing,
  BrokenStatement: nothing,
};

/** What is in the order of sections and of canonical text. */
function inOrder(
  program: CheckedProgram,
  all: All,
  definitions: core.CoreProgram["definitions"],
  written: readonly RuleBody[],
) {
  const rank = sectionRanks(program);
  const sorted = <T extends { readonly section: string }>(items: readonly T[], first: (item: T) => string = () => "") =>
    byTexts(items, [first, ({ section }) => rank(section), printNode]);
  const overrides = [...program.symbols.exceptions].flatMap(([key, exceptions]) => {
    const symbol = program.symbols.definitions.get(key);
    const isLowered = symbol && !["Duty", "Covenant"].includes(symbol.statement.kind);
    return isLowered ? lowerExceptions(symbol, exceptions) : [];
  });
  const every = [...overrides, ...all("overrides")];
  const rules = inStages(written, all("dayOrders"));
  const fixing = behindOthers(all("fixings"), rules, { definitions, overrides: every });
  return {
    rules: inFixedOrder([...rules, ...fixing], rank),
    overrides: sorted(every, ({ definition }) => definition),
    defaultConditions: withIds(sorted(all("defaults"), ({ family }) => family)),
    powers: byName(all("powers").map((power) => [power.event, power])),
    duties: sorted(all("duties")),
    covenants: sorted(all("covenants")),
    prohibitions: sorted(all("prohibitions")),
    elections: sorted(all("elections")),
    stories: continued(sorted(all("stories"))),
    // Roles, views and what is said in words are shown, never computed.
    roles: byTexts(all("roles"), [({ role }) => role, ({ name }) => name]),
    views: sorted(all("views")),
    provisions: sorted(all("provisions")),
  };
}

function placeOfNote(head: Parameters<typeof ownPlace>[0]): Pick<core.CoreProgram, "place"> {
  const place = ownPlace(head);
  return place === undefined ? {} : { place };
}

function tradingDaysOf({ symbols }: CheckedProgram): Pick<core.CoreProgram, "tradedSeries"> {
  const series = tradedSeries(symbols);
  return { ...(series !== undefined && { tradedSeries: series }) };
}

function seriesRead({ symbols, statements }: CheckedProgram): ReadonlyMap<string, core.Series> {
  const read = new Set(
    expressionsOfKind(statements, "MarketColumn").map(({ series, column }) => columnKey(series?.text, column.text)),
  );
  return byName(
    [...seriesOf(symbols)].map(([name, { columns }]) => {
      const known = [...columns].flatMap(([column, type]) =>
        type === undefined ? [] : [[column, { type, isRead: read.has(columnKey(name, column)) }] as const],
      );
      return [name, { name, section: symbols.noteLevel.get(name)?.section ?? "", columns: byName(known) }];
    }),
  );
}

function columnKey(series = theMarket, column: string): string {
  return `${series} ${column}`;
}

/** Sections in the order in which they first come; what stands before the first heading has no section. */
function sectionsOf({ symbols }: CheckedProgram): core.Section[] {
  return [...symbols.sections.values()].map(({ label, title }) => ({ label: label.text, title: title?.text ?? "" }));
}

/** A text by which sections sort in the order in which they first come. */
function sectionRanks({ symbols }: CheckedProgram): (section: string) => string {
  const ranks = new Map(
    [...symbols.sections.keys()].map((label, index) => [label, String(index + 1).padStart(8, "0")]),
  );
  return (section) => ranks.get(section) ?? "";
}

function named<T extends { readonly name: string }>(items: readonly T[]): Map<string, T> {
  return byName(items.map((item) => [item.name, item]));
}
