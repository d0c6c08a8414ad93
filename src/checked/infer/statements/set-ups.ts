import type { Story } from "../../../syntax/ast.ts";
import type { Symbols } from "../../ast.ts";

/** A story behind the stories that it goes on from, the first of them first. A circle ends where it closes. */
export function withSetUps(story: Story, { stories }: Pick<Symbols, "stories">): readonly Story[] {
  const chain = [story];
  for (;;) {
    const title = chain[0]?.setUp?.text;
    const before = title === undefined ? undefined : stories.get(title);
    if (before === undefined || chain.includes(before)) return chain;
    chain.unshift(before);
  }
}
