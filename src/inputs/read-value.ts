import { assertNever } from "../base/assert-never.ts";
import { byKind } from "../base/by-kind.ts";
import { nearestName } from "../base/nearest-name.ts";
import type { Value, ValueType } from "../core/core.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { exact, parseDecimal } from "../units/exact.ts";
import { amountInWords, areOtherCurrencies } from "../units/money/money-words.ts";
import { parseDate } from "../units/plain-date.ts";
import { renderValue } from "../units/render-value.ts";
import { parseTime } from "../units/time-of-day.ts";
import type { ChoiceType, Quantity } from "../units/value-type.ts";
import { unitName } from "../units/value-type.ts";
import type { JsonNode, JsonText } from "./json.ts";
import { describeNode } from "./json.ts";
import { notADate } from "./read-date.ts";
import type { Figure } from "./read-quantity.ts";
import { digitLimit, figureIn, fits } from "./read-quantity.ts";
import { quotedNumber, shownSpan } from "./scenario-shape.ts";

/** One value of a scenario, or what is wrong with it. */
export type ValueReading =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Reads what a file gives for a name of the template, by the type that the template declares for it. */
export function readValue(node: JsonNode, type: ValueType, name: string): ValueReading {
  if (node.kind === "text" && node.value !== undefined) return { ok: true, value: node.value };
  if (type.kind === "quantity") return readQuantity(node, type, name);
  if (type.kind === "yes or no") {
    return node.kind === "boolean" ? { ok: true, value: node.value } : wrongYesOrNo(node, type, name);
  }
  if (node.kind !== "text") return wrongType(node, type, name);
  switch (type.kind) {
    case "date":
      return valueOr(parseDate(node.text), () => notADate(node.text, node.span));
    case "time":
      return valueOr(parseTime(node.text), () => diagnostic("TN5223", node.span, { text: node.text }));
    case "choice":
      return readChoice(node, type, name);
    case "text":
    case "occurrence":
      return { ok: true, value: node.text };
    default:
      return assertNever(type);
  }
}

function valueOr(value: Value | undefined, whyNone: () => Diagnostic): ValueReading {
  return value === undefined ? wrong(whyNone()) : { ok: true, value };
}

/** A type in words that go on after "is": "an amount of money", "a date", "one of `cash`, `wire`". */
export const describeType = byKind<ValueType, string>({
  quantity: (type) => quantities[unitName(type)] ?? amountInWords(type.unit) ?? `a number of ${unitName(type)}`,
  date: () => "a date",
  time: () => "a time of day",
  "yes or no": () => "yes or no",
  text: () => "a text",
  occurrence: ({ event }) => `the id of a ${event}`,
  choice: ({ options }) => `one of ${listed(options)}`,
});

/** Names in code marks with commas between them. */
export function listed(names: Iterable<string>): string {
  return [...names].map((name) => `\`${name}\``).join(", ");
}

/** The same with "or" before the last: what may be chosen. */
export function anyOf(names: Iterable<string>): string {
  return listed(names).replace(/, (`[^`]*`)$/, " or $1");
}

/** A value of the type, as it is written in a scenario. */
export const exampleOf = byKind<ValueType, string>({
  quantity: (type) =>
    examples[unitName(type)] ?? exampleOfMoney(type) ?? 'a decimal in double quotes, such as `"12.5"`',
  date: () => 'a date in double quotes, such as `"2024-02-29"`',
  time: () => 'a time in double quotes, such as `"17:30"`',
  "yes or no": () => "`true` for yes or `false` for no",
  text: () => "a text in double quotes",
  occurrence: () => "the `id` of an event in double quotes",
  choice: ({ options }) => `\`"${options[0] ?? ""}"\`, or another of the list`,
});

function exampleOfMoney(type: Quantity): string | undefined {
  const name = unitName(type);
  if (!/^[A-Z]{3}(?:\/|$)/.test(name)) return undefined;
  const [amount, decimal] = name.length === 3 ? [exact(1250), "1250"] : [exact(17, 4), "4.25"];
  return `\`"${renderValue(amount, type)}"\`, or a decimal, such as \`"${decimal}"\``;
}

const quantities: Readonly<Record<string, string>> = {
  USD: "an amount of money",
  "USD/share": "a price per share",
  shares: "a number of shares",
  percent: "a percentage",
  "per year": "a yearly rate",
  number: "a number",
  "per share": "a number per share",
  days: "a number of days",
};

const fraction = '`"8%"`, or a fraction in double quotes, such as `"0.08"`';
const examples: Readonly<Record<string, string>> = {
  USD: 'dollars in double quotes, such as `"500000"` or `"1250.50"`',
  "USD/share": 'dollars per share in double quotes, such as `"0.0425"`',
  shares: 'shares in double quotes, such as `"100000000"`',
  percent: fraction,
  "per year": fraction,
};

function readQuantity(node: JsonNode, type: Quantity, name: string): ValueReading {
  if (node.kind === "number") {
    const facts = { place: `\`${name}\``, text: node.text };
    return wrong(diagnostic("TN5203", node.span, facts, [], quotedNumber(node)));
  }
  if (node.kind !== "text") return wrongType(node, type, name);
  const figure = figureIn(node.text);
  if (figure !== undefined && fits(figure, type)) return { ok: true, value: figure.value };
  if (figure?.type !== undefined) {
    const [expected, found] = describeBoth(type, figure.type);
    const facts = { ...factsOf(node, type, name), expected, found, example: exampleOf(type) };
    return wrong(diagnostic("TN5213", node.span, facts));
  }
  const meant = meantBy(node.text, type);
  if (meant === undefined) return wrongType(node, type, name);
  const text = `"${meant}"`;
  const extras = { help: `write \`${text}\``, fix: { span: node.span, text } };
  const facts = { ...factsOf(node, type, name), example: text };
  return wrong(diagnostic("TN5213", node.span, facts, [], extras));
}

/** Two kinds beside each other: of two currencies both are named, the usual one too. */
function describeBoth(type: Quantity, found: Quantity): readonly [string, string] {
  const areOthers = areOtherCurrencies(type.unit, found.unit);
  const words = (it: Quantity) => (areOthers ? amountInWords(it.unit) : undefined) ?? describeType(it);
  return [words(type), words(found)];
}

/** What a text stands for that is nearly a figure: "Unlimited", "1:190", "8 %", "1,000", "USD 5". */
function meantBy(text: string, type: Quantity): string | undefined {
  const meant = slips.flatMap(([slip, right]) => (slip.test(text) ? [text.replace(slip, right)] : []));
  const isRight = (figure: Figure | undefined) => figure !== undefined && fits(figure, type);
  return meant.find((it) => isRight(figureIn(it))) ?? decimalIn(text);
}

const slips: readonly (readonly [RegExp, string])[] = [
  [/^\s*unlimited\s*$/i, "unlimited"],
  [/^\s*(\d+)(?:\s*:\s*|[ -]for[ -])(\d+)\s*$/, "$1/$2"],
  [/^\s*(-?[\d.,]+)\s*(?:%|percent|per cent)\s*$/, "$1%"],
];

/** The plain decimal behind a text with a currency, commas between thousands or blanks. */
function decimalIn(text: string): string | undefined {
  const parts = /^\s*(?:\$|USD)?\s*(-?\d{1,3}(?:,\d{3})+|-?\d+)(\.\d+)?\s*$/.exec(text);
  if (parts === null) return undefined;
  const [, whole = "", decimals = ""] = parts;
  const plain = `${whole.replaceAll(",", "")}${decimals}`;
  return parseDecimal(plain, digitLimit) && plain;
}

function wrongYesOrNo(node: JsonNode, type: ValueType, name: string): ValueReading {
  const meant = node.kind === "text" ? yesOrNoWords.get(node.text.toLowerCase()) : undefined;
  if (meant === undefined) return wrongType(node, type, name);
  const extras = { help: `write \`${meant}\`, without quotes`, fix: { span: node.span, text: meant } };
  return wrong(diagnostic("TN5213", node.span, { ...factsOf(node, type, name), example: meant }, [], extras));
}

const yesOrNoWords = new Map([
  ["yes", "true"],
  ["true", "true"],
  ["no", "false"],
  ["false", "false"],
]);

function readChoice(node: JsonText, type: ChoiceType, name: string): ValueReading {
  if (type.options.includes(node.text)) return { ok: true, value: node.text };
  const near = nearestName(node.text, type.options);
  const facts = { name, text: node.text, options: anyOf(type.options) };
  const extras = near && {
    help: `write \`"${near}"\`; the list is ${listed(type.options)}`,
    fix: { span: node.span, text: JSON.stringify(near) },
  };
  return wrong(diagnostic("TN5211", node.span, facts, [], extras || {}));
}

function wrongType(node: JsonNode, type: ValueType, name: string): ValueReading {
  return wrong(diagnostic("TN5213", shownSpan(node), { ...factsOf(node, type, name), example: exampleOf(type) }));
}

function factsOf(node: JsonNode, type: ValueType, name: string) {
  const expected = describeType(type);
  if (node.kind === "text") return { name, expected, text: `\`"${node.text}"\``, found: describeText(node.text, type) };
  if (node.kind === "number") return { name, expected, text: `\`${node.text}\``, found: "a number" };
  if (node.kind === "boolean") return { name, expected, text: `\`${node.value}\``, found: "yes or no" };
  return { name, expected, text: "this", found: describeNode(node) };
}

function describeText(text: string, type: ValueType): string {
  if (text === "") return "an empty text";
  if (parseDate(text) !== undefined) return "a date";
  if (type.kind !== "quantity") return "a text";
  return /^[-+.\d]*\d$/.test(text) && text.length > digitLimit
    ? `longer than ${digitLimit} digits`
    : "not a plain decimal";
}

function wrong(found: Diagnostic): ValueReading {
  return { ok: false, diagnostic: found };
}
