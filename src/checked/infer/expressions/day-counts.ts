/** Names of day counts that Tenor does not have, each with the nearest and how that one differs. */
import { nearestName } from "../../../base/nearest-name.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Span } from "../../../source/span.ts";
import type { DayCount } from "../../../units/day-count.ts";
import { dayCounts, daysIn, isDayCount } from "../../../units/day-count.ts";
import { formatDate, parseDate } from "../../../units/plain-date.ts";

/** Other names of the field for the same. */
const sameAs: { readonly [name: string]: DayCount } = {
  "actual/365F": "actual/365",
  "actual/actual ISDA": "actual/actual",
  "actual/actual ISMA": "actual/actual ICMA",
  "actual/actual FBF": "actual/actual AFB",
  "30/360 ISDA": "30/360",
  "30/360 US": "30U/360",
  "30/360 NASD": "30U/360",
  "30E/360 ICMA": "30E/360",
  "30E/360 ISMA": "30E/360",
  "bus/252": "business/252",
};

/** Counts that no name here stands for, each with the nearest and how that one differs over the example. */
const near: { readonly [name: string]: readonly [name: DayCount, differs: string] } = {
  "nl/365": ["actual/365", "it counts a 29 February and so 91 days, and not 90"],
  "actual/364": ["actual/365", "it divides the 91 days by 365, and not by 364"],
  "actual/366": ["actual/365", "it divides the 91 days by 365, and not by 366"],
  "30/365": ["30/360", "it divides the 90 days by 360, and not by 365"],
};

const [from, to] = [parseDate("2024-01-15"), parseDate("2024-04-15")];
const over = from && to ? `from ${formatDate(from)} to ${formatDate(to)}` : "";

/** A day count that is not known: TN3014. */
export function unknownDayCount(text: string, span: Span): Diagnostic {
  const written = text.replaceAll(/\s+/g, " ");
  const same = sameAs[written];
  if (same !== undefined) return instead(same, `write ${same}: it is the same`, text, span);
  const [nearest, differs] = near[written] ?? [];
  if (nearest !== undefined) return instead(nearest, `write ${nearest}: ${over} ${differs}`, text, span);
  const known = nearestName(written, dayCounts);
  if (known === undefined || !isDayCount(known)) {
    return diagnostic("TN3014", span, { text });
  }
  return instead(known, `write ${known}: ${over} ${daysOver(known)}`, text, span);
}

function instead(name: DayCount, help: string, text: string, span: Span): Diagnostic {
  return diagnostic("TN3014", span, { text }, [], { help, fix: { span, text: name } });
}

/** `it counts 90 days, and actual/360 counts 91` */
function daysOver(name: DayCount): string {
  if (from === undefined || to === undefined || name === "business/252") return "it counts business days";
  const count = daysIn(from, to, { name });
  const other = count === to - from ? "30/360" : "actual/360";
  return `it counts ${count} days, and ${other} counts ${daysIn(from, to, { name: other })}`;
}
