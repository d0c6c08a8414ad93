/** A whole run for reading: what it is about, the timeline, the answers, what was refused, what is owed, the receipt. */
import type { Answer, LoadedScenario, OwedItem, Refusal, ScenarioRun, Template } from "../../index.ts";
import { asPlainDate, formatDate, owedInOrder, renderValue, visibleText } from "../../index.ts";
import { briefFigure } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";
import type { Cell } from "./parts/table.ts";
import { renderTable } from "./parts/table.ts";
import { counted, padEnd, widest, wrap } from "./parts/text.ts";
import type { Position } from "./position.ts";
import { renderPosition } from "./position.ts";
import { renderTimeline } from "./timeline.ts";

export interface RunToShow {
  readonly template: Template;
  readonly loaded: LoadedScenario;
  readonly run: ScenarioRun;
  readonly position: Position;
}

/** Text that ends with a line end. */
export function renderRun({ template, loaded, run, position }: RunToShow, width: number, paint: Paint): string {
  const { answers, refused } = run.outcome;
  const { facts } = run;
  const nothing = paint.dim("  nothing happens");
  const isEmpty = facts.journal.length + refused.length === 0;
  const timeline = isEmpty ? nothing : renderTimeline(facts, width, paint);
  const parts = [
    renderHeader(template, loaded, width, paint),
    section("Timeline", timeline, paint),
    ...(answers.length === 0 ? [] : [section("Answers", answersTable(answers, width, paint), paint)]),
    ...(refused.length === 0 ? [] : [section("Refused", refusedTable(refused, width, paint), paint)]),
    ...(position.values.length === 0
      ? []
      : [section(`Where things stand at the end of ${position.on}`, renderPosition(position, width, paint), paint)]),
    section(
      `Due or still to be done at the end of ${position.on}`,
      facts.owed.length === 0 ? paint.dim("  nothing") : owedTable(facts.owed, width, paint),
      paint,
    ),
    `${paint.dim("receipt")} ${run.receipt}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function section(title: string, body: string, paint: Paint): string {
  return `${paint.bold(title)}\n${body}`;
}

function renderHeader(
  { program }: Template,
  { scenario, environment }: LoadedScenario,
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
  const facts = [...terms, ...readings, ...surroundingFacts(environment)];
  const column = widest(facts.map(([name]) => visibleText(name)));
  const title = scenario.title === undefined ? scenario.name : `${scenario.name}: ${scenario.title}`;
  return [
    ...wrap(program.title, width).map(paint.bold),
    ...wrap(title, width),
    "",
    ...facts.flatMap(([name, value]) => factLines(name, value, column, width, paint)),
  ].join("\n");
}

function surroundingFacts({ market, calendar }: LoadedScenario["environment"]): (readonly [string, string])[] {
  return [...(market === undefined ? [] : [["market", marketWords(market)] as const]), ["calendar", calendar.name]];
}

function marketWords({ name, days }: NonNullable<LoadedScenario["environment"]["market"]>): string {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return name;
  return `${name}, ${counted(days.length, "trading day")} from ${formatDate(asPlainDate(first))} to ${formatDate(asPlainDate(last))}`;
}

function factLines(name: string, value: string, column: number, width: number, paint: Paint): string[] {
  const [first = "", ...rest] = wrap(value, Math.max(20, width - column - 4));
  const margin = " ".repeat(column + 4);
  return [`  ${paint.dim(padEnd(visibleText(name), column))}  ${first}`, ...rest.map((line) => margin + line)];
}

function answersTable(answers: readonly Answer[], width: number, paint: Paint): string {
  const columns = [
    { head: "value", isFlexible: true },
    { head: "of" },
    { head: "on" },
    { head: "section" },
    { head: "answer", isFlexible: true },
  ];
  const rows = answers.map((answer) => [
    { text: answer.value },
    { text: answer.of ?? "" },
    { text: answer.on ?? "" },
    { text: answer.section, paint: paint.dim },
    answerCell(answer, paint),
  ]);
  return renderTable(columns, rows, width, paint);
}

function answerCell(answer: Answer, paint: Paint): Cell {
  if ("error" in answer) return { text: `${answer.error.kind}: ${answer.error.message}`, paint: paint.red };
  if (answer.answer === null) return { text: `no value: ${answer.because}`, paint: paint.dim };
  return { text: briefFigure(answer.answer, answer.unit), paint: paint.bold };
}

function refusedTable(refused: readonly Refusal[], width: number, paint: Paint): string {
  const columns = [
    { head: "on" },
    { head: "event", isFlexible: true },
    { head: "section" },
    { head: "because", isFlexible: true },
  ];
  const rows = refused.map(({ on, event, id, section: where, because }) => [
    { text: on },
    { text: id === undefined ? event : `${event} ${id}` },
    { text: where, paint: paint.dim },
    { text: because, paint: paint.yellow },
  ]);
  return renderTable(columns, rows, width, paint);
}

function owedTable(owed: readonly OwedItem[], width: number, paint: Paint): string {
  const columns = [
    { head: "due" },
    { head: "from" },
    { head: "to" },
    { head: "section" },
    { head: "what", isFlexible: true },
  ];
  const rows = owedInOrder(owed).map(({ item, words: { due, from, to, section: where, text, because } }) => {
    const painted = item.isOverdue ? { paint: paint.red } : because === undefined ? {} : { paint: paint.yellow };
    return [
      { text: due ?? "?", ...painted },
      { text: from },
      { text: to },
      { text: where, paint: paint.dim },
      { text: because === undefined ? text : `${text}: ${because}`, ...painted },
    ];
  });
  return renderTable(columns, rows, width, paint);
}
