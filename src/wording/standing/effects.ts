/** What it brings to use a power, and what its conditions ask, in phrases. Figures are cut as in a table. */
import { briefFigure } from "../../units/figure-text.ts";
import type { StandingDefault } from "../position.ts";
import type { BoundWords, EffectWords, MovedValue, MovedWords, PowerWords } from "./powers.ts";

/** `if Principal Converted is $28,300`; empty where nothing has to be said. */
export function supposedWords({ says }: EffectWords): string {
  const parts = says.map(({ name, value, unit }) => `${name} is ${briefFigure(value, unit)}`);
  return parts.length === 0 ? "" : `if ${parts.join(" and ")}`;
}

/** What moves, what is owed in place of what, what may be given then; one phrase for each. */
export function effectPhrases(effect: EffectWords): string[] {
  const leading = effect.moved.filter(({ role }) => !followers.includes(role));
  const phrases = [
    ...(leading.length === 0 ? effect.moved : leading).map(movedPhrase),
    ...effect.defaults.map((it) => defaultPhrase(it, "then continues")),
    ...effect.noDefaults.map((it) => defaultPhrase(it, "no longer continues")),
    ...owedPhrases(effect),
    ...effect.powers.map((it) => thenPhrase(it, effect.on)),
  ];
  return phrases.length === 0 ? [`nothing moves by ${effect.on}`] : phrases;
}

/** What follows from other roles, where these move as well. */
const followers: readonly string[] = ["principal convertible", "shares outstanding"];

const movedPhrase = ({ role, before, after, unit }: MovedWords) =>
  `${role} from ${movedValue(before, unit)} to ${movedValue(after, unit)}`;

function movedValue(value: MovedValue, unit: string): string {
  if ("error" in value) return `unknown (${value.error.message})`;
  return value.amount === null ? `no value (${value.because})` : briefFigure(value.amount, unit);
}

const defaultPhrase = ({ value, of, title, section }: StandingDefault, does: string) =>
  `${value} ${does}: ${title}${of === undefined ? "" : ` of ${of}`} [${section}]`;

/** What is owed in another amount stands in one phrase with what it was. */
function owedPhrases({ owed, noLonger, totals }: EffectWords): string[] {
  return [
    ...owed.map(({ from, text, due, section, instead }) => {
      const debt = `${from} owes ${text}${due === null ? "" : ` by ${due}`} [${section}]`;
      return instead === undefined ? debt : `${debt}, instead of ${briefFigure(instead.amount, instead.unit)}`;
    }),
    ...totals.map(({ from, to, amount, unit }) => `${from} newly owes ${to} ${briefFigure(amount, unit)} in all`),
    ...noLonger.map(({ text, section }) => `no longer owed: ${text} [${section}]`),
  ];
}

function thenPhrase({ party, may, event, section, because, bounds }: PowerWords, on: string): string {
  const head = `${party} ${may === "yes" ? "may" : "may not"} then give ${event} [${section}] on ${on}`;
  const asks = may === "yes" ? bounds.map(boundPhrase) : because === undefined ? [] : [because];
  return [head, ...asks].join(", ");
}

/** `Amount at least $1,449,000`; a date is from one day to another. */
export function boundPhrase({ field, atLeast, atMost, unit }: BoundWords): string {
  if (atLeast !== undefined && atLeast === atMost) return `${field} ${briefFigure(atLeast, unit)}`;
  const [low, high] = unit === "date" ? ["from", "through"] : ["at least", "at most"];
  return [
    field,
    ...(atLeast === undefined ? [] : [`${low} ${briefFigure(atLeast, unit)}`]),
    ...(atMost === undefined ? [] : [`${high} ${briefFigure(atMost, unit)}`]),
  ].join(" ");
}

/** Bounds but those that the limit of the power says. */
export function boundPhrases({ bounds, upTo }: PowerWords): string[] {
  return bounds.filter(({ atLeast, atMost }) => atLeast !== undefined || atMost !== upTo?.amount).map(boundPhrase);
}

/** The least of the limits, or why it is unknown. */
export function limitPhrases({ upTo, limitUnknown }: PowerWords): string[] {
  if (upTo !== undefined) {
    const nothing = upTo.amount === "0" ? ", so it would give nothing" : "";
    return [`up to ${briefFigure(upTo.amount, upTo.unit)}${nothing}`];
  }
  return limitUnknown === undefined ? [] : [`up to a limit that is unknown: ${limitUnknown}`];
}
