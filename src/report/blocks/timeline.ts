import { groupBy } from "../../base/group-by.ts";
import type { PageContext } from "../cells.ts";
import { renderCitation, renderFigure } from "../cells.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import type { Timeline, TimelineDay, TimelineEntry } from "../page.ts";
import { dayWords, monthWords } from "./days.ts";

/** What happened, a heading for each month and a list item for each day. */
export function renderTimeline({ days }: Timeline, context: PageContext): Html {
  const months = [...groupBy(days, ({ on }) => on.slice(0, 7))];
  return html`<div class="timeline">${months.map(
    ([month, inMonth]) => html`<h3>${monthWords(month)}</h3>
<ol>${inMonth.map((day) => renderDay(day, context))}</ol>
`,
  )}</div>
`;
}

function renderDay({ on, entries }: TimelineDay, context: PageContext): Html {
  return html`<li><time datetime="${on}">${dayWords(on)}</time>
<ul>${entries.map((entry) => renderEntry(entry, context))}</ul></li>
`;
}

function renderEntry({ kind, tone, section, title, detail, from, to }: TimelineEntry, context: PageContext): Html {
  const figures =
    to !== undefined &&
    html`<span class="move">${from && html`<span class="before">${renderFigure(from, context)} <span aria-label="becomes">→</span> </span>`}${renderFigure(to, context)}</span>`;
  return html`<li class="${kind}"><span class="what${tone && ` ${tone}`}"><span class="name">${title}</span>${detail && html` <span class="detail">${detail}</span>`}</span>${figures}<span class="where">${renderCitation(section, context)}</span></li>
`;
}
