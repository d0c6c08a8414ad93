import { nearestName } from "../../base/nearest-name.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { statementsOf } from "../ast.ts";
import { withSetUps } from "../infer/statements/set-ups.ts";
import type { CheckRule } from "./rule.ts";

/** A story that goes on from one that is not there, or from itself. */
export const unknownSetUps: CheckRule = (program) =>
  statementsOf(program, "Story").flatMap(({ statement: { setUp, title } }) => {
    if (setUp === undefined) return [];
    const before = program.symbols.stories.get(setUp.text);
    if (before === undefined) {
      const near = nearestName(setUp.text, program.symbols.stories.keys());
      const help = near === undefined ? "name another test of this template" : `write "${near}"`;
      return [diagnostic("TN4150", setUp.span, { title: setUp.text }, [], { help })];
    }
    const isCircle = withSetUps(before, program.symbols).some((it) => it.title.text === title.text);
    return isCircle ? [diagnostic("TN4151", setUp.span, { title: title.text })] : [];
  });
