/** Random command lines, run in this process with what they write caught. */
import { runCommandLine } from "../../src/cli/program.ts";
import { createPaint } from "../../src/cli/render/parts/paint.ts";
import type { Output } from "../../src/cli/terminal.ts";
import type { Tried } from "./kinds.ts";
import type { Random } from "./random.ts";

const commands = [
  "check",
  "run",
  "test",
  "ask",
  "explain",
  "due",
  "balances",
  "glance",
  "readings",
  "values",
  "verify",
  "schema",
  "completions",
  "help",
  "--version",
  "chek",
  "",
];
const words = [
  "examples/term-loan/scenario.json",
  "examples/post-money-safe/sale.json",
  "terms/term-loan.tenor",
  "terms/library/annuity.tenor",
  "README.md",
  "examples/preferred-conversion",
  "no-such-file",
  "/etc/hostname",
  "Outstanding Principal",
  "Owed",
  "--on",
  "2021-03-30",
  "2021-02-30",
  "--of",
  "first",
  "--json",
  "--csv",
  "--full",
  "--quiet",
  "--all",
  "--depth",
  "--pairs",
  "3",
  "--scenario",
  "--code",
  "TN3001",
  "TN9999",
  "--from",
  "--within",
  "--through",
  "--every",
  "quarter",
  "30 days",
  "-1 years",
  "--help",
  "--value",
  "--nonsense",
  "",
  "\u001b[31m",
  "x".repeat(200),
];

export function runCommandWords(random: Random): Tried {
  const args = [random.pick(commands), ...Array.from({ length: random.below(5) }, () => random.pick(words))];
  return { input: JSON.stringify(args), broken: () => brokenByCommand(args) };
}

async function brokenByCommand(args: readonly string[]): Promise<string | undefined> {
  const [out, err] = [new Caught(), new Caught()];
  const status: number = await runCommandLine(args, { out, err });
  if (![0, 1, 2].includes(status)) return `exit status ${status}: ${err.text.slice(0, 200)}`;
  const shown = out.text + err.text;
  if (/\n\s+at .*:\d+:\d+/.test(shown)) return "a stack trace is shown";
  if (status !== 0 && shown === "") return "it fails without a word";
  const printsJson = args.includes("--json") && withJson.has(args[0] ?? "");
  if (!printsJson || out.text === "" || args.includes("--help") || status === 2) return undefined;
  try {
    JSON.parse(out.text);
    return undefined;
  } catch {
    return "--json prints something else";
  }
}

const withJson = new Set(["check", "run", "test", "ask", "explain", "due", "balances", "readings", "values", "verify"]);

class Caught implements Output {
  text = "";
  readonly paint = createPaint(false);
  readonly isTerminal = false;
  readonly isUnicode = true;
  readonly width = 80;

  write(text: string): void {
    this.text += text;
  }
}
