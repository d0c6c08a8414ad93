/** The page of a simulation: key figures, fans over time, distributions, defaults and limits, variants, and the worst path. */
import type { Fan, MetricHistogram } from "../../simulation/charts.ts";
import type { ClauseResult, MetricResult, SimulationResult, VariantResult } from "../../simulation/result.ts";
import { renderFigure, roundedFigure } from "../../units/figure-text.ts";
import { isCurrency, signOf } from "../../units/money/currencies.ts";
import { longDay } from "../blocks/days.ts";
import type { Block, Cell, Chart, Figure, Page, Section, Table } from "../page.ts";
import { heatMapsOf } from "./heat-maps.ts";

/** A simulation as it was found, with what a page shows beside it. */
export interface SimulationToShow {
  readonly title: string;
  readonly model: string;
  readonly seed: string;
  readonly from: string;
  readonly through: string;
  readonly receipt: string;
  readonly result: SimulationResult;
  /** By what they show. */
  readonly fans: readonly { readonly name: string; readonly unit: string; readonly fan: Fan }[];
  readonly histograms: readonly MetricHistogram[];
  /** What a sweep moved, with its values; its variants are all pairs in this order. */
  readonly sweep: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** The path that costs most, as a run of its own. */
  readonly worst?: { readonly path: number; readonly page: Page } | undefined;
}

export function simulationPage(shown: SimulationToShow): Page {
  const { result, title, model, seed, from, through, receipt, worst, sweep } = shown;
  const known = result.metrics.filter(({ mean }) => mean !== null);
  const swept = sweep.length > 0;
  const sections = [
    section("paths", "Over time", shown.fans.flatMap(fanChart)),
    section("distributions", "What a path comes to", [
      metricTable("Per path", known),
      ...shown.histograms.map(histogramOf),
    ]),
    section("clauses", "Defaults and limits", clauseTables(result)),
    section("sweep", "Sweep", swept ? heatMapsOf(sweep, result.variants) : []),
    section("variants", "The same paths otherwise", variantBlocks(result.variants, swept)),
    section("unknown", "What has no figure", unknownBlocks(result.metrics)),
    section("worst", "The path that costs most", worst === undefined ? [] : [openedPath(worst)]),
  ].filter(({ blocks }) => blocks.length > 0);
  return {
    kind: "Simulation over price paths",
    title,
    subtitle: `${longDay(from)} to ${longDay(through)}`,
    summary: [`${renderFigure(String(result.paths), "number")} paths of ${model}, seed ${seed}.`],
    keyFigures: known.slice(0, 6).map(({ metric, mean, unit, standardError }) => ({
      name: metric,
      figure: roundedFigure(mean ?? "", unit),
      detail: standardError === null ? undefined : `± ${roundedFigure(standardError, unit)}`,
    })),
    sections,
    notes: [],
    contract: [],
    foot: [
      ["Template", title],
      ["Model", model],
      ["Seed", seed],
      ["Receipt", receipt],
    ],
  };
}

function section(id: string, title: string, blocks: readonly Block[]): Section {
  return { id, title, blocks };
}

/** Its timeline; the notes of its figures are left to the page of a run. */
function openedPath({ path, page }: NonNullable<SimulationToShow["worst"]>): Block {
  const timelines = page.sections.flatMap(({ blocks }) => blocks.flatMap((it) => (it.kind === "Timeline" ? [it] : [])));
  const bare = (figure: Figure | undefined) => figure && { kind: figure.kind, text: figure.text, full: figure.full };
  const blocks = timelines.map(
    ({ kind, days }): Block => ({
      kind,
      days: days.map(({ on, entries }) => ({
        on,
        entries: entries.map((it) => ({ ...it, from: bare(it.from), to: bare(it.to) })),
      })),
    }),
  );
  return { kind: "Fold", title: `The timeline of path ${path}`, blocks };
}

function fanChart({ name, unit, fan }: SimulationToShow["fans"][number], index: number): Chart[] {
  const { days } = fan;
  if (days.length < 2) return [];
  const band = (words: string, low: "p5" | "p25", high: "p95" | "p75") => ({
    name: words,
    values: days.map((day) => ({ on: day.on, low: day[low], high: day[high] })),
  });
  const cells = (day: (typeof days)[number]) =>
    [day.p5, day.p25, day.p50, day.p75, day.p95].map((it) => roundedFigure(String(it), unit));
  return [
    {
      kind: "Chart",
      id: `chart-fan-${index}`,
      title: name,
      description: `${name} over time: the median, the middle half and nine tenths of the paths. The table below has the figures.`,
      sign: signIn(unit),
      isLogarithmic: false,
      bands: [band("nine tenths of the paths", "p5", "p95"), band("half of them", "p25", "p75")],
      lines: [
        { name: "median", role: "subject", isStepped: false, values: days.map(({ on, p50 }) => ({ on, value: p50 })) },
      ],
      points: [],
      rules: [],
      table: {
        kind: "Table",
        caption: name,
        columns: [{ head: "Day" }, ...["5%", "25%", "median", "75%", "95%"].map((head) => ({ head, isFigure: true }))],
        rows: days.map((day): Cell[] => [{ kind: "Day", on: day.on }, ...cells(day)]),
      },
    },
  ];
}

/** Of an amount or a price its currency's; a count of shares or of days has none. */
function signIn(unit: string): string {
  const [currency = ""] = unit.split("/");
  return unit === "percent" ? "%" : isCurrency(currency) ? signOf(currency) : "";
}

function histogramOf({ metric, unit, mean, bins }: MetricHistogram, index: number): Block {
  const scale = unit === "percent" ? 100 : 1;
  return {
    kind: "Histogram",
    id: `chart-histogram-${index}`,
    title: `${metric.slice(0, 1).toUpperCase()}${metric.slice(1)}`,
    description: `How many of the paths come to which ${metric}. The table below has the figures.`,
    sign: signIn(unit),
    bins: bins.map(({ from, to, share }) => ({ from: from * scale, to: to * scale, share })),
    marks: [{ at: mean * scale, label: "mean" }],
    table: {
      kind: "Table",
      caption: metric,
      columns: [{ head: "From" }, { head: "To", isFigure: true }, { head: "Of paths", isFigure: true }],
      rows: bins.map(({ from, to, share }) => [
        roundedFigure(String(from), unit),
        roundedFigure(String(to), unit),
        roundedFigure(String(share), "percent"),
      ]),
    },
  };
}

const figureColumns = (heads: readonly string[]) => heads.map((head) => ({ head, isFigure: true }));

function metricTable(caption: string, metrics: readonly MetricResult[]): Table {
  return {
    kind: "Table",
    caption,
    columns: [
      { head: "Figure" },
      ...figureColumns(["mean", "± s.e.", "5%", "median", "95%", "lowest 5%", "highest 5%"]),
    ],
    rows: metrics.map(({ metric, unit, mean, standardError, percentiles, tails }) => [
      metric,
      ...[
        mean,
        standardError,
        percentiles["5"],
        percentiles["50"],
        percentiles["95"],
        tails?.lowest,
        tails?.highest,
      ].map((it) => (it === null || it === undefined ? "" : roundedFigure(it, unit))),
    ]),
  };
}

function clauseTables({ anyDefault, defaults, caps }: SimulationResult): Table[] {
  const rows = (clauses: readonly (ClauseResult & { readonly first?: string })[]) =>
    clauses.map(({ section: label, what, share, standardError, first }): Cell[] => [
      { kind: "Citation", sections: label },
      what,
      ...[share, standardError, ...(first === undefined ? [] : [first])].map((it) => roundedFigure(it, "percent")),
    ]);
  const { share: any, standardError } = anyDefault;
  const ofAll = ["all", "any default", ...[any, standardError].map((it) => roundedFigure(it, "percent")), ""];
  const columns = [{ head: "Section" }, { head: "Clause" }];
  const tables: Table[] = [
    {
      kind: "Table",
      caption: "Defaults that occurred",
      columns: [...columns, ...figureColumns(["of paths", "± s.e.", "first of all"])],
      rows: defaults.length === 0 ? [] : [ofAll, ...rows(defaults)],
    },
    {
      kind: "Table",
      caption: "Limits that cut something back",
      columns: [...columns, ...figureColumns(["of paths", "± s.e."])],
      rows: rows(caps),
    },
  ];
  return tables.filter((table) => table.rows.length > 0);
}

/** Of a sweep the tables stay closed: its heat maps have the means. */
function variantBlocks(variants: readonly VariantResult[], isSwept: boolean): Block[] {
  const tables = variants.map((it) => variantTable(it));
  return isSwept ? [{ kind: "Fold", title: "Each cell of the sweep", blocks: tables }] : tables;
}

function variantTable({ changes, metrics, differences }: VariantResult): Table {
  const caption = Object.entries(changes)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  return {
    kind: "Table",
    caption,
    columns: [{ head: "Figure" }, ...figureColumns(["mean", "more by", "± s.e.", "lowest 5%", "highest 5%"])],
    rows: metrics.flatMap(({ metric, unit, mean }, index): Cell[][] => {
      const differs = differences[index];
      if (mean === null || differs === undefined || differs.mean === null) return [];
      const figures = [mean, differs.mean, differs.standardError, differs.tails?.lowest, differs.tails?.highest];
      return [[metric, ...figures.map((it) => (it === null || it === undefined ? "" : roundedFigure(it, unit)))]];
    }),
  };
}

function unknownBlocks(metrics: readonly MetricResult[]): Block[] {
  return metrics.flatMap(({ metric, paths, without }): Block[] => {
    if (without === null) return [];
    const which =
      paths === 0 ? `No ${metric}` : `${metric}: ${without.paths} of ${without.paths + paths} paths have none`;
    return [{ kind: "Paragraph", text: `${which}: ${without.because}.` }];
  });
}
