import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import { nodesIn } from "../../syntax/walk.ts";
import { seriesOf, tradedSeries } from "../series.ts";
import { listInWords } from "../words.ts";
import type { CheckRule } from "./rule.ts";

/** Trading days are counted where a note has several series, and none is said to be the one whose days they are. */
export const unclearTradingDays: CheckRule = ({ statements, symbols }) => {
  const names = [...seriesOf(symbols).keys()];
  const [first] = names;
  if (first === undefined || tradedSeries(symbols) !== undefined) return [];
  const counted = statements.flatMap(({ statement }) => nodesIn(statement)).find(countsTradingDays);
  if (counted === undefined) return [];
  const series = listInWords(names).replaceAll('"', "`");
  return [diagnostic("TN2039", counted.span, { series, first })];
};

function countsTradingDays(node: object): node is { readonly span: Span } {
  return "unit" in node && node.unit === "trading day" && "span" in node;
}
