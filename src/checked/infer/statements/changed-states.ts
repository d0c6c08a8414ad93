import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type * as written from "../../../syntax/ast.ts";
import { definitionKey } from "../../ast.ts";
import type { Part, Typing } from "../../tree.ts";
import { shown } from "../../words.ts";
import { isOfEvents } from "../expressions/accounts-of-events.ts";
import { requireEvent } from "../expressions/folds.ts";
import { bareOfKind, sayNoMember } from "../expressions/references.ts";
import type { Inference } from "../inference.ts";
import { inferFilter, requireValue } from "../inference.ts";
import type { Scope } from "../scope.ts";
import { insideEvents } from "../scope.ts";

/** The state that is changed, where it is known, and what the value behind it may speak of. */
export interface Changed {
  readonly changed: Pick<Part<written.ChangedState>, "subject" | "each">;
  readonly state: { readonly name: written.Identifier; readonly typing: Typing | undefined } | undefined;
  readonly inner: Scope;
}

export function inferChanged(
  { state, subject, each }: written.ChangedState,
  scope: Scope,
  context: Inference,
): Changed {
  if (subject) return ofOne(state, subject, scope, context);
  if (each) return ofEach(state, each, scope, context);
  if (isOfEvents(state, "StateDeclaration", scope, context)) return { changed: {}, state: undefined, inner: scope };
  const symbol = bareOfKind(state, "State", "a state", context);
  const found = symbol && { name: symbol.name, typing: context.stateType(state.text) };
  if (symbol) requireUnfixed(symbol, state, context);
  return { changed: {}, state: found, inner: scope };
}

/** What is fixed on an event has the value that it had then. */
function requireUnfixed(
  { name, statement }: { readonly name: written.Identifier; readonly statement: written.Statement },
  { span }: written.Identifier,
  context: Inference,
): void {
  if (statement.kind !== "StateDeclaration" || statement.fixing === undefined) return;
  const facts = { text: name.text, event: statement.fixing.event.text };
  context.say(diagnostic("TN3086", span, facts, [{ span: name.span, label: "declared here" }]));
}

/** `its X`, `its E's X`; where there may be no such event, there may be no state to change. */
function ofOne(state: written.Identifier, subject: written.Expression, inner: Scope, context: Inference): Changed {
  const node = context.infer(subject, inner);
  const { meaning } = node;
  if (node.kind === "MemberReference") requireValue(context, node.target, "a change");
  if (meaning === undefined) return { changed: { subject: node }, state: undefined, inner };
  const key = meaning.kind === "Definition" ? meaning.key : undefined;
  const event = "of" in meaning ? meaning.of : "";
  return { changed: { subject: node }, state: stateUnder(key, state, event, context), inner };
}

/** `X for each E where C`. */
function ofEach(state: written.Identifier, each: written.EachEvent, scope: Scope, context: Inference): Changed {
  const { isMember, key, inner, ...changed } = inferEach(state, each, scope, context);
  const found = isMember ? stateUnder(key, state, each.owner.text, context) : undefined;
  return { changed, state: found, inner };
}

/** What each event has under a name, for those that meet a condition; a name that they do not have is reported. */
export interface EachFound {
  readonly each: Part<written.EachEvent>;
  readonly isMember: boolean;
  /** Of a value. */
  readonly key: string | undefined;
  /** What is said behind it speaks of that event. */
  readonly inner: Scope;
}

export function inferEach(
  name: written.Identifier,
  { owner, where }: written.EachEvent,
  scope: Scope,
  context: Inference,
): EachFound {
  const { symbols } = context;
  const inside = insideEvents(scope, owner.text, symbols);
  const filter = where && inferFilter(context, where, inside, "where");
  const each = { owner, ...(filter && { where: filter.where }) };
  const inner = insideEvents(scope, owner.text, symbols, where);
  const isEvent = requireEvent(owner, context);
  const member = isEvent ? symbols.perEvent.get(owner.text)?.get(name.text) : undefined;
  const isBroken = symbols.broken.has(name.text) || symbols.broken.has(owner.text);
  if (isEvent && member === undefined && !isBroken) {
    sayNoMember(name, owner.text, symbols.perEvent.get(owner.text)?.keys() ?? [], context);
  }
  const key = member?.kind === "Definition" ? definitionKey(name.text, owner.text) : undefined;
  return { each, isMember: member !== undefined, key, inner };
}

export function stateUnder(
  key: string | undefined,
  name: written.Identifier,
  event: string,
  context: Inference,
): Changed["state"] {
  const symbol = key === undefined ? undefined : context.symbols.definitions.get(key);
  if (symbol?.statement.kind === "StateDeclaration") {
    requireUnfixed(symbol, name, context);
    return { name: symbol.name, typing: context.stateType(symbol.key) };
  }
  const { span } = name;
  const related = symbol ? [{ span: symbol.name.span, label: "declared here" }] : [];
  context.say(diagnostic("TN3085", span, { text: shown(span), event }, related));
  return undefined;
}
