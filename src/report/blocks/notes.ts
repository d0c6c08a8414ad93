import { groupBy } from "../../base/group-by.ts";
import type { PageContext } from "../cells.ts";
import { noteAddress, renderCitation, renderFigure } from "../cells.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import type { Note, NoteLine, Page } from "../page.ts";

/** Notes that rest on one clause, in the order of the first of them. They have its words once. */
export function notesByClause(notes: readonly Note[]): Note[][] {
  return [
    ...groupBy(notes, ({ name, section, isClause, because }) =>
      JSON.stringify([name, section, isClause && because]),
    ).values(),
  ];
}

/**
 * How each figure is calculated: one note for each figure, which links to it.
 *
 * A page has thousands of notes, so their markup is as short as HTML allows: no quotes around simple attributes, and no
 * end tags of paragraphs and list items.
 */
export function renderNotes({ notes, notesLeftOut = 0 }: Page, context: PageContext): Html {
  if (notes.length === 0) return html``;
  const left =
    notesLeftOut > 0 &&
    html` <strong>${notesLeftOut} values have no note here, since the page would be too large. <code>tenor explain</code> shows them.</strong>`;
  return html`<section id="notes" aria-labelledby="notes-title">
<h2 id="notes-title">Notes: how the figures are calculated</h2>
<p>Each underlined figure leads to its note. A note gives the clause and the values that it uses. These have notes of their own, down to prices, events and deal terms.${left}</p>
<p class="on-paper">On paper a figure's number leads to its note. Only the notes of the figures above are printed, with the values that each uses; the notes of these values are on the page itself.</p>
${notesByClause(notes).map((group) => renderGroup(group, context))}</section>
`;
}

function renderGroup(group: readonly Note[], context: PageContext): Html {
  const [first] = group;
  if (first === undefined) return html``;
  const { name, section, because, isClause } = first;
  const isDeep = !group.some(({ isMain }) => isMain);
  return html`<div class="clause-notes${isDeep && " deep"}"><h3>${name}${section !== "" && html` <span class="where">${renderCitation(section, context)}</span>`}</h3>
${isClause && because !== "" && html`<p class="clause">${because}</p>\n`}${group.map((note) => renderNote(note, context))}<a class="close" href="#closed">Close</a></div>
`;
}

function renderNote(note: Note, context: PageContext): Html {
  const { id, isMain, name, figure, sum, because, isClause, lines } = note;
  const number = context.numbers.get(id);
  // The name stands above the notes of its clause.
  const title = note.title.startsWith(`${name} `) ? note.title.slice(name.length + 1) : note.title;
  return html`<article id=${noteAddress(id)}${isMain && html` class=main`}><h4>${number !== undefined && html`<i>${number}</i>`}${title}<b>${renderFigure(figure, context)}</b></h4>${
    sum !== undefined && html`<p>${sum}`
  }${!isClause && because !== "" && html`<p>${because}`}${renderLines(lines, context)}</article>
`;
}

function renderLines(lines: readonly NoteLine[], context: PageContext): Html {
  if (lines.length === 0) return html``;
  return html`<ul>${lines.map((line) => renderLine(line, context))}</ul>`;
}

function renderLine({ title, figure, section, because, each, lines }: NoteLine, context: PageContext): Html {
  // A line that leads to a note leaves the link to it.
  const cited = figure.note === undefined ? renderCitation(section, context) : section;
  const where = section !== "" && html` <i>${cited}</i>`;
  return html`<li><span>${title}${where}</span><b>${renderFigure(figure, context)}</b>${
    because !== "" && html`<p>${because}`
  }${each && renderEach(each, figure.text, context)}${renderLines(lines, context)}`;
}

function renderEach(each: NonNullable<NoteLine["each"]>, many: string, context: PageContext): Html {
  return html`<details><summary>${many}</summary><ul>${each.map(
    ([what, figure]) => html`<li>${what} <b>${renderFigure(figure, context)}</b>`,
  )}</ul></details>`;
}
