import type { Comparison, OutcomeValue } from "../../compare/comparison.ts";
import { shapeOf } from "../../units/render-value.ts";
import { longDay } from "../blocks/days.ts";
import { answerCell } from "../figures.ts";
import type { Chart, ChartLine, ChartValue, Table } from "../page.ts";
import type { FigureNotes } from "./figure-notes.ts";

/** What each subject has cost the issuer, day by day. No chart for more subjects than a drawing has colours. */
export function costChart({ story, subjects, cost }: Comparison, notes: FigureNotes): Chart[] {
  const lines = subjects.flatMap(({ name }, index): ChartLine[] => {
    const role = lineRoles[index];
    const values = cost.map(({ on, values: all }) => ({ on, value: roughly(all[index]) }));
    return role === undefined ? [] : [{ name, role, isStepped: true, values }];
  });
  const units = new Set(cost.flatMap(({ values }) => values.flatMap((it) => ("unit" in it ? [it.unit] : []))));
  const [unit] = units;
  // Lines in two currencies have no common scale.
  if (units.size !== 1 || unit === undefined) return [];
  if (lines.length < subjects.length || !lines.some(({ values }) => values.some(isKnown))) return [];
  const title = "Cost to the issuer: cash paid, and shares at the price of their day";
  const names = subjects.map(({ name }) => name).join(" and ");
  return [
    {
      kind: "Chart",
      id: "chart-cost",
      title,
      description: `Cost to the issuer of ${names} from ${longDay(story.from)} to ${longDay(story.through)}. The table below has the figures.`,
      sign: shapeOf(unit).sign,
      isLogarithmic: false,
      lines,
      points: [],
      rules: [],
      table: costTable(title, { subjects, cost }, notes),
    },
  ];
}

const lineRoles = ["subject", "second", "background"] as const;

const isKnown = ({ value }: ChartValue) => value !== undefined;

/** For drawing only. */
function roughly(value: OutcomeValue | undefined): number | undefined {
  return value !== undefined && "unit" in value ? Number(value.answer) : undefined;
}

function costTable(
  title: string,
  { subjects, cost }: Pick<Comparison, "subjects" | "cost">,
  notes: FigureNotes,
): Table {
  return {
    kind: "Table",
    caption: title,
    columns: [{ head: "Day" }, ...subjects.map(({ name }) => ({ head: name, isFigure: true }))],
    rows: cost.map(({ on, values }) => [
      { kind: "Day", on },
      ...values.map((it, subject) => answerCell(it, notes.ofCost(subject, on))),
    ]),
  };
}
