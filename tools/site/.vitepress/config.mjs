// The pages of docs/, the examples and the grammar as a site with search, built by `npm run site`.
import { defineConfig } from "vitepress";

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const reference = [
  { text: "The scenario file", link: "/docs/scenario-file" },
  { text: "The command line", link: "/docs/command-line" },
  { text: "The library of clauses", link: "/docs/library" },
  { text: "Findings", link: "/docs/diagnostics/" },
  { text: "Grammar", link: "/grammar/reference" },
  { text: "Meaning of each construct", link: "/docs/semantics" },
  { text: "Limits", link: "/docs/limits" },
];

export default defineConfig({
  title: "Tenor",
  description: "A language for the terms of convertible notes, and an exact engine that runs them.",
  lang: "en",
  srcDir: "pages",
  outDir: "../../dist/site",
  cacheDir: "node_modules/.cache",
  vite: { build: { chunkSizeWarningLimit: 4_000 } },
  // A folder's README is its first page.
  rewrites: (path) => path.replace(/(^|\/)README\.md$/, "$1index.md"),
  markdown: {
    // Braces in a page are words of a clause's sentence, and no attributes.
    attrs: { disable: true },
    // The blocks' languages are the names by which tests find them; they are shown as they stand.
    highlight: (code) => `<pre v-pre><code>${escaped(code)}</code></pre>`,
    // Nothing in a page is a template of Vue.
    config: (markdown) => {
      const text = markdown.renderer.rules.text;
      markdown.renderer.rules.text = (...all) =>
        (text?.(...all) ?? all[0][all[1]].content).replaceAll("{{", "&#123;&#123;");
    },
  },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    nav: [
      { text: "Tutorial", link: "/docs/first-note" },
      { text: "Guide", link: "/docs/language" },
      { text: "Examples", link: "/examples/juniper-first-eighteen-months/" },
    ],
    sidebar: [
      {
        text: "Learn",
        items: [
          { text: "Your first note", link: "/docs/first-note" },
          { text: "Eighteen months of a note", link: "/examples/juniper-first-eighteen-months/" },
          { text: "A ratchet", link: "/examples/ratchet/" },
          { text: "A default, cured or not", link: "/examples/default-and-what-follows/" },
          { text: "A loan", link: "/examples/term-loan/" },
          { text: "A SAFE", link: "/examples/post-money-safe/" },
          { text: "Preferred stock", link: "/examples/preferred-conversion/" },
        ],
      },
      {
        text: "Do",
        items: [
          { text: "Write a template", link: "/docs/language" },
          { text: "Scenarios from a program", link: "/docs/importing" },
          { text: "Change Tenor", link: "/CONTRIBUTING" },
        ],
      },
      { text: "Look up", items: reference },
      {
        text: "Understand",
        items: [
          { text: "How to read a clause", link: "/docs/reading-a-clause" },
          { text: "How it is built", link: "/docs/architecture" },
          { text: "How fast it is", link: "/docs/performance" },
          { text: "Decisions", link: "/docs/" },
        ],
      },
    ],
  },
});
