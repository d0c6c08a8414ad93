/**
 * The report of a run: where the parties stand, prices, shares, payments, defaults, the timeline, answers and terms.
 *
 * Facts of a run come in, a page goes out. What the template marks with roles decides which charts there are.
 */

import { theMarket } from "../../units/market-columns.ts";
import { contractSections } from "../contract-sections.ts";
import type { ContractText } from "../contract-text.ts";
import type { NoteBook } from "../notes/note-book.ts";
import type { Block, Page, Section } from "../page.ts";
import { answersTable } from "./answers.ts";
import { cashBlocks } from "./cash.ts";
import type { ChartFrame } from "./charts.ts";
import { dilutionChart, levelChart, priceChart } from "./charts.ts";
import { conversionsOf, conversionsTable } from "./conversions.ts";
import { defaultBlocks } from "./defaults.ts";
import { paymentBlocks } from "./payments.ts";
import type { RunSource, RunView } from "./run-source.ts";
import { chartDays, seriesOf } from "./series.ts";
import { positionBlocks } from "./standing/position.ts";
import { powerBlocks } from "./standing/powers.ts";
import { keyFiguresOf, summaryOf } from "./summary.ts";
import { termsBlocks } from "./terms.ts";
import { timelineOf } from "./timeline.ts";

export function runPage(source: RunSource, book: NoteBook, contract?: ContractText): Page {
  const run: RunView = { ...source, noteOf: (asked) => source.explain(asked, (fact) => book.noteOf(fact)) };
  const { program, scenario } = source;
  const keyFigures = keyFiguresOf(run);
  const sections = sectionsOf(run);
  const notes = source.look(() => book.write()) ?? [];
  return {
    kind: "Report of a run",
    title: program.title,
    subtitle: scenario.title ?? scenario.name,
    summary: summaryOf(run),
    keyFigures,
    sections,
    notes,
    notesLeftOut: book.leftOut,
    contract: contractSections(contract, program, { sections, notes }),
    foot: footOf(source),
  };
}

function sectionsOf(run: RunView): Section[] {
  const conversions = conversionsOf(run);
  const frame: ChartFrame = { run, days: chartDays(run), conversions };
  const level = (role: string, id: string, title: string) => levelChart(role, id, title, frame);
  const { answers } = run.outcome;
  return [
    section("position", "Position", positionBlocks(run)),
    section("powers", "Powers", powerBlocks(run)),
    section("prices", "Prices", priceChart(frame)),
    section("shares", "Shares and dilution", [
      ...level("shares to the holder", "shares", "Shares issued to the holder"),
      ...dilutionChart(frame),
      ...(conversions.length === 0 ? [] : [conversionsTable(conversions, run)]),
    ]),
    section("payments", "Principal and payments", [
      ...level("principal left", "principal", "Principal outstanding"),
      ...level("cash to the holder", "cash", "Cash paid to the holder"),
      ...cashBlocks(seriesOf("cash to the holder", run, frame.days), run),
      ...paymentBlocks(run),
    ]),
    section("defaults", "Defaults and refusals", defaultBlocks(run)),
    section("timeline", "Timeline", [timelineOf(run)]),
    section("answers", "Answers", answers.length === 0 ? [] : [answersTable(run)]),
    section("terms", "Terms", termsBlocks(run)),
  ].filter(({ blocks }) => blocks.length > 0);
}

function section(id: string, title: string, blocks: readonly Block[]): Section {
  return { id, title, blocks };
}

function footOf({ program, scenario, series, calendar, receipt }: RunSource): Page["foot"] {
  return [
    ["Template", program.title],
    ["Scenario", scenario.name],
    ...[...series].map(
      ([name, market]) => [name === theMarket ? "Market data" : `Market data of ${name}`, market.name] as const,
    ),
    ["Calendar", calendar],
    ["Receipt", receipt],
  ];
}
