/** What looks wrong in the market data of a scenario or story, seen together with what happens in it. */
import type { CoreProgram, Expr } from "../core/core.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Environment } from "../evaluate/evaluate.ts";
import type { Split } from "../inputs/market-review.ts";
import { reviewFigures, reviewMarket } from "../inputs/market-review.ts";
import type { Scenario, ScenarioEvent } from "../inputs/scenario.ts";
import type { Exact } from "../units/exact.ts";
import { divide } from "../units/exact.ts";
import { shareExponent } from "../units/value-type.ts";

export function marketWarnings(
  program: CoreProgram,
  { events }: Scenario,
  { series, calendar, exchange }: Environment,
): readonly Diagnostic[] {
  const splits = splitsIn(events, program);
  return [...series].flatMap(([name, market]) => {
    const columns = program.series.get(name)?.columns.values() ?? [];
    const isOfStock = [...columns].some(({ type }) => shareExponent(type) !== 0);
    return isOfStock
      ? reviewMarket(market, calendar, splits, name === program.tradedSeries ? exchange : undefined)
      : reviewFigures(market, calendar);
  });
}

/** The same as errors, where the note takes only market data in which nothing looks wrong. */
export function marketErrors(
  program: CoreProgram,
  scenario: Scenario,
  environment: Environment,
): readonly Diagnostic[] {
  const { marketData } = program;
  if (marketData === undefined) return [];
  const asked = { span: marketData.span, label: "the note asks for it here" };
  return marketWarnings(program, scenario, environment).map((found) => ({
    ...found,
    severity: "error",
    related: [...found.related, asked],
  }));
}

/** The events that change what a share is, where their ratio can be read without running the note. */
function splitsIn(events: readonly ScenarioEvent[], { shareAdjustments }: CoreProgram): Split[] {
  return events.flatMap((event) => {
    const adjustment = shareAdjustments.get(event.event);
    const ratio = adjustment && ratioOf(adjustment.ratio, event);
    return ratio === undefined ? [] : [{ on: event.on, ratio: Number(ratio.n) / Number(ratio.d) }];
  });
}

/** A figure, a field of the event, or a quotient of these. */
function ratioOf(ratio: Expr, event: ScenarioEvent): Exact | undefined {
  if (ratio.kind === "Arithmetic" && ratio.operator === "/") {
    const [above, below] = [ratioOf(ratio.left, event), ratioOf(ratio.right, event)];
    return above && below && divide(above, below);
  }
  const value =
    ratio.kind === "Constant" ? ratio.value : ratio.kind === "ReadField" ? event.fields.get(ratio.name) : undefined;
  return typeof value === "object" ? value : undefined;
}
