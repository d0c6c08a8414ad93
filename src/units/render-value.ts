import type { Exact } from "./exact.ts";
import { exact, isUnlimited, multiply, toDecimalText } from "./exact.ts";
import type { PlainDate } from "./plain-date.ts";
import { formatDate } from "./plain-date.ts";
import type { TimeOfDay } from "./time-of-day.ts";
import { formatTime } from "./time-of-day.ts";
import type { ValueType } from "./value-type.ts";
import { unitName } from "./value-type.ts";

/** A value for JSON: decimal string, ISO date, `18:00`, boolean or text. */
export function plainValue(value: Exact | number | boolean | string, type: ValueType): string | boolean {
  if (typeof value === "object") return toDecimalText(value);
  if (type.kind === "date") return formatDate(value as PlainDate);
  if (type.kind === "time") return formatTime(value as TimeOfDay);
  return value as string | boolean;
}

/** A value for people, as a template would write it: `$450,000`, `$0.0235 per share`, `1,948,051 shares`, `8%`. */
export function renderValue(value: Exact | number | boolean | string, type: ValueType): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "object") return String(plainValue(value, type));
  if (isUnlimited(value)) return "unlimited";
  const figure = grouped(value);
  const name = unitName(type);
  switch (name) {
    case "USD":
      return dollars(figure);
    case "USD/share":
      return `${dollars(figure)} per share`;
    case "shares":
      return figure === "1" ? "1 share" : `${figure} shares`;
    case "percent":
      return `${grouped(multiply(value, exact(100)) as Exact)}%`;
    case "per year":
      return `${grouped(multiply(value, exact(100)) as Exact)}% per year`;
    case "number":
      return figure;
    default:
      return `${figure} ${name}`;
  }
}

const dollars = (figure: string) => (figure.startsWith("-") ? `-$${figure.slice(1)}` : `$${figure}`);

/** The digits with commas between thousands; a quotient that does not end is cut to what a reader can use, with "…". */
function grouped(value: Exact): string {
  const text = toDecimalText(value);
  const [whole = "", fraction] = text.split(".");
  const withCommas = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
  if (fraction === undefined) return withCommas;
  return fraction.length <= 12 ? `${withCommas}.${fraction}` : `${withCommas}.${shortened(whole, fraction)}…`;
}

/** At least two digits after the point, and six that say something where the whole part is zero. */
function shortened(whole: string, fraction: string): string {
  const isSmall = /^-?0$/.test(whole);
  const leadingZeros = isSmall ? (/^0*/.exec(fraction)?.[0].length ?? 0) : 0;
  return fraction.slice(0, isSmall ? leadingZeros + 6 : 4);
}
