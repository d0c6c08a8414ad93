/** The table of docs/conformance.md: how many cases of each type agree. */
import type { Compared } from "./compare.ts";
import { contractTypes } from "./types.ts";

const start = "<!-- made by `npm run conformance` -->\n";
const end = "<!-- end -->";

/** The page with the table of these cases in place of its own. */
export function withTable(page: string, compared: readonly Compared[]): string {
  const [from, to] = [page.indexOf(start) + start.length, page.indexOf(end)];
  return `${page.slice(0, from)}${tableOf(compared)}${page.slice(to)}`;
}

function tableOf(compared: readonly Compared[]): string {
  const rows = Object.entries(contractTypes).map(([type, { template, inWords }]) => {
    const cases = compared.filter((it) => it.type === type);
    const agreeing = cases.filter(({ difference }) => difference === undefined).length;
    return `| ${type} | ${inWords} | [${template}](../terms/actus/${template}.tenor) | ${countOf(cases.length)} | ${countOf(agreeing)} |\n`;
  });
  return `| type | | template | cases at hand | agree |\n| --- | --- | --- | --- | --- |\n${rows.join("")}`;
}

const countOf = (count: number): string => (count === 0 ? "–" : String(count));
