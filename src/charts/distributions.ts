/** Histograms and heat maps, as the options of a drawing. */
import type { PlotOptions } from "@observablehq/plot";
import { axisX, axisY, cell, gridY, rectY, ruleX, ruleY, text } from "@observablehq/plot";
import { shortNumber } from "./short-number.ts";
import type { Size } from "./size.ts";

/** Shares of all, from 0 to 1, by stretches of figures. `Histogram` of a report has this shape. */
export interface DrawnHistogram {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly sign: string;
  readonly bins: readonly { readonly from: number; readonly to: number; readonly share: number }[];
  readonly marks: readonly { readonly at: number; readonly label: string }[];
}

/** A figure for each pair of values. `HeatMap` of a report has this shape. */
export interface DrawnHeatMap {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly across: string;
  readonly down: string;
  readonly cells: readonly { readonly x: string; readonly y: string; readonly value: number; readonly label: string }[];
}

export function histogram({ bins, marks, sign }: DrawnHistogram, { width }: Size): PlotOptions {
  const most = bins.reduce((highest, { share }) => Math.max(highest, share), 0) || 1;
  const percent = (share: number) => shortNumber(share * 100, "%");
  return {
    x: { label: null },
    y: { label: null, domain: [0, most * 1.12] },
    marks: [
      gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 4 }),
      axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: percent }),
      axisX({
        ticks: Math.max(3, Math.round(width / 140)),
        tickSize: 4,
        label: null,
        tickFormat: (value: number) => shortNumber(value, sign),
      }),
      rectY(bins, { x1: "from", x2: "to", y: "share", fill: "var(--subject)", fillOpacity: 0.75, inset: 0.5 }),
      ruleX(marks, { x: "at", stroke: "var(--point)", strokeDasharray: "3 3" }),
      text(marks, { x: "at", text: "label", frameAnchor: "top", lineAnchor: "bottom", dy: -6, fill: "var(--ink)" }),
      ruleY([0], { stroke: "var(--quiet)" }),
    ],
  };
}

export function heatMap({ cells, across, down }: DrawnHeatMap, { width, name }: Size): PlotOptions {
  const values = cells.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const shaded = cells.map((it) => ({
    ...it,
    shade: most === least ? 0.3 : 0.06 + (0.4 * (it.value - least)) / (most - least),
  }));
  const isNarrow = name === "narrow";
  return {
    marginLeft: isNarrow ? 64 : 96,
    marginBottom: 48,
    x: { label: across, type: "band", padding: 0.04, domain: [...new Set(cells.map(({ x }) => x))] },
    y: { label: down, type: "band", padding: 0.04, domain: [...new Set(cells.map(({ y }) => y))] },
    opacity: { type: "identity" },
    marks: [
      axisX({ label: across, tickSize: 0 }),
      axisY({ label: down, tickSize: 0 }),
      cell(shaded, { x: "x", y: "y", fill: "var(--subject)", fillOpacity: "shade" }),
      text(shaded, { x: "x", y: "y", text: "label", fill: "var(--ink)", fontSize: width < 500 ? 10 : 12 }),
    ],
  };
}
