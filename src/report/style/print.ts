/** Paper: A4, dark on white, all notes in their order, numbers of notes at the figures. */
export const printStyles = `
.on-paper { display: none; }
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root {
    --ground: #fff; --raised: #fff; --ink: #000; --quiet: #444; --line: #ccc; --accent: #000; --bad: #8b0000;
    --warn: #5c3d00; --subject: #1a5276; --background: #777; --second: #96591c; --point: #8b0000; --fill: #1a527618;
  }
  html { font-size: 9.5pt; }
  body { background: none; }
  header, main, footer { max-width: none; padding-inline: 0; }
  header { padding-top: 0; }
  .on-paper { display: block; }
  nav, .skip, .close { display: none !important; }
  main > section { margin-top: 2rem; padding-top: 1rem; }
  h2, h3, caption, thead, figcaption { break-after: avoid; }
  .beside, .chart, tr, .timeline ol > li, .key-figures { break-inside: avoid; }
  .key::before { print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  sup { display: inline; font-size: 0.7em; line-height: 0; color: var(--quiet); margin-left: 0.1em; }
  summary { list-style: none; color: var(--quiet); }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  .key-figures dd { font-size: 1.2rem; }
  .clause-notes.deep, #notes article:not(.main) { display: none; }
  #notes { font-size: 0.9em; }
  .clause-notes { padding: 0.5rem 0; max-width: none; }
  .chart details, #notes article details { display: none; }
}
`;
