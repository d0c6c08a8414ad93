/**
 * Makes one HTML file of a page: no scripts, no fonts, no images and nothing else from elsewhere.
 *
 * The same page gives the same bytes. Colours follow the reader's setting, light or dark; on paper all notes are shown.
 */
import { renderBlock } from "./blocks/block.ts";
import { renderContract } from "./blocks/contract.ts";
import { notesByClause, renderNotes } from "./blocks/notes.ts";
import type { DrawChart, PageContext } from "./cells.ts";
import { renderCell } from "./cells.ts";
import type { Html } from "./html.ts";
import { html, trusted } from "./html.ts";
import { renderInputs } from "./inputs-of-page.ts";
import type { KeyFigure, Page, Section } from "./page.ts";
import { stylesheet } from "./style/stylesheet.ts";

/** Text that ends with a line end. `draw` makes the SVG of a chart. */
export function renderPage(page: Page, draw: DrawChart): string {
  const sections = new Set(page.contract.map(({ label }) => label));
  const onPaper = notesByClause(page.notes)
    .flat()
    .filter(({ isMain }) => isMain);
  const numbers = new Map(onPaper.map(({ id }, index) => [id, index + 1]));
  const context: PageContext = { draw, sections, numbers };
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
${
  page.madeFrom !== undefined &&
  html`${renderInputs(page.madeFrom)}
`
}<link rel="icon" href="data:,">
<title>${page.subtitle === undefined ? page.title : `${page.subtitle} – ${page.title}`}</title>
<style>${trusted(stylesheet)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${renderHead(page)}
<main id="main" tabindex="-1">
${renderKeyFigures(page.keyFigures, context)}
${page.sections.map((section) => renderSection(section, context))}
${renderNotes(page, context)}
${renderContract(page.contract)}
</main>
${renderFoot(page)}
</body>
</html>
`.text;
}

function renderHead({ kind, title, subtitle, summary, sections, notes, contract }: Page): Html {
  const places = [
    ...sections.map((it) => [it.id, it.title] as const),
    ...(notes.length === 0 ? [] : [["notes", "Notes"] as const]),
    ...(contract.length === 0 ? [] : [["contract", "Contract"] as const]),
  ];
  return html`<header>
<p class="kind">${kind}</p>
<h1>${title}</h1>
${subtitle !== undefined && html`<p class="subtitle">${subtitle}</p>`}
${summary.map((it) => html`<p class="summary">${it}</p>\n`)}
${places.length > 1 && html`<nav aria-label="Contents"><ul>${places.map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`)}</ul></nav>`}
</header>`;
}

function renderKeyFigures(figures: readonly KeyFigure[], context: PageContext): Html {
  if (figures.length === 0) return html``;
  return html`<dl class="key-figures">${figures.map(
    ({ name, figure, detail }) =>
      html`<div><dt>${name}</dt><dd>${renderCell(figure, context)}${
        detail !== undefined && html`<span class="detail">${detail}</span>`
      }</dd></div>\n`,
  )}</dl>`;
}

function renderSection({ id, title, blocks }: Section, context: PageContext): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${blocks.map((block) => renderBlock(block, context))}</section>
`;
}

function renderFoot({ foot }: Page): Html {
  return html`<footer><dl>${foot.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl></footer>`;
}
