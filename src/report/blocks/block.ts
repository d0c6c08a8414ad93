import { assertNever } from "../../base/assert-never.ts";
import type { ChartSize, PageContext } from "../cells.ts";
import { renderCitation } from "../cells.ts";
import type { Html } from "../html.ts";
import { html, trusted } from "../html.ts";
import type { Block, Chart, Picture } from "../page.ts";
import { renderTable } from "./table.ts";
import { renderTimeline } from "./timeline.ts";

export function renderBlock(block: Block, context: PageContext): Html {
  switch (block.kind) {
    case "Paragraph":
      return html`<p>${block.section !== undefined && html`<span class="where">${renderCitation(block.section, context)}</span> `}${block.text}</p>\n`;
    case "Table":
      return renderTable(block, context);
    case "Chart":
      return renderPicture(block, chartHead(block), context);
    case "Histogram":
    case "HeatMap":
      return renderPicture(block, html`<span>${block.title}</span>`, context);
    case "Timeline":
      return renderTimeline(block, context);
    case "Fold":
      return html`<details><summary>${block.title}</summary>
${block.blocks.map((it) => renderBlock(it, context))}</details>
`;
    default:
      return assertNever(block);
  }
}

/** A page shows the one that suits its width; letters keep their size. */
const sizes: readonly ChartSize[] = [
  { name: "wide", width: 960, height: 320 },
  { name: "narrow", width: 380, height: 260 },
];

/** The drawing with its legend, and the same as a table, for readers who do not see it and for those who want figures. */
function renderPicture(picture: Picture, head: Html, context: PageContext): Html {
  return html`<figure class="chart">
<figcaption>${head}</figcaption>
${sizes.map((size) => trusted(context.draw(picture, size)))}
<details><summary>The figures of this chart</summary>
${renderTable(picture.table, context)}</details>
</figure>
`;
}

function chartHead({ title, isLogarithmic, lines, points, bands = [] }: Chart): Html {
  return html`<span>${title}${isLogarithmic && html` <span class="scale">logarithmic scale</span>`}</span><span class="legend">${lines.map(
    ({ name, role }) => html`<span class="key ${role}">${name}</span>`,
  )}${bands.map(({ name }) => html`<span class="key band">${name}</span>`)}${points.length > 0 && html`<span class="key point">conversion</span>`}</span>`;
}
