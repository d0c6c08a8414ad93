/**
 * A contract's text on the left and its clauses on the right, section by section, linked both ways. One HTML file, with no
 * scripts and nothing from elsewhere.
 */
import type { Clause } from "../../cover/clauses.ts";
import type { Coverage, CoveredSentence } from "../../cover/coverage.ts";
import { textOf } from "../../source/span.ts";
import type { StoryCoverage } from "../../testing/story-coverage.ts";
import type { Html } from "../html.ts";
import { html, trusted } from "../html.ts";
import { pageStyles } from "../style/page.ts";
import { printStyles } from "../style/print.ts";
import { coverStyles } from "./cover-styles.ts";

/** What stories reach, where there are any. */
type ReachedItems = StoryCoverage["items"];

/** Text that ends with a line end. With what stories reach, each clause has the colour of it. */
export function renderCoverPage(title: string, { parts, totals }: Coverage, reached: ReachedItems = []): string {
  const clauses = new ClauseNumbers();
  const rows = parts.filter(({ sentences }) => sentences.length > 0).map((part) => renderPart(part, clauses, reached));
  const count = totals.encoded + totals.declared + totals.uncovered;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>Text and clauses – ${title}</title>
<style>${trusted(pageStyles + printStyles + coverStyles)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header>
<p class="kind">Text and clauses</p>
<h1>${title}</h1>
<p class="summary">${count} sentences: ${totals.encoded} encoded, ${totals.declared} declared, ${totals.uncovered} uncovered.</p>
<p class="legend"><span class="encoded">encoded: clauses compute it</span> <span class="declared">declared: said in words, or out of scope</span> <span class="uncovered">uncovered: nothing says it</span></p>
${
  reached.length > 0 &&
  html`<p class="legend"><span class="ran">stories reach all of the clause</span> <span class="partly">a part of it</span> <span class="not-run">nothing of it</span></p>
`
}</header>
<main id="main" tabindex="-1">
${rows}</main>
</body>
</html>
`.text;
}

/** Gives each clause a number, in the order in which they are met. */
class ClauseNumbers {
  readonly #numbers = new Map<Clause, number>();

  of(clause: Clause): number {
    const known = this.#numbers.get(clause) ?? this.#numbers.size + 1;
    this.#numbers.set(clause, known);
    return known;
  }

  /** Whether it has not been met before, and so has its text here. */
  isNew(clause: Clause): boolean {
    return !this.#numbers.has(clause);
  }
}

function renderPart(
  { part: { label, title }, sentences }: Coverage["parts"][number],
  numbers: ClauseNumbers,
  reached: ReachedItems,
): Html {
  const all = [...new Set(sentences.flatMap(({ matches }) => matches.map(({ clause }) => clause)))];
  const fresh = all.filter((clause) => numbers.isNew(clause));
  const links = sentences.map((it) => renderSentence(it, numbers));
  const name = title === "" ? label : `${label} ${title}`;
  return html`<section class="part" aria-label="${name}">
<h2>${name}</h2>
<div class="text">${links}</div>
<div class="clauses">${fresh.map((clause) => renderClause(clause, sentences, numbers, reached))}</div>
</section>
`;
}

function renderSentence({ sentence, status, matches, reason }: CoveredSentence, numbers: ClauseNumbers): Html {
  const links = matches.map(
    ({ clause, isNamed }) =>
      html`<a href="#clause-${numbers.of(clause)}">${clause.title}${!isNamed && " (to be confirmed)"}</a> `,
  );
  return html`<p class="${status}" id="${idOf(sentence)}"><span class="ordinal">${sentence.ordinal}</span> ${sentence.text}<span class="links"><span class="status">${status}</span> ${
    reason !== undefined && html`${reason} `
  }${links}</span></p>
`;
}

function renderClause(
  clause: Clause,
  sentences: readonly CoveredSentence[],
  numbers: ClauseNumbers,
  reached: ReachedItems,
): Html {
  const said = sentences.filter(({ matches }) => matches.some((match) => match.clause === clause));
  return html`<div class="clause${howFarReached(clause, reached)}" id="clause-${numbers.of(clause)}"><pre>${sourceOf(clause)}</pre><p class="links">${said.map(
    ({ sentence }) => html`<a href="#${idOf(sentence)}">sentence ${sentence.ordinal}</a> `,
  )}</p></div>
`;
}

/** The class of a clause by how much of it stories reach; none where nothing in it can be reached. */
function howFarReached({ statement: { span } }: Clause, reached: ReachedItems): string {
  const own = reached.filter((it) => it.span.start >= span.start && it.span.end <= span.end);
  if (own.length === 0) return "";
  const count = own.filter(({ isReached }) => isReached).length;
  return count === own.length ? " ran" : count === 0 ? " not-run" : " partly";
}

/** Line by line, as a line end within a text is shown as a sign. */
function sourceOf({ statement }: Clause): Html[] {
  return textOf(statement.span)
    .split(/\r\n|[\r\n]/)
    .map((line) => html`${line}${trusted("\n")}`);
}

function idOf({ section, ordinal }: CoveredSentence["sentence"]): string {
  return `s-${section.replaceAll(/[^A-Za-z0-9]+/g, "-")}-${ordinal}`;
}
