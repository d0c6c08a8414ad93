/**
 * Draws the charts of reports, as SVG. The same chart gives the same bytes.
 *
 * Observable Plot draws into a document of its own, so that no browser is needed. This takes longer to load than all
 * other parts of a report, so only who draws a chart loads it.
 */
import type { Markish, PlotOptions } from "@observablehq/plot";
import { areaY, axisX, axisY, dot, gridY, lineY, plot, ruleX, ruleY, text } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { parseDate } from "../units/plain-date.ts";
import type { DrawnHeatMap, DrawnHistogram } from "./distributions.ts";
import { heatMap, histogram } from "./distributions.ts";
import { shortNumber } from "./short-number.ts";
import type { Size } from "./size.ts";

/** What is drawn: numbers by day. `Chart` of a report has this shape. */
export interface Drawing {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** "%", or the sign of a currency. */
  readonly sign: string;
  readonly isLogarithmic: boolean;
  readonly bands?: readonly { readonly values: readonly DrawnStretch[] }[];
  readonly lines: readonly DrawnLine[];
  readonly points: readonly { readonly on: string; readonly value: number; readonly label: string }[];
  readonly rules: readonly { readonly on: string; readonly label: string }[];
}

/** From one number to another on a day. */
export interface DrawnStretch {
  readonly on: string;
  readonly low: number;
  readonly high: number;
}

export interface DrawnLine {
  readonly role: "subject" | "background" | "second";
  readonly isStepped: boolean;
  readonly isFilled?: boolean;
  readonly values: readonly { readonly on: string; readonly value: number | undefined }[];
}

const { document } = parseHTML("<!doctype html><html><body></body></html>");

/** Lines over time, a histogram, or a heat map. */
export function drawChart(drawing: Drawing | DrawnHistogram | DrawnHeatMap, size: Size): string {
  if ("bins" in drawing) return drawn(drawing, size, histogram(drawing, size));
  if ("cells" in drawing) return drawn(drawing, size, heatMap(drawing, size));
  return drawn(drawing, size, { ...scales(drawing), marks: marks(drawing, size) });
}

/** Colours are variables of the page's style sheet, so that a drawing follows light, dark and paper. */
function drawn(drawing: Pick<Drawing, "id" | "title" | "description">, size: Size, options: PlotOptions): string {
  const svg: SvgElement = plot({ ...layout(size), ...options, document });
  const [title, description] = [`${drawing.id}-${size.name}-title`, `${drawing.id}-${size.name}-description`];
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", title);
  svg.setAttribute("aria-describedby", description);
  svg.setAttribute("class", size.name);
  for (const style of svg.querySelectorAll("style")) style.remove();
  // The drawing is one image to a screen reader, so its parts need no names.
  for (const part of svg.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  const words = [element("title", title, drawing.title), element("desc", description, drawing.description)];
  svg.prepend(...words);
  return svg.outerHTML;
}

/** What is needed of an element; the types of browsers are not those of Node. */
interface SvgElement {
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<{ remove(): void; removeAttribute(name: string): void }>;
  prepend(...children: readonly unknown[]): void;
  readonly outerHTML: string;
}

function element(name: string, id: string, words: string): unknown {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  made.setAttribute("id", id);
  made.textContent = words;
  return made;
}

const margins = { top: 24, right: 16, bottom: 40, left: 56 };

function layout({ width, height }: Size): PlotOptions {
  const { top, right, bottom, left } = margins;
  return {
    width,
    height,
    marginTop: top,
    marginRight: right,
    marginBottom: bottom,
    marginLeft: left,
    style: { fontSize: "12px", color: "var(--quiet)", background: "none" },
  };
}

function scales(drawing: Drawing): PlotOptions {
  const type = drawing.isLogarithmic ? "log" : "linear";
  return { x: { type: "utc", label: null }, y: { label: null, type, domain: domainOf(drawing) } };
}

/** There is room for the words of the points: below them on a logarithmic scale, else above. */
function domainOf({ lines, points, isLogarithmic, bands = [] }: Drawing): [lowest: number, highest: number] {
  const values = [
    ...bands.flatMap((band) => band.values.flatMap(({ low, high }) => [low, high])),
    ...lines.flatMap((line) => line.values.flatMap(({ value }) => value ?? [])),
    ...points.map((it) => it.value),
  ];
  const highest = values.reduce((a, b) => Math.max(a, b), 0);
  const lowest = values.reduce((a, b) => Math.min(a, b), isLogarithmic ? highest : 0);
  if (isLogarithmic) return [lowest / 1.5, highest * 1.25];
  return [lowest, highest === lowest ? 1 : highest * 1.12];
}

/** 1, 2 and 5 times each power of ten within the domain. */
function roundLevels([lowest, highest]: [lowest: number, highest: number]): number[] {
  const [first, last] = [Math.floor(Math.log10(lowest)), Math.ceil(Math.log10(highest))];
  const powers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  // Read from text, so that 5 hundredths is the number nearest to 0.05.
  const levels = powers.flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)));
  return levels.filter((level) => level >= lowest && level <= highest);
}

function marks(drawing: Drawing, size: Size): Markish[] {
  const { lines, points, rules, sign, isLogarithmic, bands = [] } = drawing;
  const levels = isLogarithmic ? roundLevels(domainOf(drawing)) : 5;
  const ticks = Math.max(3, Math.round(size.width / 110));
  return [
    gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: levels }),
    axisY({ ticks: levels, tickSize: 0, label: null, tickFormat: (value: number) => shortNumber(value, sign) }),
    axisX({ ticks, tickSize: 4, label: null }),
    ...(isLogarithmic ? [] : [ruleY([0], { stroke: "var(--quiet)" })]),
    ruleX(rules, { x: momentOf, stroke: "var(--quiet)", strokeDasharray: "3 3" }),
    ...bands.map(({ values }) => areaY(values, { x: momentOf, y1: "low", y2: "high", fill: "var(--fill)" })),
    ...lines.toReversed().flatMap(lineMarks),
    dot(points, { x: momentOf, y: "value", r: 4, fill: "var(--point)", stroke: "var(--ground)" }),
    words(labelled(points, lines, size), { y: "value", dy: isLogarithmic ? 14 : -12 }),
    words(labelled(rules, lines, size), { frameAnchor: "top", lineAnchor: "bottom", dy: -6 }),
  ];
}

function words(labels: readonly { readonly on: string; readonly label: string }[], place: object): Markish {
  return text(labels, {
    x: momentOf,
    text: "label",
    fill: "var(--ink)",
    stroke: "var(--ground)",
    strokeWidth: 4,
    ...place,
  });
}

function lineMarks({ role, isStepped, isFilled, values }: DrawnLine): Markish[] {
  const curve = isStepped ? ("step-after" as const) : ("linear" as const);
  const place = { x: momentOf, y: "value", curve };
  const data = isStepped ? changesOf(values) : values;
  const line = lineY(data, { ...place, stroke: `var(--${role})`, strokeWidth: role === "background" ? 1.25 : 2 });
  return isFilled === true ? [areaY(data, { ...place, fill: "var(--fill)" }), line] : [line];
}

/** The first, the last, and each that differs from the one before it: the others are on the line between. */
function changesOf(values: DrawnLine["values"]): DrawnLine["values"] {
  return values.filter(({ value }, index) => {
    return index === 0 || index === values.length - 1 || value !== values[index - 1]?.value;
  });
}

const millisecondsOfDay = 86_400_000;

function momentOf({ on }: { readonly on: string }): number {
  return (parseDate(on) ?? 0) * millisecondsOfDay;
}

/** About what a letter takes, in pixels. */
const letterWidth = 7;

/** The labels that have room: one that would stand on the one before it, or beyond the edge, is left out. */
function labelled<T extends { readonly on: string; readonly label: string }>(
  items: readonly T[],
  lines: readonly DrawnLine[],
  { width }: Size,
): T[] {
  const days = lines.flatMap(({ values }) => values.map(momentOf)).toSorted((a, b) => a - b);
  const [first = 0, last = 1] = [days[0], days.at(-1)];
  const room = width - margins.left - margins.right;
  let end = Number.NEGATIVE_INFINITY;
  return items
    .toSorted((a, b) => momentOf(a) - momentOf(b))
    .filter((item) => {
      const middle = ((momentOf(item) - first) / Math.max(1, last - first)) * room;
      const half = (item.label.length * letterWidth) / 2;
      if (middle - half < end || middle - half < -margins.left || middle + half > room + margins.right) return false;
      end = middle + half + letterWidth;
      return true;
    });
}
