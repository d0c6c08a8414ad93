/** What is fixed as an event happens: a state that a rule sets once, behind all else that the event brings about. */
import { invariant } from "../../base/invariant.ts";
import type { CheckedProgram, Placed } from "../../checked/ast.ts";
import { eventNamed } from "../../checked/ast.ts";
import type { StatementOf } from "../../checked/tree.ts";
import type { Span } from "../../source/span.ts";
import { yesOrNo } from "../../units/value-type.ts";
import type * as core from "../core.ts";
import { definitionKey } from "../core.ts";
import { directDependencies } from "../dependencies.ts";
import { lower } from "./expressions.ts";
import type { RuleBody } from "./rules.ts";

/** The rule that fixes a state, by its key. */
export interface Fixing {
  readonly key: string;
  readonly event: string;
  readonly value: core.Expr;
  readonly rule: RuleBody;
}

export function lowerFixing(
  { statement, section }: Placed<StatementOf<"StateDeclaration">>,
  { symbols, stateTypes }: CheckedProgram,
): Fixing[] {
  const { name, owner, fixing, span } = statement;
  if (fixing === undefined) return [];
  const key = definitionKey(name.text, owner?.text);
  const type = stateTypes.get(key)?.type;
  invariant(type !== undefined, "a state of a program without errors has a type");
  const event = fixing.event.text;
  const value = lower(fixing.value);
  const own = owner && ({ kind: "Bound", event: owner.text, depth: 0 } as const);
  const isOpen = unset({ kind: "ReadState", name: key, ...(own && { of: own }), type, span });
  const isFor = owner && eventNamed(symbols, event)?.refersTo?.text === owner.text;
  const where = isFor ? both(isTarget(owner.text, event, span), isOpen) : isOpen;
  const of = owner && ({ kind: "Each", event: owner.text, where } as const);
  const change = { kind: "SetState", state: key, ...(of && { of }), value, section, span } as const;
  const condition = own ? {} : { condition: isOpen };
  const rule = { section, span, trigger: { kind: "Event", event } as const, ...condition, changes: [change] };
  return [{ key, event, value, rule }];
}

function unset(value: core.Expr): core.Expr {
  const { span } = value;
  return { kind: "Not", condition: { kind: "IsSet", value, type: yesOrNo, span }, type: yesOrNo, span };
}

/** Whether the event that happens is for the one whose value it is. */
function isTarget(owner: string, event: string, span: Span): core.Expr {
  const type = { kind: "occurrence", event: owner } as const;
  const value = (of: core.Occurrence): core.Expr => ({ kind: "OccurrenceValue", of, type, span });
  const left = value({ kind: "Bound", event: owner, depth: 0 });
  const right = value({ kind: "Referred", event: owner, of: { kind: "Bound", event, depth: 1 } });
  return { kind: "Compare", operator: "=", left, right, type: yesOrNo, span };
}

function both(...conditions: core.Expr[]): core.Expr {
  const [{ span } = { span: undefined }] = conditions;
  invariant(span !== undefined, "there are two");
  return { kind: "Logic", operator: "all", conditions, type: yesOrNo, span };
}

/** The rules in stages behind all others of their event, each behind those that fix what it reads. */
export function behindOthers(
  fixings: readonly Fixing[],
  rules: readonly RuleBody[],
  program: Pick<core.CoreProgram, "definitions" | "overrides">,
): RuleBody[] {
  const reads = new Map(fixings.map((it) => [it, statesRead(it.value, program)]));
  return fixings.map((fixing) => {
    const others = rules.filter(({ trigger }) => trigger.kind === "Event" && trigger.event === fixing.event);
    const last = Math.max(0, ...others.flatMap(({ changes }) => changes.map(({ stage = 0 }) => stage)));
    const stage = last + placeOf(fixing, reads, new Set());
    return { ...fixing.rule, changes: fixing.rule.changes.map((change) => ({ ...change, stage })) };
  });
}

/** 1 for what reads nothing that is fixed on the same event; else one more than the last of those. */
function placeOf(fixing: Fixing, reads: ReadonlyMap<Fixing, ReadonlySet<string>>, under: ReadonlySet<Fixing>): number {
  const way = new Set([...under, fixing]);
  const before = [...reads.keys()].filter(
    (it) => it.event === fixing.event && !way.has(it) && reads.get(fixing)?.has(it.key),
  );
  return 1 + Math.max(0, ...before.map((it) => placeOf(it, reads, way)));
}

/** The states that a value reads, itself and by way of definitions. */
function statesRead(
  value: core.Expr,
  { definitions, overrides }: Pick<core.CoreProgram, "definitions" | "overrides">,
): ReadonlySet<string> {
  const [states, seen] = [new Set<string>(), new Set<string>()];
  const waiting = directDependencies(value);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "state") states.add(next.name);
    if (next.kind !== "definition" || seen.has(next.key)) continue;
    const { key } = next;
    seen.add(key);
    const definition = definitions.get(key);
    if (definition) waiting.push(...directDependencies(definition.value));
    for (const it of overrides) {
      if (it.definition === key) waiting.push(...directDependencies(it.guard), ...directDependencies(it.value));
    }
  }
  return states;
}
