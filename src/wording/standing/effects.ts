/** What it brings to use a power, and what its conditions ask, in phrases. Figures are cut as in a table. */
import { groupBy } from "../../base/group-by.ts";
import { briefFigure } from "../../units/figure-text.ts";
import type { Owed } from "../outcome.ts";
import type { BoundWords, EffectWords, MovedWords, PowerWords } from "./powers.ts";

/** `if Principal Converted is $28,300`; empty where nothing has to be said. */
export function supposedWords({ says }: EffectWords): string {
  const parts = says.map(({ name, value, unit }) => `${name} is ${briefFigure(value, unit)}`);
  return parts.length === 0 ? "" : `if ${parts.join(" and ")}`;
}

/** What moves, what is owed in place of what, what may be given then; one phrase for each. */
export function effectPhrases(effect: EffectWords): string[] {
  const moved = effect.moved.filter(({ role }) => !followers.includes(role)).map(movedPhrase);
  const phrases = [...moved, ...owedPhrases(effect), ...effect.powers.map((it) => thenPhrase(it, effect.on))];
  return phrases.length === 0 ? [`nothing moves by ${effect.on}`] : phrases;
}

/** What follows from other roles that move as well. */
const followers: readonly string[] = ["principal convertible", "shares outstanding"];

const movedPhrase = ({ role, before, after, unit }: MovedWords) =>
  `${role} from ${briefFigure(before, unit)} to ${briefFigure(after, unit)}`;

/** What is owed in another amount stands in one phrase with what it was. */
function owedPhrases({ owed, noLonger }: EffectWords): string[] {
  const kindOf = ({ from, to, due, section }: Owed) => JSON.stringify([from, to, due, section]);
  const others = groupBy(noLonger, kindOf);
  const replaced = new Set<Owed>();
  const now = owed.map((it) => {
    const old = others.get(kindOf(it))?.find((one) => !replaced.has(one));
    if (old !== undefined) replaced.add(old);
    const debt = `${it.from} owes ${it.text}${it.due === null ? "" : ` by ${it.due}`} [${it.section}]`;
    return old?.amount === undefined ? debt : `${debt}, instead of ${briefFigure(old.amount, old.unit ?? "")}`;
  });
  const gone = noLonger.filter((it) => !replaced.has(it)).map((it) => `no longer owed: ${it.text} [${it.section}]`);
  return [...now, ...gone];
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
