import { assertNever } from "../base/assert-never.ts";
import type { Content, Html } from "./html.ts";
import { html } from "./html.ts";
import type { Cell, Figure, NoteId, Picture } from "./page.ts";

/** What the parts of a page have to know of the whole. */
export interface PageContext {
  /** Sections of the contract that the page shows. */
  readonly sections: ReadonlySet<string>;
  /** The numbers of notes that paper has, in their order there. */
  readonly numbers: ReadonlyMap<NoteId, number>;
  /** Draws a chart, as SVG. */
  readonly draw: DrawChart;
}

/** A chart as SVG, for a wide page and for a narrow one. */
export type DrawChart = (chart: Picture, size: ChartSize) => string;

export interface ChartSize {
  readonly name: "wide" | "narrow";
  readonly width: number;
  readonly height: number;
}

export function renderCell(cell: Cell, context: PageContext): Html {
  if (typeof cell === "string") return html`${cell}`;
  if (!("kind" in cell)) return html`${spaced(cell.map((it) => renderCell(it, context)))}`;
  switch (cell.kind) {
    case "Figure":
      return renderFigure(cell, context);
    case "Citation":
      return html`<span class="where">${renderCitation(cell.sections, context)}</span>`;
    case "Marked":
      return html`<span class="${cell.tone}">${cell.text}</span>`;
    case "Day":
      return html`<time>${cell.on}</time>`;
    default:
      return assertNever(cell);
  }
}

/** A figure, which leads to its note. */
export function renderFigure({ text, full, note }: Figure, { numbers }: PageContext): Html {
  const title = full !== undefined && full !== text && html` title="${full}"`;
  const isLong = text.length > longestFigure && html` class=long`;
  if (note === undefined) return title || isLong ? html`<span${title}${isLong}>${text}</span>` : html`${text}`;
  // On paper the number of the note stands at the figure.
  const number = numbers.get(note);
  return html`<a href=#${noteAddress(note)}${title}${isLong}>${text}${number !== undefined && html`<sup>${number}</sup>`}</a>`;
}

export function noteAddress(note: NoteId): string {
  return `n-${note}`;
}

/** Longer ones may be divided between two lines. */
const longestFigure = 32;

/** The section numbers, each of which leads to the contract's text where the page has it. */
export function renderCitation(sections: string, { sections: shown }: PageContext): Html {
  if (sections === "") return html``;
  const labels = sections.split(", ").map((label) => {
    if (!shown.has(label)) return html`${label}`;
    return html`<a href=#${sectionId(label)}>${label}</a>`;
  });
  return html`${separated(labels)}`;
}

/** `s-1-2-a` for 1.2(a). */
export function sectionId(label: string): string {
  return `s-${label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")}`;
}

function separated(parts: readonly Html[]): Content {
  return parts.map((part, index) => (index === 0 ? part : html`, ${part}`));
}

function spaced(parts: readonly Html[]): Content {
  return parts.map((part, index) => (index === 0 ? part : html` ${part}`));
}
