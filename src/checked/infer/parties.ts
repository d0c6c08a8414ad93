import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Identifier } from "../../syntax/ast.ts";
import { nearest } from "./expressions/references.ts";
import type { Inference } from "./inference.ts";

/** Reports a name that is no party. Without a head of the note there is nothing to compare with. */
export function requireParty(name: Identifier, context: Inference): void {
  const { noteLevel, head } = context.symbols;
  if (noteLevel.get(name.text)?.kind === "Party" || head === undefined) return;
  const parties = head.parties.map((party) => party.text);
  const words = nearest(context, name, parties);
  const help = words.help ?? `the parties are ${parties.join(", ")}`;
  context.say(diagnostic("TN2007", name.span, { name: name.text }, [], { ...words, help }));
}
