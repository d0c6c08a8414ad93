/** Names of day counts that Tenor does not have, each with the nearest and how that one differs. */
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Span } from "../../../source/span.ts";
import type { DayCount } from "../../../units/day-count.ts";

interface Nearest {
  readonly name: DayCount;
  readonly differs: string;
}

const nearest: { readonly [name: string]: Nearest } = {
  "actual/actual ISDA": { name: "actual/actual", differs: "it is the same" },
  "actual/actual ICMA": {
    name: "actual/actual",
    differs: "it divides by the length of calendar years, and not by that of interest periods",
  },
  "actual/actual AFB": {
    name: "actual/actual",
    differs: "it differs by less than a day of interest in a year with a 29 February",
  },
  "actual/365L": {
    name: "actual/actual",
    differs: "it divides each day by the length of its own year, and not all days by that of the last",
  },
  "30U/360": { name: "30/360", differs: "from the end of February it counts 1 or 2 days more" },
  "30/360 ISDA": { name: "30/360", differs: "it is the same" },
};

/** A day count that is not known: TN3014. */
export function unknownDayCount(text: string, span: Span): Diagnostic {
  const near = nearest[text];
  if (near === undefined) return diagnostic("TN3014", span, { text });
  const help = `write ${near.name}: ${near.differs}`;
  return diagnostic("TN3014", span, { text }, [], { help, fix: { span, text: near.name } });
}
