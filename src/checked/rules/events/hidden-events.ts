import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { eventNamed } from "../../ast.ts";
import type { CheckRule } from "../rule.ts";

/** A field or value of an event with the name of an event that is tied to it with `for`. */
export const hiddenEvents: CheckRule = ({ symbols }) =>
  [...symbols.perEvent].flatMap(([event, names]) => {
    const refersTo = eventNamed(symbols, event)?.refersTo?.text;
    const tied = [...(symbols.referring.get(event) ?? []), ...(refersTo === undefined ? [] : [refersTo])];
    return tied.flatMap((name) => {
      const symbol = names.get(name);
      const other = symbols.noteLevel.get(name)?.name;
      if (symbol === undefined || other === undefined) return [];
      const related = [{ span: other.span, label: "the event of that name" }];
      return [diagnostic("TN2015", symbol.name.span, { event, name }, related)];
    });
  });
