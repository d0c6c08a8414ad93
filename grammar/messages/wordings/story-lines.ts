import { tokens as t } from "../../tokens.ts";
import type { ErrorContext, SyntaxFinding } from "../syntax-error.ts";
import { endOf, findingAt, insertion, lineStart, reworded, shown } from "../syntax-error.ts";

// Lines of a test, and other lines that give a value, with another sign than the language's.

/** `reading: "r" is "a"`, `with: Rate: 8%`, `expect: X = $1`: what is given has `=`, what is expected `is`. */
export function signOfLine({ statement, found, expected }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const right = expected === t.Equals.name ? "=" : expected === t.Is.name ? "is" : undefined;
  if (right === undefined || !/^(?:is|:|=|:=|are)$/.test(found.image)) return undefined;
  return reworded(statement.text, found.startOffset, endOf(found), right);
}

/** `with: A = 1, B = 2`: a line each. */
export function termsOnOneLine({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const { text, tokens } = statement;
  const [name, sign] = [tokens[index + 1], tokens[index + 2]];
  if (found?.tokenType !== t.Comma || name?.tokenType !== t.Name || sign?.tokenType !== t.Equals) return undefined;
  const start = lineStart(text, found.startOffset);
  const label = /^[ \t]*with:[ \t]*/.exec(text.slice(start, found.startOffset))?.[0];
  if (label === undefined) return undefined;
  const fix = { start: found.startOffset, end: name.startOffset, text: `\n${label}` };
  const facts = { found: ",", right: `with: ${shown(name.image)} = …` };
  return { ...findingAt(found, "TN1035", facts, fix), help: `write \`${facts.right}\` on a line of its own` };
}

/** `expect: X is $1 on 2024-01-10`: the day stands before what is expected. */
export function dayBehindAnswer({ statement, found }: ErrorContext): SyntaxFinding | undefined {
  const last = found ?? statement.tokens.at(-1);
  if (last === undefined) return undefined;
  const start = lineStart(statement.text, last.startOffset);
  const line = statement.text.slice(start, endOf(last));
  const match = /^([ \t]*expect:[ \t]*)(\S.*?)[ \t]+is[ \t]+(\S.*?)[ \t]+on[ \t]+(\d{4}-\d\d-\d\d)$/.exec(line);
  if (match === null) return undefined;
  const [written, label = "", asked = "", answer = "", day = ""] = match;
  return reworded(statement.text, start + label.length, start + written.length, `${asked} on ${day} is ${answer}`);
}

/** `on 2024-01-10: Payment, Amount: $5`: a field has no colon there. */
export function colonBehindField({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const name = statement.tokens[index - 1];
  const isField = statement.tokens[index - 2]?.tokenType === t.Comma;
  if (found?.tokenType !== t.Colon || name?.tokenType !== t.Name || !isField) return undefined;
  return reworded(statement.text, name.startOffset, endOf(found), name.image);
}

/** `on 2024-01-10: Payment Amount $5`, `on 2024-01-10: Payment of $5`: a comma parts the event from its fields. */
export function fieldWithoutComma({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const [opening] = statement.tokens;
  const name = statement.tokens[index - 1];
  const isEvent = name?.tokenType === t.Name && statement.tokens[index - 2]?.tokenType === t.Colon;
  if (opening?.tokenType !== t.Test || found === undefined || !isEvent) return undefined;
  const isValue =
    [t.MoneyLiteral, t.NumberLiteral, t.DateLiteral, t.Of].includes(found.tokenType) || found.image === "of";
  if (!isValue) return undefined;
  const help = "write a comma between the event and each of its fields, as in `Payment, Amount $5`";
  return { ...findingAt(found, "TN1001", { expected: "`,`", found: `\`${shown(found.image)}\`` }), help };
}

/** `series Fixing: rate`: its columns stand behind `has`. */
export function seriesWithColon({ statement, index, found, expected }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.Colon || expected !== t.Has.name || index < 1) return undefined;
  const name = statement.tokens[index - 1];
  if (name === undefined) return undefined;
  const facts = { found: ":", right: "has" };
  const fix = { ...insertion(endOf(name), " has"), end: endOf(found) };
  return { code: "TN1035", start: found.startOffset, end: endOf(found), facts, fix };
}
