/** Accounts that each event of a kind has, where one is named: `its X`, `its E's X`, or by name without saying of which event. */
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type * as written from "../../../syntax/ast.ts";
import { definitionKey, eventNamed } from "../../ast.ts";
import type { Checked } from "../../tree.ts";
import { shown } from "../../words.ts";
import type { Inference } from "../inference.ts";
import { requireValue } from "../inference.ts";
import type { Scope } from "../scope.ts";
import { bareOfKind, ownerOf, wayToMeasure } from "./references.ts";

export interface AccountFound {
  /** What says of which event it is; undefined for an account of the note. */
  readonly subject?: Checked;
  readonly account: written.AccountDeclaration | undefined;
}

/** The account of the note, or of an event; `measure` says in words what is asked of it, where it is not changed. */
export function inferAccountOf(
  { name, subject }: { readonly name: written.Identifier; readonly subject?: written.Expression },
  scope: Scope,
  context: Inference,
  measure?: string,
): AccountFound {
  if (subject) return inferAccountOfOne(subject, scope, context);
  if (isOfEvents(name, "AccountDeclaration", scope, context, measure)) return { account: undefined };
  const statement = bareOfKind(name, "Account", "an account", context)?.statement;
  return { account: statement?.kind === "AccountDeclaration" ? statement : undefined };
}

function inferAccountOfOne(subject: written.Expression, scope: Scope, context: Inference): AccountFound {
  const node = context.infer(subject, { ...scope, takesAccount: true });
  const { meaning } = node;
  if (meaning === undefined) return { subject: node, account: undefined };
  const key = meaning.kind === "Definition" ? meaning.key : undefined;
  const event = "of" in meaning ? meaning.of : "";
  return { subject: node, account: accountUnder(key, subject.span, event, context) };
}

/** The same where it is posted to, or paid: there has to be such an event. */
export function inferPostedAccount(
  target: { readonly name: written.Identifier; readonly subject: written.Expression },
  scope: Scope,
  context: Inference,
): AccountFound {
  const found = inferAccountOf(target, scope, context);
  if (found.subject?.kind === "MemberReference") requireValue(context, found.subject.target, "a change");
  return found;
}

/** The account of each event with that key; what is none is reported. */
export function accountUnder(
  key: string | undefined,
  span: written.Identifier["span"],
  event: string,
  context: Inference,
): written.AccountDeclaration | undefined {
  const symbol = key === undefined ? undefined : context.symbols.definitions.get(key);
  if (symbol?.statement.kind === "AccountDeclaration") return symbol.statement;
  const related = symbol ? [{ span: symbol.name.span, label: "declared here" }] : [];
  context.say(diagnostic("TN2105", span, { text: shown(span), event }, related));
  return undefined;
}

/** A state or an account of each event, named without saying of which: that is reported. */
export function isOfEvents(
  { text, span }: written.Identifier,
  kind: "StateDeclaration" | "AccountDeclaration",
  { events }: Scope,
  context: Inference,
  measure?: string,
): boolean {
  const { noteLevel, perEvent, definitions } = context.symbols;
  const owner = noteLevel.has(text) ? undefined : ownerOf(text, perEvent);
  if (owner === undefined) return false;
  const symbol = definitions.get(definitionKey(text, owner));
  if (symbol?.statement.kind !== kind) return false;
  const [spoken] = events;
  const isTied = spoken !== undefined && eventNamed(context.symbols, spoken)?.refersTo?.text === owner;
  const one = spoken === owner ? `\`its ${text}\`, or ` : isTied ? `\`its ${owner}'s ${text}\`, or ` : "";
  const help = measure ? wayToMeasure(text, owner, measure) : `write ${one}\`${text} for each ${owner}\``;
  const related = [{ span: symbol.name.span, label: "declared here" }];
  context.say(diagnostic("TN2005", span, { name: text, event: owner }, related, { help }));
  return true;
}
