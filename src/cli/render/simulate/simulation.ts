/** What a simulation found, for reading: a table of distributions, then defaults, caps and variants. */
import type { Agreement, Best, MetricResult, SimulationResult, VariantResult } from "../../../index.ts";
import { roundedFigure } from "../../../index.ts";
import type { Paint } from "../parts/paint.ts";
import type { Cell, Column } from "../parts/table.ts";
import { flexible, renderTable } from "../parts/table.ts";
import { counted, wrap } from "../parts/text.ts";

/** What was simulated. */
export interface SimulationHead {
  readonly title: string;
  readonly model: string;
  readonly seed: string;
  readonly from: string;
  readonly through: string;
}

/** Text that ends with a line end. */
export function renderSimulation(
  head: SimulationHead & {
    readonly isSwept: boolean;
    readonly best: Best | null | undefined;
    readonly check: Agreement | undefined;
  },
  result: SimulationResult,
  width: number,
  paint: Paint,
): string {
  const { title, model, seed, from, through, isSwept, best, check } = head;
  const about = `${counted(result.paths, "path")} of ${model}, seed ${seed}, from ${from} through ${through}; ${engineWords(result.engines)}`;
  const parts = [
    `${paint.bold(title)}\n${wrap(about, width).map(paint.dim).join("\n")}`,
    distributions(result.metrics, width, paint),
    ...clauses("Defaults", defaultLines(result), ["first of all"], width, paint),
    ...clauses("Limits that cut something back", result.caps, [], width, paint),
    ...(isSwept ? [sweepTable(result.variants, width, paint)] : result.variants.map((it) => variant(it, width, paint))),
    ...(best === undefined ? [] : [bestWords(best, width)]),
    ...(check === undefined ? [] : [wrap(checkWords(check), width).join("\n")]),
    ...unknown(result.metrics, width, paint),
  ];
  return `${parts.join("\n\n")}\n`;
}

function engineWords({ compiled, exact }: SimulationResult["engines"]): string {
  if (compiled === 0) return "all in the exact engine";
  return exact === 0 ? "all compiled" : `${compiled} compiled, ${exact} in the exact engine`;
}

/** The clauses, under a line for all of them. */
function defaultLines({ anyDefault, defaults }: SimulationResult): ClauseLine[] {
  return defaults.length === 0 ? [] : [{ section: "", what: "any default", ...anyDefault }, ...defaults];
}

function checkWords({ paths, compared, sharesEqual, clausesEqual, money, metrics }: Agreement): string {
  if (compared === 0) return `Check: none of ${counted(paths, "path")} ran compiled, so there is nothing to compare.`;
  const left = compared === paths ? "" : `, of which the compiled note decided ${compared}`;
  const relative = metrics.flatMap((it) => (it.relative === null ? [] : Number(it.relative)));
  const furthest = Math.max(0, ...relative);
  const means =
    furthest === 0 ? "means alike to 14 digits" : `means at most ${furthest.toExponential(1)} of themselves apart`;
  const most =
    money === null
      ? ""
      : `money at most ${money.difference} ${money.unit} apart (${money.metric} of path ${money.path}), `;
  const found = `shares equal on ${sharesEqual}, defaults and limits on ${clausesEqual}; ${most}${means}`;
  return `Check: ${counted(paths, "path")} in both engines${left}: ${found}.${apartWords(metrics)}`;
}

/** Where one engine has a figure and the other has none, there is no difference to tell. */
function apartWords(metrics: Agreement["metrics"]): string {
  const lines = metrics.filter(({ apart }) => apart > 0);
  return lines.map(({ metric, apart }) => ` Only one engine has ${metric} on ${counted(apart, "path")}.`).join("");
}

function bestWords(best: Best | null, width: number): string {
  if (best === null)
    return wrap("No cell of the sweep keeps the mean of its worst twentieth within the loss.", width).join("\n");
  const { side, changes, mean, worst, unit } = best;
  const cell = Object.entries(changes)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  const [gain, onBad] = [mean, worst].map((it) => roundedFigure(it, unit));
  const words = `Best for the ${side}: ${cell}. The holder gains ${gain} on average, and ${onBad} on the worst twentieth of paths for the ${side}.`;
  return wrap(words, width).join("\n");
}

const figures = (head: string): Column => ({ head, align: "right" });

function distributions(metrics: readonly MetricResult[], width: number, paint: Paint): string {
  const columns = [flexible("per path"), ...["mean", "± s.e.", "5%", "median", "95%"].map(figures)];
  const rows = metrics.flatMap(({ metric, unit, mean, standardError, percentiles }): Cell[][] => {
    if (mean === null) return [];
    const cell = (figure: string | undefined): Cell => ({
      text: figure === undefined ? "" : roundedFigure(figure, unit),
    });
    const [low, middle, high] = ["5", "50", "95"].map((name) => cell(percentiles[name]));
    return [
      [
        { text: metric },
        { ...cell(mean), paint: paint.bold },
        { ...cell(standardError ?? undefined), paint: paint.dim },
        low ?? { text: "" },
        middle ?? { text: "" },
        high ?? { text: "" },
      ],
    ];
  });
  return renderTable(columns, rows, width, paint);
}

interface ClauseLine {
  readonly section: string;
  readonly what: string;
  readonly share: string;
  readonly standardError: string;
  readonly first?: string;
}

function clauses(
  title: string,
  shares: readonly ClauseLine[],
  more: readonly string[],
  width: number,
  paint: Paint,
): string[] {
  if (shares.length === 0) return [];
  const rows = shares.map(({ section, what, share, standardError, first }): Cell[] => [
    { text: section },
    { text: what },
    { text: roundedFigure(share, "percent"), paint: paint.bold },
    { text: roundedFigure(standardError, "percent"), paint: paint.dim },
    { text: first === undefined ? "" : roundedFigure(first, "percent") },
  ]);
  const columns = ["section", flexible("clause"), figures("of paths"), figures("± s.e."), ...more.map(figures)];
  return [`${paint.bold(title)}\n${renderTable(columns, rows, width, paint)}`];
}

/** A row for each cell of a sweep: its values, and the means of what says most; then of what was asked for. */
function sweepTable(variants: readonly VariantResult[], width: number, paint: Paint): string {
  const all = variants[0]?.metrics ?? [];
  const chosen = all.filter(({ metric, rule }) => told.includes(metric) || rule === valueRule).slice(0, mostTold);
  const names = Object.keys(variants[0]?.changes ?? {});
  const rows = variants.map(({ changes, metrics }): Cell[] => [
    ...names.map((name) => ({ text: changes[name] ?? "" })),
    ...chosen.map(({ metric, unit }) => {
      const mean = metrics.find((it) => it.metric === metric)?.mean ?? null;
      return { text: mean === null ? "" : roundedFigure(mean, unit) };
    }),
  ]);
  const columns = [...names.map(flexible), ...chosen.map(({ metric }) => ({ ...figures(metric), isFlexible: true }))];
  return `${paint.bold("Means by cell of the sweep")}\n${renderTable(columns, rows, width, paint)}`;
}

const told: readonly string[] = [
  "cost to the issuer",
  "still owed at the end",
  "dilution",
  "yearly return with what is owed",
];
const valueRule = "the value as the path ends";
const mostTold = 5;

/** Means under the variant, and by how much each differs path by path; what does not differ on any path is left out. */
function variant({ changes, metrics, differences }: VariantResult, width: number, paint: Paint): string {
  const title = Object.entries(changes)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  const rows = metrics.flatMap(({ metric, unit, mean }, index): Cell[][] => {
    const differs = differences[index];
    if (mean === null || differs === undefined || differs.mean === null) return [];
    if (differs.lowest?.value === "0" && differs.highest?.value === "0") return [];
    const cell = (figure: string | null | undefined): Cell => ({ text: figure ? roundedFigure(figure, unit) : "" });
    return [
      [
        { text: metric },
        cell(mean),
        { ...cell(differs.mean), paint: paint.bold },
        { ...cell(differs.standardError), paint: paint.dim },
        cell(differs.tails?.lowest),
        cell(differs.tails?.highest),
      ],
    ];
  });
  if (rows.length === 0) return `${paint.bold(title)}\n  ${paint.dim("changes nothing on any path")}`;
  const columns = [flexible("per path"), ...["mean", "more by", "± s.e.", "lowest 5%", "highest 5%"].map(figures)];
  return `${paint.bold(title)}\n${renderTable(columns, rows, width, paint)}`;
}

function unknown(metrics: readonly MetricResult[], width: number, paint: Paint): string[] {
  const lines = metrics.flatMap(({ metric, without, paths }) => {
    if (without === null) return [];
    const which = paths === 0 ? "no path" : `${without.paths} of ${without.paths + paths} paths have none`;
    return wrap(
      paths === 0 ? `no ${metric}: ${without.because}` : `${metric}: ${which}: ${without.because}`,
      width - 2,
    );
  });
  return lines.length === 0 ? [] : [lines.map((line) => `  ${paint.dim(line)}`).join("\n")];
}
