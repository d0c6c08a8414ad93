/** Colours, type and the frame of a page. The tests hold every pair of text and ground to WCAG AA. */
export const pageStyles = `
:root {
  color-scheme: light dark;
  --ground: #fdfdfb; --raised: #f5f4ef; --ink: #1d2327; --quiet: #586069; --line: #dcdad2; --accent: #1a5276;
  --bad: #a32020; --warn: #7a5200; --good: #2d6a3e; --subject: #1a5276; --background: #8d9298; --second: #96591c;
  --point: #a32020; --fill: #1a527618;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Liberation Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15191d; --raised: #1d2329; --ink: #e4e6e7; --quiet: #a0a9b1; --line: #353d45; --accent: #8cc3ea;
    --bad: #ff9b93; --warn: #e8bd6a; --good: #8fd0a0; --subject: #8cc3ea; --background: #78828b; --second: #e0a56a;
    --point: #ff9b93; --fill: #8cc3ea20;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 var(--sans);
  font-variant-numeric: tabular-nums lining-nums; overflow-wrap: break-word;
}
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 3rem; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.2vw, 2.5rem); margin: 0.25rem 0 0.5rem; letter-spacing: -0.01em; }
h2 { font-size: 1.5rem; margin: 0 0 1rem; }
h3 { font-size: 1.0625rem; margin: 1.5rem 0 0.5rem; }
h4 { font-size: 0.8125rem; font-weight: 600; margin: 0 0 0.5rem; color: var(--quiet); }
main > section { margin-top: 3.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
p { max-width: 42rem; margin: 0 0 1rem; }
a { color: var(--accent); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; background: var(--ground); padding: 0.5rem 1rem; z-index: 9; }
.skip:focus { left: 1rem; top: 1rem; }
.kind { margin: 0; color: var(--quiet); font-size: 0.875rem; }
.subtitle { font-family: var(--serif); font-size: 1.125rem; color: var(--quiet); margin-bottom: 1.5rem; }
.summary { font-size: 1.0625rem; }
nav ul { list-style: none; margin: 1.5rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.375rem 1.25rem; font-size: 0.9375rem; }
.key-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 0; margin: 2rem 0 0; border-top: 1px solid var(--line); }
.key-figures > div { padding: 1rem 1.25rem 1rem 0; }
.key-figures dt { color: var(--quiet); font-size: 0.875rem; }
.key-figures dd { margin: 0.125rem 0 0; font-family: var(--serif); font-size: 1.5rem; line-height: 1.3; }
.key-figures a { color: inherit; } .key-figures .figure { white-space: normal; }
.key-figures .detail { display: block; font: 0.8125rem/1.4 var(--sans); color: var(--quiet); }
.bad { color: var(--bad); } .warn { color: var(--warn); } .quiet { color: var(--quiet); } .strong { font-weight: 600; }
.where, h3 .section { color: var(--quiet); font-size: 0.875em; }
a[href^="#n-"] { color: inherit; text-decoration-style: dotted; text-decoration-color: var(--quiet); }
a[href^="#n-"]:hover { color: var(--accent); text-decoration-style: solid; }
sup { display: none; }
summary { cursor: pointer; color: var(--accent); font-size: 0.9375rem; padding: 0.25rem 0; width: fit-content; }
details { margin: 0.5rem 0 1rem; }
footer { margin-top: 4rem; padding-block: 1.5rem 3rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.8125rem; }
footer dl { margin: 0; display: grid; gap: 0.25rem; }
footer dl > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0.75rem; }
footer dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  header, main, footer { padding-inline: 1rem; }
  header { padding-top: 1.5rem; }
  main > section { margin-top: 2.5rem; }
  .key-figures { grid-template-columns: 1fr 1fr; }
  .key-figures > div { padding-right: 0.75rem; }
  .key-figures dd { font-size: 1.25rem; }
  footer dl > div { grid-template-columns: 1fr; gap: 0; }
}
`;
