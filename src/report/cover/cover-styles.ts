/** What the page of text and clauses has beside the frame of all pages. */
export const coverStyles = `
header, main { max-width: 90rem; }
.part { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2rem; margin-top: 2rem; }
.part h2 { grid-column: 1 / -1; font-size: 1.125rem; }
.part p { max-width: none; }
.text p, .legend span { border-left: 4px solid var(--line); padding-left: 0.75rem; }
.text p { margin: 0 0 0.75rem; font-family: var(--serif); }
.text p.encoded, .legend .encoded { border-color: var(--good); }
.text p.declared, .legend .declared { border-color: var(--background); }
.text p.uncovered, .legend .uncovered { border-color: var(--bad); }
.text p.uncovered { background: var(--raised); }
.legend { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; color: var(--quiet); font-size: 0.875rem; }
.ordinal { color: var(--quiet); font: 0.8125rem var(--sans); }
.links { display: block; font: 0.8125rem/1.5 var(--sans); color: var(--quiet); }
.status { font-weight: 600; }
.clause { margin: 0 0 0.75rem; }
.clause pre { margin: 0; padding: 0.5rem 0.75rem; background: var(--raised); font: 0.8125rem/1.5 ui-monospace, "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.clause.ran pre, .clause.partly pre, .clause.not-run pre { border-left: 4px solid var(--good); }
.clause.partly pre, .legend .partly { border-color: var(--warn); }
.clause.not-run pre, .legend .not-run { border-color: var(--bad); }
.legend .ran { border-color: var(--good); }
.clause .links { margin: 0.125rem 0 0; }
:target { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (max-width: 50rem) { .part { grid-template-columns: minmax(0, 1fr); } }
@media print {
  .part p, .part .clause { break-inside: avoid; }
  .part h2 { break-after: avoid; }
  .text p, .clause pre, .legend span { print-color-adjust: exact; }
}
`;
