import type { PageContext } from "../cells.ts";
import { renderCitation, renderFigure } from "../cells.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import type { Note, NoteLine } from "../page.ts";

/** How each figure is calculated: one note for each figure, which links to it. */
export function renderNotes(notes: readonly Note[], context: PageContext): Html {
  if (notes.length === 0) return html``;
  return html`<section id="notes" aria-labelledby="notes-title">
<h2 id="notes-title">Notes: how the figures are calculated</h2>
<p>Each underlined figure leads to its note. A note gives the clause and the values that it uses. These have notes of their own, down to prices, events and deal terms.</p>
${notes.map((note) => renderNote(note, context))}</section>
`;
}

function renderNote(note: Note, context: PageContext): Html {
  const { id, isMain, title, figure, sum, lines } = note;
  return html`<article class="note${!isMain && " deep"}" id="note-${id}" tabindex="-1">
<h3><span class="number">${id}</span><span class="title">${title}</span><span class="result">${renderFigure(figure, context)}</span></h3>
<a class="close" href="#closed">Close</a>
${sum !== undefined && html`<p class="sum">${sum}</p>\n`}${renderWords(note, context)}${renderLines(lines, context)}</article>
`;
}

function renderWords({ section, because, isClause }: Note, context: PageContext): Html {
  if (section === "" && because === "") return html``;
  return html`<p class="because">${section !== "" && html`<span class="where">${renderCitation(section, context)}</span> `}${
    because !== "" && html`<span class="${isClause ? "clause" : "words"}">${because}</span>`
  }</p>
`;
}

function renderLines(lines: readonly NoteLine[], context: PageContext): Html {
  if (lines.length === 0) return html``;
  return html`<ul class="uses">${lines.map((line) => renderLine(line, context))}</ul>\n`;
}

function renderLine({ title, figure, section, because, days, lines }: NoteLine, context: PageContext): Html {
  const where = section !== "" && html` <span class="where">${renderCitation(section, context)}</span>`;
  return html`<li><span class="use"><span class="name">${title}${where}</span><span class="result">${renderFigure(figure, context)}</span></span>${
    because !== "" && html`<span class="because">${because}</span>`
  }${days && renderDays(days)}${renderLines(lines, context)}</li>
`;
}

function renderDays(days: readonly (readonly [on: string, figure: string])[]): Html {
  return html`<details><summary>${days.length} days</summary><ul class="days">${days.map(
    ([on, figure]) => html`<li><time>${on}</time> <span class="figure">${figure}</span></li>`,
  )}</ul></details>`;
}
