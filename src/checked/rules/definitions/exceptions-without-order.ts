import { groupBy } from "../../../base/group-by.ts";
import { reachIn } from "../../../base/reach.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Placed } from "../../ast.ts";
import { excludeOneAnother } from "../../guards.ts";
import { mostExceptions } from "../../names.ts";
import type { StatementOf } from "../../tree.ts";
import type { CheckRule } from "../rule.ts";

/** Two exceptions to one definition that can hold at once, and neither of which goes before the other. */
export const exceptionsWithoutOrder: CheckRule = ({ symbols }) => [...symbols.exceptions.values()].flatMap(checked);

function checked(exceptions: readonly Placed<StatementOf<"Exception">>[]): Diagnostic[] {
  // All pairs are compared. More exceptions than this are reported already.
  if (exceptions.length > mostExceptions) return [];
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
function reachOf(exceptions: readonly Placed<StatementOf<"Exception">>[]): Reach {
  const direct = groupBy(exceptions, ({ section }) => section);
  return reachIn((section) =>
    (direct.get(section) ?? []).flatMap(({ statement }) => statement.over.map((it) => it.text)),
  );
}

function areUnordered(a: Placed<StatementOf<"Exception">>, b: Placed<StatementOf<"Exception">>, reach: Reach): boolean {
  if (reach(a.section).has(b.section) || reach(b.section).has(a.section)) return false;
  return !excludeOneAnother(a.statement.condition, b.statement.condition);
}

function inCircle(
  start: Placed<StatementOf<"Exception">>,
  exceptions: readonly Placed<StatementOf<"Exception">>[],
  reach: Reach,
): Diagnostic {
  const members = [...new Set(exceptions.map(({ section }) => section))].filter(
    (section) => reach(start.section).has(section) && reach(section).has(start.section),
  );
  const { name } = start.statement;
  const circle = [...members, members[0] ?? ""].join(" → ");
  return diagnostic("TN4018", name.span, { name: name.text, circle });
}
