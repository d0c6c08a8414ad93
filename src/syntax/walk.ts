import type { Fields } from "../base/fields.ts";
import { hasFields } from "../base/fields.ts";
import { once } from "../base/once.ts";
import type { Expression } from "./ast.ts";

/**
 * Every expression at or under a node of the tree, or the nodes of a list, from outside in, in the order written.
 *
 * The walk follows the fields of the nodes, so that a new kind of node needs no line here. Iterative: a tree may be deep.
 */
export function expressionsIn(root: unknown): readonly Expression[] {
  return hasFields(root) ? walked(root) : [];
}

/** Rules go over the same nodes and lists one after the other; a tree never changes, so one walk of each node will do. */
const walked = once((root: Fields): readonly Expression[] =>
  "kind" in root ? nodesIn(root).filter(isExpression) : partsOf(root).flatMap(expressionsIn),
);

/** A node, and all nodes and lists under it. */
export const nodesIn = once((root: object): readonly object[] => {
  const found: object[] = [];
  const waiting = [root].filter(hasFields);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    for (const part of partsOf(node).reverse()) waiting.push(part);
  }
  return found;
});

const unread = new Set(["span", "trivia", "type", "meaning", "handed", "content"]);

function partsOf(node: Fields): Fields[] {
  if (Array.isArray(node)) return node.filter(hasFields);
  const parts: Fields[] = [];
  for (const name in node) {
    const part = node[name];
    if (hasFields(part) && !unread.has(name)) parts.push(part);
  }
  return parts;
}

/** The expressions of one kind at or under a node. */
export function expressionsOfKind<K extends Expression["kind"]>(
  root: unknown,
  kind: K,
): Extract<Expression, { kind: K }>[] {
  return expressionsIn(root).filter((it): it is Extract<Expression, { kind: K }> => it.kind === kind);
}

/** The same for two expressions that are written alike, wherever they stand; `it is X` and `its X` are alike. */
export function writtenForm(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => (unwritten.has(key) ? undefined : value));
}

/** What a node has beside what is written: its place, and what a checked node has over one that is only written. */
const unwritten = new Set(["span", "type", "isOptional", "meaning", "handed", "isSaid", "content", "continues"]);

// A table, so that a new kind of expression fails to compile until it is named here.
const expressionKinds: Readonly<Record<Expression["kind"], true>> = {
  NumberLiteral: true,
  DateLiteral: true,
  TimeLiteral: true,
  DayCountName: true,
  TextLiteral: true,
  YesNoLiteral: true,
  Unlimited: true,
  EulersNumber: true,
  MinorUnit: true,
  Today: true,
  DayEnded: true,
  NameReference: true,
  ItsReference: true,
  ThisReference: true,
  MemberReference: true,
  MarketColumn: true,
  Arithmetic: true,
  Extreme: true,
  Total: true,
  Cases: true,
  AsRead: true,
  Table: true,
  OnlyWhile: true,
  OrElse: true,
  Rounded: true,
  Adjusted: true,
  AsOf: true,
  UnderSection: true,
  Measure: true,
  InterestOn: true,
  DaysFold: true,
  EventsFold: true,
  DaysTest: true,
  EventsTest: true,
  DateShift: true,
  TimeShift: true,
  DateStep: true,
  PeriodEdge: true,
  DatePart: true,
  EveryStep: true,
  Comparison: true,
  SetTest: true,
  HappenedTest: true,
  ReadingTest: true,
  DutyTest: true,
  BreachTest: true,
  DutyMeasure: true,
  OneOf: true,
  ScheduledTest: true,
  Not: true,
  Logic: true,
  ConditionList: true,
  Missing: true,
};

const kindsOfExpressions: ReadonlySet<unknown> = new Set(Object.keys(expressionKinds));

function isExpression(node: object): node is Expression {
  return "kind" in node && kindsOfExpressions.has(node.kind);
}
