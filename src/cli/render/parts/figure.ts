/** Figures of an outcome, decimal strings with a unit, for reading. The digits are kept as they are; nothing is worked out. */

/** `$450,000`, `$0.0235 per share`, `1,948,051 shares`, `8%`; a date, yes or no, and a text as they are. */
export function renderFigure(value: string | boolean, unit: string): string {
  const { figure, suffix } = figureParts(value, unit);
  return figure + suffix;
}

/** The figure itself, and the words that follow it: apart, so that figures in a column can be aligned. */
export function figureParts(
  value: string | boolean,
  unit: string,
): { readonly figure: string; readonly suffix: string } {
  if (typeof value === "boolean") return { figure: value ? "yes" : "no", suffix: "" };
  if (!isDecimal(value)) return { figure: value, suffix: "" };
  switch (unit) {
    case "USD":
      return { figure: dollars(grouped(value)), suffix: "" };
    case "USD/share":
      return { figure: dollars(grouped(value)), suffix: " per share" };
    case "shares":
      return { figure: grouped(value), suffix: value === "1" ? " share" : " shares" };
    case "percent":
      return { figure: `${grouped(timesHundred(value))}%`, suffix: "" };
    case "per year":
      return { figure: `${grouped(timesHundred(value))}%`, suffix: " per year" };
    case "number":
      return { figure: grouped(value), suffix: "" };
    case "text":
    case "choice":
    case "date":
    case "time":
      return { figure: value, suffix: "" };
    default:
      return { figure: grouped(value), suffix: unit === "" ? "" : ` ${unit}` };
  }
}

/** The same with `/share` for `per share`: a table has no room to spare. */
export function briefFigure(value: string | boolean, unit: string): string {
  const { figure, suffix } = figureParts(value, unit);
  return figure + briefSuffix(suffix);
}

export function briefSuffix(suffix: string): string {
  return suffix === " per share" ? "/share" : suffix;
}

/** A figure cut to what a line has room for, with "…": cents where it has dollars, else four digits that say something. */
export function shortFigure(value: string): string {
  const parts = /^(-?\d+)\.(\d+)$/.exec(value);
  if (parts === null) return value;
  const [, whole = "", fraction = ""] = parts;
  const isSmall = /^-?0$/.test(whole);
  const digits = isSmall ? (/^0*/.exec(fraction)?.[0].length ?? 0) + 4 : 2;
  return fraction.length <= Math.max(digits, 4) ? value : `${whole}.${fraction.slice(0, digits)}…`;
}

function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+…?)?$/.test(text);
}

function dollars(figure: string): string {
  return figure.startsWith("-") ? `-$${figure.slice(1)}` : `$${figure}`;
}

function grouped(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const withCommas = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

/** The point moved two places to the right. */
function timesHundred(decimal: string): string {
  const [, sign = "", whole = "", fraction = "", cut = ""] = /^(-?)(\d+)(?:\.(\d+))?(…?)$/.exec(decimal) ?? [];
  const digits = fraction.padEnd(2, "0");
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = digits.slice(2);
  return `${sign}${moved}${rest === "" ? "" : `.${rest}`}${cut}`;
}
