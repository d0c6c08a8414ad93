import { sectionId } from "../cells.ts";
import type { Html } from "../html.ts";
import { html } from "../html.ts";
import type { ContractSection } from "../page.ts";

/** Each section of the contract that the page cites, with the clauses of the template beside it. */
export function renderContract(sections: readonly ContractSection[]): Html {
  if (sections.length === 0) return html``;
  return html`<section id="contract" aria-labelledby="contract-title">
<h2 id="contract-title">The contract beside the clauses</h2>
${sections.map(renderSection)}</section>
`;
}

function renderSection({ label, title, text, clauses }: ContractSection): Html {
  return html`<article class="beside" id="${sectionId(label)}" tabindex="-1">
<h3><span class="section">${label}</span> ${title}</h3>
<div class="columns"><div class="text"><h4>Contract</h4>
${text.length === 0 ? html`<p class="quiet">The text that was given does not have this section.</p>` : text.map((it) => html`<p>${it}</p>\n`)}</div>
<div class="clauses"><h4>Clauses of the template</h4>
${clauses.length === 0 ? html`<p class="quiet">This page uses no defined value of this section.</p>` : html`<dl>${clauses.map(({ name, words }) => html`<dt>${name}</dt><dd>${words}</dd>\n`)}</dl>`}</div></div>
</article>
`;
}
