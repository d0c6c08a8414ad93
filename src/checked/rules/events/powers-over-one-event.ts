import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import type { Identifier } from "../../tree.ts";
import type { CheckRule } from "../rule.ts";

/** Two powers to give one event. */
export const powersOverOneEvent: CheckRule = (program) => {
  const first = new Map<string, Identifier>();
  return statementsOf(program, "Power").flatMap(({ statement: { event } }) => {
    const earlier = first.get(event.text);
    if (earlier === undefined) {
      first.set(event.text, event);
      return [];
    }
    return [
      diagnostic("TN4011", event.span, { event: event.text }, [{ span: earlier.span, label: "the first power" }]),
    ];
  });
};
