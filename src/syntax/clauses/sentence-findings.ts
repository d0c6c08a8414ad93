import { nearestName } from "../../base/nearest-name.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SyntaxTree } from "../ast.ts";
import { namesInSentence } from "./clause-sentence.ts";

/** What is wrong with the sentence of a clause: names that it neither takes nor gives, else what it takes and the sentence leaves out. */
export function sentenceFindings({ statements }: SyntaxTree): Diagnostic[] {
  const sentence = statements.find((it) => it.kind === "ClauseHead")?.sentence;
  if (sentence === undefined) return [];
  const taken = statements.filter((it) => it.kind === "Takes").map(({ name }) => name);
  const given = statements.filter((it) => it.kind === "Gives").map(({ name }) => name);
  const known = new Set([...taken, ...given].map(({ text }) => text));
  const named = namesInSentence(sentence.text);
  const unknown = named.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    return unknown.map((name) => {
      const near = nearestName(name, known);
      return diagnostic("TN2092", sentence.span, { name }, [], near === undefined ? {} : { help: `write [${near}]` });
    });
  }
  return taken
    .filter(({ text }) => !named.includes(text))
    .map(({ text, span }) => {
      return diagnostic("TN2093", sentence.span, { name: text }, [{ span, label: "taken here" }]);
    });
}
