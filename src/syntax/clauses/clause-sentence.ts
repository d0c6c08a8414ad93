/**
 * The sentence of a clause: `[Window Price] is the average of the [Lowest Taken] lowest of [Quoted Price]`. A note that
 * uses the clause has it with its own names and figures in the place of the names in brackets.
 */
import { textOf } from "../../source/span.ts";
import type { AsRead, Expression } from "../ast.ts";

/** The names in brackets, in their order. */
export function namesInSentence(sentence: string): string[] {
  return [...sentence.matchAll(/\[([^\]]*)\]/g)].map(([, name = ""]) => name);
}

/**
 * The sentence with what the note has for each name. `day(s)` is `day` behind a 1, and `days` behind all else. What stands
 * in braces is left out where a name in it is `no`; where it is `yes`, only `if` and the name are.
 */
export function sentenceWith(sentence: string, bound: ReadonlyMap<string, Expression>): string {
  const words = (name: string) => {
    const value = bound.get(name);
    return value === undefined ? name : wordsOf(value);
  };
  const chosen = sentence.replaceAll(/\{([^}]*)\}/g, (_, part: string) => {
    if (namesInSentence(part).some((name) => words(name) === "no")) return "";
    return part.replaceAll(/ (?:if|where|while) \[([^\]]*)\]/g, (condition: string, name: string) => {
      return words(name) === "yes" ? "" : condition;
    });
  });
  let last = "";
  return chosen.replaceAll(/\[([^\]]*)\]|\(s\)/g, (_, name: string | undefined) => {
    if (name === undefined) return last === "1" ? "" : "s";
    last = words(name);
    return last;
  });
}

/** Without comments and line breaks, lists with commas; a text within a text has other quotation marks. */
function wordsOf(value: Expression): string {
  if (value.kind === "AsRead") return casesOf(value);
  const text = asOneLine(textOf(value.span).replaceAll(/--.*/g, "")).replaceAll(/"([^"]*)"/g, "“$1”");
  return text.replaceAll(/(?<! of)(?<![,:]) (?=\((?:[a-z]|[ivx]{2,5})\) )/g, ", ");
}

/** `A if “grace” is read “free”, B if it is read “counted”` */
function casesOf({ reading, arms }: AsRead): string {
  const cases = arms.map(({ choice, value }, index) => {
    const read = index === 0 ? `“${reading.text}” is read` : "it is read";
    return `${wordsOf(value)} if ${read} “${choice.text}”`;
  });
  return cases.join(", ");
}

/** Blanks of any number are one. */
export function asOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
