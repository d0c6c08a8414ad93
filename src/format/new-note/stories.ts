/** A story put together from the lines that several pieces have for it. */

/** Deal terms, the market, events by their days, then expectations, each with the comment above it. `terms` are those of all stories. */
export function storyOf(
  title: string,
  lines: readonly string[],
  terms: readonly string[],
  market: string | undefined,
): string[] {
  const items = itemsOf(lines);
  const startingWith = (start: string) => items.filter((it) => it.at(-1)?.startsWith(start) === true);
  const own = startingWith("with: ").flatMap((it) => it.map((line) => line.slice("with: ".length)));
  const others = terms.filter((it) => !own.some((line) => nameOf(line) === nameOf(it)));
  const inOrder = [
    ...[...others, ...own].map((it) => `with: ${it}`),
    ...(market === undefined ? [] : [`market: "${market}"`]),
    ...startingWith("on ")
      .toSorted((a, b) => Number(dayOf(a) > dayOf(b)) - Number(dayOf(a) < dayOf(b)))
      .flat(),
    ...startingWith("expect:").flat(),
  ];
  return [`test "${title}"`, ...inOrder.map((line) => `  ${line}`)];
}

const nameOf = (term: string) => term.split(" = ")[0];

/** Lines with the comments right above them. */
function itemsOf(lines: readonly string[]): string[][] {
  const items: string[][] = [];
  let above: string[] = [];
  for (const line of lines) {
    above.push(line);
    if (line.startsWith("--")) continue;
    items.push(above);
    above = [];
  }
  return items;
}

const dayOf = (item: readonly string[]) => /^on (\S+)/.exec(item.at(-1) ?? "")?.[1] ?? "";
