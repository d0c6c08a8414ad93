import type { WrittenEntry } from "./entry.ts";

/**
 * Band 54, and TN5560 on: stories in common terms, and the bindings and subjects of a comparison. The examples are of the invented loan of
 * band 52, in which `Payment Made` has an `Amount` and a `Method`, and `Amount Owed` is a value.
 */
export const comparisons = {
  TN5401: {
    slug: "bound-to-another-kind",
    message: "`{name}` is {expected}, but `{source}` is {found}",
    label: "another kind of value",
    help: "name a fact or a field of the same kind, or give the template's own as a constant",
    explanation:
      "A binding says which deal term or field of the template a fact or a field of a story is. Both have to be of one kind: an " +
      "amount of money can't be a date. Of a list of words, the template has to know each word that a story may give.",
    language: "binding",
    wrong: bindingWith({ deal: '{ "amount": "First Day" }' }),
    right: bindingWith({ deal: '{ "amount": "Loan Amount" }' }),
  },
  TN5402: {
    slug: "field-not-bound",
    message: "The event `{event}` needs its field `{name}`, and the binding gives nothing for it",
    help: "name the field of the story under `fields`, or give a value under `constants`",
    explanation:
      "A field without a default has to come from somewhere: from a field of the common event, from a fact of the deal, or from a " +
      "value that the binding gives once for all stories.",
    language: "binding",
    wrong: bindingWith({ fields: '{ "Amount": "amount" }', constants: "{}" }),
    right: bindingWith({ fields: '{ "Amount": "amount" }' }),
  },
  TN5403: {
    slug: "due-of-no-name",
    message: "`{note}` has no value, duty or account `{name}` that could be due",
    label: "unknown",
    explanation:
      'A payment of "what is due" pays what the binding lists under `due`: a value or a duty of the template by its name, or ' +
      "`payable` or `unpaid` and the name of an account.",
    language: "binding",
    wrong: bindingWith({ due: '["Amount Owned"]' }),
    right: bindingWith({ due: '["Amount Owed"]' }),
  },
  TN5404: {
    slug: "term-without-value",
    message:
      "The deal term `{name}` of `{note}` has no value: neither the story, nor the binding, nor the subject gives it one",
    help: "give it in a subject file, or behind the template: `{template}?{name}=…`",
    explanation:
      "A comparison takes the deal terms of a subject from the story, through the binding, from the binding's own values, and from the " +
      "subject itself. What none of them gives has to have a default in the template.",
    language: "subject",
    wrong: '{ "format": "tenor/subject@1", "template": "sample-loan" }\n',
    right: '{ "format": "tenor/subject@1", "template": "sample-loan", "terms": { "Loan Amount": "1000" } }\n',
  },
  TN5405: {
    slug: "story-ends-before-it-begins",
    message: "The last day, {through}, lies before the first day, {from}",
    label: "before the first day",
    help: "correct one of the two days",
    explanation: "A story is looked at from its first day through its last one.",
    language: "story",
    wrong: storyWith("2024-06-30", "2024-01-02"),
    right: storyWith("2024-01-02", "2024-06-30"),
  },
  TN5406: {
    slug: "payment-without-what-is-due",
    message: "`{event}` is a payment, and the binding does not say what is due",
    help: "add `due`, a list of values, duties and accounts; an empty list where nothing can be due",
    explanation:
      'In a story a payment may be "what is due", so that each instrument is paid what it asks for on that day. The binding of an ' +
      "instrument says what that is.",
    language: "binding",
    wrong: bindingWith({ due: "" }),
    right: bindingWith({}),
  },
  TN5560: {
    slug: "story-in-another-currency",
    message: "The amounts of `{note}` are in {own}, but those of the story are in {currency}",
    label: "an amount in {own}",
    help: 'write `"currency": "{own}"` in the story if its amounts are in {own}; notes in two currencies have no story in common',
    explanation:
      "The amounts and prices of a story are in one currency, US dollars where it names none, and stand for those of each template as " +
      "they are. Nothing turns an amount of one currency into one of another: no rate would be the right one for every day. So all " +
      "notes of a comparison are in the currency of the story.",
    language: "story",
    wrong: storyWith("2024-01-02", "2024-06-30"),
    right: storyWith("2024-01-02", "2024-06-30", "EUR"),
  },
  TN5561: {
    slug: "story-in-no-currency",
    message: "`{name}` is no currency",
    label: "not a code of ISO 4217",
    help: "write the three letters of its code, such as EUR or GBP",
    explanation:
      "A story names the currency of its amounts and prices by its code in ISO 4217. Without one they are in US dollars.",
    language: "story",
    wrong: storyWith("2024-01-02", "2024-06-30", "EUX"),
    right: storyWith("2024-01-02", "2024-06-30", "EUR"),
  },
} as const satisfies Readonly<Record<`TN54${number}` | `TN556${number}`, WrittenEntry>>;

interface BindingParts {
  readonly deal?: string;
  readonly fields?: string;
  readonly constants?: string;
  /** Left out where it is empty. */
  readonly due?: string;
}

function bindingWith({ deal = "{}", fields, constants, due = '["Amount Owed"]' }: BindingParts): string {
  const parts = [
    '"event": "Payment Made"',
    `"fields": ${fields ?? '{ "Amount": "amount" }'}`,
    `"constants": ${constants ?? '{ "Method": "wire" }'}`,
    ...(due === "" ? [] : [`"due": ${due}`]),
  ];
  const lines = [
    '"format": "tenor/binding@1"',
    `"deal": ${deal}`,
    `"events": {\n    "payment of interest": { ${parts.join(", ")} }\n  }`,
  ];
  return `{\n${lines.map((line) => `  ${line}`).join(",\n")}\n}\n`;
}

function storyWith(from: string, through: string, currency?: string): string {
  const lines = [
    '"format": "tenor/story@1"',
    ...(currency === undefined ? [] : [`"currency": "${currency}"`]),
    `"from": "${from}"`,
    `"through": "${through}"`,
    '"deal": {}',
    '"events": []',
  ];
  return `{\n${lines.map((line) => `  ${line}`).join(",\n")}\n}\n`;
}
