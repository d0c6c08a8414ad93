/** A sweep over pairs of values as heat maps, one for each metric that moves. */
import type { VariantResult } from "../../simulation/result.ts";
import { roundedFigure } from "../../units/figure-text.ts";
import type { Block, Cell } from "../page.ts";

interface Swept {
  readonly name: string;
  readonly values: readonly string[];
}

export function heatMapsOf([down, across]: readonly Swept[], variants: readonly VariantResult[]): Block[] {
  if (down === undefined) return [];
  const names = variants[0]?.metrics.map(({ metric, unit }) => ({ metric, unit })) ?? [];
  return names.flatMap(({ metric, unit }, index): Block[] => {
    const cells = variants.flatMap(({ changes, metrics }) => {
      const mean = metrics[index]?.mean;
      if (mean === null || mean === undefined) return [];
      const label = roundedFigure(mean, unit);
      return [
        { x: (across && changes[across.name]) ?? "mean", y: changes[down.name] ?? "", value: Number(mean), label },
      ];
    });
    if (new Set(cells.map(({ label }) => label)).size < 2) return [];
    const columns = across?.values ?? ["mean"];
    const rows = down.values.map((y): Cell[] => [
      y,
      ...columns.map((x) => cells.find((it) => it.x === x && it.y === y)?.label ?? ""),
    ]);
    const title = `Mean ${metric}`;
    return [
      {
        kind: "HeatMap",
        id: `chart-heat-${index}`,
        title,
        description: `${title} by ${down.name}${across === undefined ? "" : ` and ${across.name}`}. The table below has the figures.`,
        across: across?.name ?? "",
        down: down.name,
        cells,
        table: {
          kind: "Table",
          caption: title,
          columns: [{ head: down.name }, ...columns.map((head) => ({ head, isFigure: true }))],
          rows,
        },
      },
    ];
  });
}
