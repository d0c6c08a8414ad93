/** Tables, timeline, charts, notes and the contract beside its clauses. */
export const blockStyles = `
table { margin: 0 0 2rem; border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.5rem; }
th, td { text-align: left; vertical-align: baseline; padding: 0.4375rem 1.25rem 0.4375rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
td time, th time { white-space: nowrap; }
thead th { color: var(--quiet); font-size: 0.8125rem; border-bottom-color: var(--quiet); }
.number { text-align: right; }
td.number, .move, #notes article b { white-space: nowrap; } .long, .number span { white-space: normal; }
.timeline ol, .timeline ul { list-style: none; margin: 0; padding: 0; }
.timeline h3 { margin: 1.75rem 0 0; padding-bottom: 0.375rem; border-bottom: 1px solid var(--quiet); }
.timeline ol > li { display: grid; grid-template-columns: 4.5rem 1fr; border-bottom: 1px solid var(--line); padding: 0.4375rem 0; }
.timeline time { color: var(--quiet); white-space: nowrap; }
.timeline ul > li { display: grid; grid-template-columns: minmax(0, 1fr) auto 5.5rem; gap: 0 1.25rem; align-items: baseline; padding: 0.0625rem 0; }
.timeline .event .name { font-weight: 600; }
.timeline .detail { color: var(--quiet); }
.timeline .change .name { color: var(--quiet); }
.timeline .what.bad .name { font-weight: 600; }
.timeline .refused .name { color: var(--warn); }
.timeline .move { text-align: right; }
.timeline .before { color: var(--quiet); }
.timeline .where { text-align: right; grid-column: 3; }
.chart { margin: 0 0 2.5rem; }
.chart svg { display: block; width: 100%; height: auto; }
.chart svg.narrow { display: none; }
.chart svg text { font-family: var(--sans); }
.chart figcaption { font-weight: 600; margin-bottom: 0.5rem; display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; justify-content: space-between; }
.scale { font-weight: 400; font-size: 0.875rem; color: var(--quiet); margin-left: 0.5rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-weight: 400; font-size: 0.875rem; color: var(--quiet); }
.key::before { content: ""; display: inline-block; width: 1.125rem; border-top: 2px solid var(--key); vertical-align: 0.25em; margin-right: 0.5rem; }
.key.subject { --key: var(--subject); } .key.background { --key: var(--background); } .key.second { --key: var(--second); }
.key.band::before { height: 0.625rem; border: 0; background: var(--fill); vertical-align: -0.05em; }
.key.point::before { width: 0.5rem; height: 0.5rem; border: 0; border-radius: 50%; background: var(--point); vertical-align: 0.05em; }
.clause-notes { padding: 1rem 0; border-bottom: 1px solid var(--line); max-width: 52rem; }
.clause-notes h3 { margin: 0 0 0.25rem; font: 600 1rem/1.4 var(--sans); }
.clause-notes .where { margin-left: 0.25rem; font-weight: 400; }
.clause-notes .clause { font-family: var(--serif); margin: 0 0 0.5rem; max-width: none; }
.clause-notes .close { display: none; }
#notes article { padding: 0.375rem 0; font-size: 0.9375rem; }
#notes article h4 { margin: 0; display: flex; flex-wrap: wrap; gap: 0 1.25rem; font: 400 1em/1.5 var(--sans); color: var(--ink); }
#notes article h4 > i { flex: 0 0 2rem; font-style: normal; color: var(--quiet); }
#notes article h4 b { font-size: 1.125em; margin-left: auto; text-align: right; }
#notes article p { color: var(--quiet); margin: 0; max-width: none; }
#notes article b { font-weight: 400; }
#notes article ul { list-style: none; margin: 0.25rem 0 0; padding: 0 0 0 1rem; border-left: 2px solid var(--line); font-size: 0.9375rem; }
#notes article li { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding: 0.125rem 0; }
#notes article li > span { flex: 1 1 0; min-width: 10rem; }
#notes article li i { font-style: normal; color: var(--quiet); font-size: 0.875em; }
#notes article li > b { text-align: right; }
#notes article li > p, #notes article li > details, #notes article li > ul { flex: 0 0 100%; margin-block: 0; font-size: 0.9375em; }
#notes article details ul { border: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0 1.5rem; }
#notes article details li { justify-content: space-between; color: var(--quiet); }
#notes article details b { color: var(--ink); }
@media screen {
  .clause-notes.deep, #notes :has(> :target) > article, #notes article:not(.main) { display: none; }
  .clause-notes:has(:target) {
    position: fixed; inset: 0 0 0 auto; width: min(34rem, 100vw); max-width: none; overflow-y: auto; z-index: 5; display: block;
    background: var(--raised); border-left: 1px solid var(--line); padding: 1.5rem 1.75rem 3rem;
    box-shadow: 0 0 3rem #0003;
  }
  #notes article:target { display: block; outline: none; }
  .clause-notes:has(:target) h3 { padding-right: 4rem; }
  .clause-notes:has(:target) .close { display: block; position: absolute; top: 1.5rem; right: 1.75rem; }
  .beside:target h3 { color: var(--accent); }
}
.beside { padding: 1rem 0 1.5rem; border-bottom: 1px solid var(--line); scroll-margin-top: 1rem; }
.beside h3 { margin: 0 0 0.75rem; }
.beside h3 .section { font-size: 1em; margin-right: 0.5rem; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem 2.5rem; }
.text p { font-family: var(--serif); margin-bottom: 0.75rem; }
.clauses dl { margin: 0; font-size: 0.9375rem; }
.clauses dt { font-weight: 600; } .clauses dd { margin: 0 0 0.75rem; color: var(--quiet); }
@media screen and (max-width: 40rem) {
  .chart svg.wide { display: none; }
  .chart svg.narrow { display: block; }
  th, td { padding-right: 0.875rem; } td.number { white-space: normal; }
  .stacked thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
  .stacked, .stacked tbody, .stacked caption { display: block; }
  .stacked tr { display: block; border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
  .stacked th, .stacked td { display: block; border: 0; padding: 0.125rem 0; text-align: left; }
  .stacked tbody th { font-weight: 600; }
  .stacked td { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0.75rem; }
  .stacked td::before { content: attr(data-head); color: var(--quiet); font-size: 0.875rem; }
  .stacked td:empty { display: none; }
  .timeline ol > li { grid-template-columns: 1fr; }
  .timeline ul > li { grid-template-columns: minmax(0, 1fr) auto; gap: 0 0.75rem; padding: 0.1875rem 0; }
  .timeline .what { grid-column: 1; } .timeline .where { grid-column: 2; grid-row: 1; }
  .timeline .move { grid-column: 1 / -1; text-align: left; }
  .columns { grid-template-columns: 1fr; }
  .clause-notes:has(:target) { padding-inline: 1rem; }
  .clause-notes:has(:target) .close { right: 1rem; }
}
`;
