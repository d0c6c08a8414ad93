import { groupBy } from "../../base/group-by.ts";
import { reachIn } from "../../base/reach.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Exception } from "../../syntax/ast.ts";
import type { Placed } from "../ast.ts";
import { excludeOneAnother } from "../guards.ts";
import type { Rule } from "./rule.ts";

/** Two exceptions to one definition that can hold at once, and neither of which goes before the other. */
export const exceptionsWithoutOrder: Rule = ({ symbols }) => [...symbols.exceptions.values()].flatMap(checked);

/** Exceptions that one definition may have: each is held against each. */
const mostExceptions = 500;

function checked(exceptions: readonly Placed<Exception>[]): Diagnostic[] {
  const tooMany = exceptions[mostExceptions];
  if (tooMany !== undefined) return [beyondLimit(tooMany.statement)];
  const reach = reachOf(exceptions);
  const circle = exceptions.find(({ section }) => reach(section).has(section));
  if (circle !== undefined) return [inCircle(circle, exceptions, reach)];
  return exceptions.flatMap((later, index) => {
    const earlier = exceptions.slice(0, index).find((other) => areUnordered(other, later, reach));
    if (earlier === undefined) return [];
    const { name } = later.statement;
    const related = [{ span: earlier.statement.name.span, label: "the other exception" }];
    return [diagnostic("TN4009", name.span, { name: name.text }, related)];
  });
}

type Reach = (section: string) => ReadonlySet<string>;

/** Sections of exceptions before which those of a section go, directly or by way of others. */
function reachOf(exceptions: readonly Placed<Exception>[]): Reach {
  const direct = groupBy(exceptions, ({ section }) => section);
  return reachIn((section) =>
    (direct.get(section) ?? []).flatMap(({ statement }) => statement.over.map((it) => it.text)),
  );
}

function areUnordered(a: Placed<Exception>, b: Placed<Exception>, reach: Reach): boolean {
  if (reach(a.section).has(b.section) || reach(b.section).has(a.section)) return false;
  return !excludeOneAnother(a.statement.condition, b.statement.condition);
}

function beyondLimit({ name }: Exception): Diagnostic {
  const { text, span } = name;
  const limit = `${mostExceptions} exceptions to one definition`;
  const help = "give the cases names of their own, so that fewer exceptions name them";
  return diagnostic("TN5003", span, { file: span.source.name, what: `long at \`${text}\``, limit }, [], { help });
}

function inCircle(start: Placed<Exception>, exceptions: readonly Placed<Exception>[], reach: Reach): Diagnostic {
  const members = [...new Set(exceptions.map(({ section }) => section))].filter(
    (section) => reach(start.section).has(section) && reach(section).has(start.section),
  );
  const { name } = start.statement;
  const circle = [...members, members[0] ?? ""].join(" → ");
  return diagnostic("TN4018", name.span, { name: name.text, circle });
}
