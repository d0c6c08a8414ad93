/** Random changes of a text: by character, by token, by statement, and by the lines and cells of a CSV file. */
import type { Random } from "./random.ts";

/** Characters that files from elsewhere bring: from Word, spreadsheets, terminals, and from people who attack. */
const oddCharacters = Array.from(
  "\0\t\r\n\u00a0\u200b\u202e\ufeff\u001b\u0085\u2028“”’–—§€£½٣🙂é\ud800;,.:'\"(){}[]<>=+-*/\\%$#@!?0189AZaz",
);

export function mutateBytes(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const length = random.below(random.chance(4) ? 200 : 6);
  const odd = random.pick(oddCharacters);
  switch (random.below(5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + odd + text.slice(at);
    case 2:
      return text.slice(0, at) + odd + text.slice(at + 1);
    case 3:
      return text.slice(0, at);
    default:
      return text.slice(0, at) + text.slice(at, at + length).repeat(2 + random.below(3)) + text.slice(at + length);
  }
}

/** Words, figures, quoted texts, signs and gaps, in order: put together again they are the text. */
function tokensOf(text: string): string[] {
  return text.match(/"[^"\n]*"|[A-Za-z][A-Za-z'’-]*|[$€]?\d[\d,.:%-]*|\s+|[^\sA-Za-z\d]/g) ?? [];
}

/** Takes a token out, doubles it, swaps two, or puts one of another text in its place. */
export function mutateTokens(text: string, random: Random, other: string): string {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return text;
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const at = random.below(tokens.length);
    const to = random.below(tokens.length);
    const [here = "", there = ""] = [tokens[at], tokens[to]];
    const kind = random.below(4);
    if (kind === 0) tokens.splice(at, 1, "");
    else if (kind === 1) tokens.splice(at, 1, `${here} ${here}`);
    else if (kind === 2) [tokens[at], tokens[to]] = [there, here];
    else tokens[at] = random.pick(tokensOf(other).length > 0 ? tokensOf(other) : [""]);
  }
  return tokens.join("");
}

/** The statements of a template, each with its lines. */
function statementsOf(text: string): string[] {
  return text.split(/\n(?=\S)/);
}

/** Leaves a statement out, doubles or moves it, swaps one of its lines, or takes one over from another template. */
export function mutateStatements(text: string, random: Random, other: string): string {
  const statements = statementsOf(text);
  const at = random.below(statements.length);
  const here = statements[at] ?? "";
  switch (random.below(5)) {
    case 0:
      statements.splice(at, 1);
      break;
    case 1:
      statements.splice(random.below(statements.length + 1), 0, here);
      break;
    case 2:
      statements.splice(at, 1);
      statements.splice(random.below(statements.length + 1), 0, here);
      break;
    case 3:
      statements[at] = withoutALine(here, random);
      break;
    default:
      statements.splice(at, 0, random.pick(statementsOf(other)));
  }
  return statements.join("\n");
}

function withoutALine(statement: string, random: Random): string {
  const lines = statement.split("\n");
  lines.splice(random.below(lines.length), 1);
  return lines.join("\n");
}

const oddCells = [
  "",
  "0",
  "-1",
  "1e9",
  "NaN",
  "null",
  "N/A",
  "$1",
  "1,000",
  "0.0000001",
  "9".repeat(40),
  "=1+1",
  "2024-02-30",
  "01/02/2024",
];

/** Changes a line, a cell, a column or the separator of a CSV file. */
export function mutateCsv(text: string, random: Random): string {
  const lines = text.split("\n");
  const at = random.below(lines.length);
  const cells = (lines[at] ?? "").split(",");
  const to = random.below(lines.length);
  switch (random.below(7)) {
    case 0:
      lines.splice(at, 1 + random.below(30));
      break;
    case 1:
      lines.splice(to, 0, lines[at] ?? "");
      break;
    case 2:
      cells[random.below(cells.length)] = random.pick(oddCells);
      lines[at] = cells.join(",");
      break;
    case 3:
      lines[at] = cells.toReversed().join(",");
      break;
    case 4:
      [lines[at], lines[to]] = [lines[to] ?? "", lines[at] ?? ""];
      break;
    case 5:
      return text.replaceAll(",", random.pick([";", "\t", ", "]));
    default:
      return mutateBytes(text, random);
  }
  return lines.join("\n");
}
