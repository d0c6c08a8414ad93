import type { SyntaxTree } from "../../src/index.ts";
import { parse } from "../../src/index.ts";

/**
 * A template with the statements of each section in another order, and the changes of each rule as well; sections keep
 * their order. Statements keep their words; comments are left out.
 */
export function shuffledTemplate(text: string, seed: number): string {
  const random = randomFrom(seed);
  return sectionsIn(parse(text).value)
    .map(({ heading, statements }) =>
      [...heading, ...shuffled(statements, random)].map((statement) => wordsOf(text, statement, random)).join("\n"),
    )
    .join("\n")
    .concat("\n");
}

type Statement = SyntaxTree["statements"][number];

function sectionsIn({ statements }: SyntaxTree): { readonly heading: Statement[]; readonly statements: Statement[] }[] {
  const sections = [{ heading: [] as Statement[], statements: [] as Statement[] }];
  for (const statement of statements) {
    if (statement.kind === "SectionHeading") sections.push({ heading: [statement], statements: [] });
    else sections.at(-1)?.statements.push(statement);
  }
  return sections;
}

function wordsOf(text: string, statement: Statement, random: () => number): string {
  const { start, end } = statement.span;
  const [first] = statement.kind === "Rule" ? statement.changes : [];
  if (statement.kind !== "Rule" || first === undefined) return text.slice(start, end);
  const changes = shuffled(statement.changes, random).map(({ span }) => `  ${text.slice(span.start, span.end)}`);
  return `${text.slice(start, first.span.start).trimEnd()}\n${changes.join("\n")}`;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/** Numbers from 0 up to 1, the same for a seed on every machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
