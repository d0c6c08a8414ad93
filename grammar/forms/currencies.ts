// How currencies are written: a sign, which no name has in it, or a code, which is one only where the note's head names it.

/** The sign of a currency of dollars, where letters stand before it. */
export const dollarSign = String.raw`(?:US|AU?|CA?|HK|NZ|S)\$`;
/** Any sign of a currency. */
export const currencySign = String.raw`(?:\$|${dollarSign}|[€£¥])`;
/** The characters with which a sign begins. */
export const signInitials: readonly string[] = ["$", "€", "£", "¥", "A", "C", "H", "N", "S", "U"];
/** A code by its form. */
export const currencyCode = "[A-Z]{3}";

const headLine = /^[ \t]+currencies[ \t]*:((?:[ \t\r\n,]|--[^\r\n]*|[A-Z]{3}(?![A-Za-z0-9_]))*)/m;

/** The codes that the head of a note names, read from its text: they say what is an amount in the rest of it. */
export function currenciesNamed(text: string): readonly string[] {
  const [, list = ""] = headLine.exec(text) ?? [];
  return [...new Set(list.replaceAll(/--[^\r\n]*/g, " ").match(/[A-Z]{3}/g) ?? [])];
}

/** The codes before figures and in rates of a text without a head, such as a file of stories: those of the note beside it. */
export function currenciesWritten(text: string): readonly string[] {
  if (/^note\b/m.test(text)) return currenciesNamed(text);
  const codes = text.matchAll(/(?<![A-Za-z0-9_$.-])([A-Z]{3})(?:[ \t]*[\d.]|(?<=\bper [A-Z]{3})(?![A-Za-z0-9_]))/g);
  return [...new Set(Array.from(codes, ([, code = ""]) => code))];
}

/** The sign or the code before the digits of an amount. */
export function currencyMark(image: string): string {
  return /^[^\d.]*/.exec(image)?.[0].trim() ?? "";
}

/** The currency behind `per` in a rate of exchange. */
export function currencyPer(image: string): string {
  return /[A-Z]{3}$/.exec(image)?.[0] ?? "";
}
