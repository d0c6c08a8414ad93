/** A whole run for reading: what it is about, the timeline, the answers, what was refused, what is owed, the receipt. */
import type {
  Answer,
  Due,
  DueReport,
  LoadedScenario,
  Market,
  NotePosition,
  OwedItem,
  PowerWords,
  Refusal,
  ScenarioRun,
  Template,
} from "../../index.ts";
import {
  asPlainDate,
  describeDueTotals,
  describeOwed,
  dueTotals,
  formatDate,
  isOverdue,
  listWords,
  owedInOrder,
  renderValue,
  visibleText,
} from "../../index.ts";
import { questionCell } from "./answers.ts";
import { breachesTable, dueTable, lapsesTable, summedDue, totalLines } from "./due.ts";
import { dayWords } from "./parts/day.ts";
import type { Paint } from "./parts/paint.ts";
import { flexible, renderTable } from "./parts/table.ts";
import { counted, kept, padEnd, widest, wrap } from "./parts/text.ts";
import { answerCell, renderPosition } from "./position.ts";
import { defaultsTable } from "./standing/defaults.ts";
import { powersInBrief } from "./standing/powers.ts";
import { renderTimeline } from "./timeline.ts";

export interface RunToShow {
  readonly template: Template;
  readonly loaded: LoadedScenario;
  readonly run: ScenarioRun;
  readonly position: NotePosition;
  /** What falls due and what ends after the last day, and until when was looked; undefined where the limits don't allow to look. */
  readonly next: DueReport | undefined;
  /** What each party may do as the last day ends; undefined where the limits don't allow to look. */
  readonly powers: readonly PowerWords[] | undefined;
}

/** Text that ends with a line end. */
export function renderRun(shown: RunToShow, width: number, paint: Paint): string {
  const { template, loaded, run } = shown;
  const { answers, breaches, defaults, refused } = run.outcome;
  const { facts } = run;
  const nothing = paint.dim("  nothing happens");
  const isEmpty = facts.journal.length + refused.length === 0;
  const timeline = isEmpty ? nothing : renderTimeline(facts, width, paint);
  const parts = [
    renderHeader(template, loaded, width, paint),
    section("Timeline", timeline, paint),
    ...(answers.length === 0 ? [] : [section("Answers", answersTable(answers, width, paint), paint)]),
    ...(refused.length === 0 ? [] : [section("Refused", refusedTable(refused, width, paint), paint)]),
    ...(defaults.length === 0 ? [] : [section("Defaults", defaultsTable(defaults, width, paint), paint)]),
    ...(breaches.length === 0 ? [] : [section("Breaches", breachesTable(breaches, width, paint), paint)]),
    renderStanding(shown, width, paint),
    `${paint.dim("receipt")} ${run.receipt}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Where everybody stands at the end: the position, what is owed or still to be done, and what falls due next. */
export function renderStanding({ run, position, next, powers = [] }: RunToShow, width: number, paint: Paint): string {
  const { owed } = run.facts;
  const hasPosition = position.balances.length > 0;
  return [
    ...(hasPosition
      ? [section(`Position at the end of ${dayWords(position.on)}`, renderPosition(position, width, paint), paint)]
      : []),
    section(
      `Owed or still to be done${hasPosition ? "" : ` at the end of ${dayWords(position.on)}`}`,
      owed.length === 0 ? paint.dim("  nothing") : owedTable(owed, width, paint),
      paint,
    ),
    ...nextSection(next, width, paint),
    ...(powers.length === 0 ? [] : [section("May be given next", powersInBrief(powers, width, paint), paint)]),
  ].join("\n\n");
}

function nextSection(next: DueReport | undefined, width: number, paint: Paint): string[] {
  if (next === undefined) {
    return [section("Falls due next", paint.dim("  more steps or days to look at than the limits allow"), paint)];
  }
  const { due, lapses } = next;
  const until = `through ${dayWords(formatDate(next.until))}`;
  return [
    ...(due.length === 0
      ? []
      : [section(`Falls due next if nothing more happens, ${until}`, summedDue(next, width, paint), paint)]),
    ...(lapses.length === 0
      ? []
      : [section(`Ends if it is not used, ${until}`, lapsesTable(lapses, width, paint), paint)]),
  ];
}

function section(title: string, body: string, paint: Paint): string {
  return `${paint.bold(title)}\n${body}`;
}

function renderHeader(
  { program }: Template,
  { scenario, environment, texts }: LoadedScenario,
  width: number,
  paint: Paint,
): string {
  const terms = [...scenario.terms].flatMap(([name, value]): (readonly [string, string])[] => {
    const param = program.params.get(name);
    return param === undefined ? [] : [[name, renderValue(value, param.type)]];
  });
  const readings = [...scenario.readings].flatMap(([name, choice]): (readonly [string, string])[] => {
    const chosen = program.readings.get(name)?.chosen ?? "";
    return chosen === choice ? [] : [[`reading "${name}"`, `${choice} (the template's own: ${chosen})`]];
  });
  const surrounding = surroundingFacts({ scenario, environment, texts }, program.tradedSeries);
  const facts = [...terms, ...listWords(scenario, program), ...readings, ...surrounding];
  const column = widest(facts.map(([name]) => visibleText(name)));
  const title = scenario.title === undefined ? scenario.name : `${scenario.name}: ${scenario.title}`;
  return [
    ...wrap(program.title, width).map(paint.bold),
    ...wrap(title, width),
    "",
    ...facts.flatMap(([name, value]) => factLines(name, value, column, width, paint)),
  ].join("\n");
}

function surroundingFacts(
  { scenario, environment: { series, calendar }, texts: { rows } }: Omit<LoadedScenario, "warnings">,
  traded: string | undefined,
): (readonly [string, string])[] {
  const files = [...series].map(
    ([name, market]) => [name, marketWords(market, name === traded ? "trading day" : "day")] as const,
  );
  const ofLists = new Set(scenario.listFiles?.values());
  const tables = [...(rows?.keys() ?? [])].flatMap((file) => (ofLists.has(file) ? [] : [["events of", file] as const]));
  return [...files, ...tables, ["calendar", calendar.name]];
}

function marketWords({ name, days }: Market, unit: string): string {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return name;
  return `${name}, ${counted(days.length, unit)} from ${formatDate(asPlainDate(first))} to ${formatDate(asPlainDate(last))}`;
}

function factLines(name: string, value: string, column: number, width: number, paint: Paint): string[] {
  const [first = "", ...rest] = wrap(value, Math.max(20, width - column - 4));
  const margin = " ".repeat(column + 4);
  return [`  ${paint.dim(padEnd(visibleText(name), column))}  ${first}`, ...rest.map((line) => margin + line)];
}

function answersTable(answers: readonly Answer[], width: number, paint: Paint): string {
  const columns = [flexible("value"), "section", flexible("answer")];
  const rows = answers.map((answer) => [
    { text: questionCell(answer) },
    { text: answer.section, paint: paint.dim },
    answerCell(answer, paint),
  ]);
  return renderTable(columns, rows, width, paint);
}

function refusedTable(refused: readonly Refusal[], width: number, paint: Paint): string {
  const columns = ["on", flexible("event"), "section", flexible("because")];
  const rows = refused.map(({ on, event, id, section: where, because }) => [
    { text: on },
    { text: `${kept(event)}${id === undefined ? "" : ` ${kept(id)}`}` },
    { text: where, paint: paint.dim },
    { text: because, paint: paint.yellow },
  ]);
  return renderTable(columns, rows, width, paint);
}

function owedTable(owed: readonly OwedItem[], width: number, paint: Paint): string {
  const totals = describeDueTotals(dueTotals(owed.map((what) => ({ what, status: statusOf(what) }))));
  const table = dueTable(owedInOrder(owed).map(asDue), width, paint);
  return [table, ...totalLines(totals, width, paint)].join("\n");
}

function asDue({ item }: { readonly item: OwedItem }): Due {
  return { ...describeOwed(item), status: statusOf(item), follows: [] };
}

function statusOf(item: OwedItem): Due["status"] {
  if (isOverdue(item)) return "overdue";
  return describeOwed(item).because === undefined ? "due" : "unknown";
}
