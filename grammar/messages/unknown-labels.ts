import type { Token } from "../tokens.ts";
import { tokens as t } from "../tokens.ts";
import { labelWords } from "../words.ts";
import { following } from "./next-tokens.ts";
import type { StatementTokens, SyntaxFinding } from "./syntax-error.ts";
import { findingAt, replacement } from "./syntax-error.ts";

/** `to but excluding:` in an account: what is meant by it, or the labels that its statement takes. */
export function unknownLabel({ nearest, tokens }: StatementTokens, token: Token, index: number): SyntaxFinding {
  const label = wordsOf(token);
  const finding = findingAt(token, "TN1012", { label });
  const [opening, second] = tokens;
  const meant = meanings.find(
    ({ words, of }) => words.test(label) && (opening?.tokenType === of || second?.tokenType === of),
  );
  if (meant?.right !== undefined) {
    const fix = replacement(token, meant.right);
    return { ...finding, fix, help: `write \`${meant.right}\`${meant.help ?? ""}` };
  }
  if (meant !== undefined) return { ...finding, help: meant.help ?? "" };
  const fitting = labelsAt(tokens, index);
  const near = nearest(label, fitting) ?? nearest(label, labelWords());
  if (near !== undefined)
    return { ...finding, fix: replacement(token, `${near}:`), help: `did you mean \`${near}:\`?` };
  return { ...finding, help: `${listed(fitting)}; leave the colon out of what is no label` };
}

function wordsOf({ image }: Token): string {
  return image
    .slice(0, -1)
    .trimEnd()
    .replaceAll(/[ \t]+/g, " ");
}

/** The labels that the grammar takes at a place, without their colons; of another statement where it takes none. */
function labelsAt(tokens: readonly Token[], index: number): readonly string[] {
  const labels = following(tokens.slice(0, index)).next.flatMap(({ type: { LABEL = "" } }) =>
    /^[a-z].*:$/.test(LABEL) ? [LABEL.slice(0, -1)] : [],
  );
  return [...new Set(labels)];
}

function listed(labels: readonly string[]): string {
  if (labels.length === 0) return "this statement takes no label here";
  return `the labels here are ${labels.map((it) => `\`${it}:\``).join(", ")}`;
}

interface MeantLabel {
  readonly words: RegExp;
  /** What opens the statement, or follows its name. */
  readonly of: Token["tokenType"];
  readonly right?: string;
  /** Behind `right`, what has to be seen to; alone, what to do instead. */
  readonly help?: string;
}

const meanings: readonly MeantLabel[] = [
  {
    words: /^unless (?:it is )?(?:cured|remedied|waived)?(?: by| by the end of| on or before| no later than)?$/,
    of: t.Occurs,
    right: "unless cured by the end of:",
  },
  {
    words: /^unless (?:cured|remedied) (?:within|in)$/,
    of: t.Occurs,
    right: "unless cured by the end of:",
    help: " and the last day itself",
  },
  { words: /^to but excluding$/, of: t.Account, right: "while: today is before" },
  { words: /^(?:up )?to and including$/, of: t.Account, right: "while: today is on or before" },
  {
    words: /^(?:to|until|through|up to|ending|ends)$/,
    of: t.Account,
    help: "write `while: today is before D` where D bears nothing any more, `while: today is on or before D` where it does",
  },
  {
    words: /^(?:from|starting|begins|beginning|from and including the|accrues from)$/,
    of: t.Account,
    right: "from and including:",
    help: ", with the first day that counts",
  },
  {
    words: /^from but excluding$/,
    of: t.Account,
    help: "write `from and including: 1 day after D`",
  },
  { words: /^(?:if|when|where|provided)$/, of: t.Notwithstanding, right: "while:" },
  { words: /^(?:then|value|means)$/, of: t.Notwithstanding, right: "it is:" },
  { words: /^(?:up to|limit|limited to|at most)$/, of: t.The, help: "write `up to` and the limit, without a colon" },
];
