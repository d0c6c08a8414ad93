/** A power that ends on a day: the gate that closes then, and what has been elected by it. */
import { invariant } from "../../../base/invariant.ts";
import type { CheckedProgram, Placed } from "../../../checked/ast.ts";
import type { StatementOf } from "../../../checked/tree.ts";
import type { Span } from "../../../source/span.ts";
import { date, yesOrNo } from "../../../units/value-type.ts";
import type * as core from "../../core.ts";
import { definitionKey } from "../../core.ts";
import { lower } from "../expressions.ts";
import { Making } from "../making.ts";

type Power = StatementOf<"Power">;

/** What a power elects, or only when it ends; none where it has no end. */
export function lowerElection({ statement, section }: Placed<Power>): core.Election | undefined {
  const { party, event, name, owner, due, electing, otherwise, span } = statement;
  if (due === undefined) return undefined;
  return {
    name: name?.text ?? event.text,
    section,
    span,
    party: party.text,
    event: event.text,
    ...(owner && { owner: owner.text }),
    due: lastDayKey(event.text),
    ...(electing && name && { elected: definitionKey(name.text, owner?.text) }),
    ...(otherwise && { otherwise: lower(otherwise) }),
  };
}

const lastDayKey = (event: string) => `last day for ${event}`;

/** The power is there through its last day. */
export function lastDayCondition({ event, owner, due }: Power, span: Span): core.Power["conditions"] {
  if (due === undefined) return [];
  const bound = { kind: "Bound", event: event.text, depth: 0 } as const;
  const of = owner && ({ kind: "Referred", event: owner.text, of: bound } as const);
  const right: core.Expr = { kind: "ReadDefinition", key: lastDayKey(event.text), ...(of && { of }), type: date, span };
  const today: core.Expr = { kind: "Today", type: date, span };
  const condition: core.Expr = { kind: "Compare", operator: "≤", left: today, right, type: yesOrNo, span };
  return [{ condition, reason: `the last day for ${event.text} has passed` }];
}

/** Its last day; what each event elects, as it is given; and what has been elected last, or else what holds without. */
export function electionDefinitions({ statement, section }: Placed<Power>, program: CheckedProgram): core.Definition[] {
  const { event, name, owner, due, electing, otherwise } = statement;
  const start = program.symbols.head?.existsFrom?.text;
  invariant(start !== undefined, "a note without errors says from when it exists");
  const make = new Making(owner?.text, { section, span: statement.span }, start);
  if (due) make.define(lastDayKey(event.text), lower(due));
  if (electing === undefined || name === undefined) return make.definitions;
  const key = `elected by ${event.text}`;
  make.define(key, lower(electing), electing.isOptional, event.text, true);
  const of: core.Occurrence = make.of
    ? { kind: "Referring", event: event.text, of: make.of }
    : { kind: "Found", event: event.text, which: "last" };
  const elected = make.read(key, lower(electing).type, of);
  const value = otherwise
    ? make.cases([[{ kind: "HasHappened", occurrence: of, type: yesOrNo, ...make.at }, elected]], lower(otherwise))
    : elected;
  const isOptional = otherwise === undefined || otherwise.isOptional === true || electing.isOptional === true;
  make.define(definitionKey(name.text, owner?.text), value, isOptional);
  return make.definitions;
}
