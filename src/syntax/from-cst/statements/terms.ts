/** What the parties may, must and must not do, and exceptions to it. */
import type * as cst from "../../../../grammar/cst.generated.d.ts";
import type { Span } from "../../../source/span.ts";
import { spanFrom } from "../../../source/span.ts";
import type * as ast from "../../ast.ts";
import {
  checkFirstLabel,
  lowerCondition,
  lowerEntries,
  lowerOperand,
  lowerSections,
  lowerValue,
} from "../expressions.ts";
import type { Lowering } from "../lowering.ts";
import { first, meaningIn, node } from "../lowering.ts";
import { lowerSale } from "../plans.ts";
import { lackingLine, oneLineEach, ownerOf } from "./parts.ts";
import { paired } from "./stories.ts";

export const lowerException = node("Exception", (it, c: cst.ExceptionCstChildren) => {
  oneLineEach(it, c.WhileLine, c.ItIsLine, c.OverLine);
  const name = it.name(first(c.Name));
  const statement = `the exception to \`${name.text}\``;
  return {
    name,
    ...(c.of && { of: it.section(first(c.of)) }),
    condition: c.condition
      ? lowerCondition(it, first(c.condition))
      : lackingLine(it, name.span, statement, "while: CONDITION"),
    value: c.value ? lowerValue(it, first(c.value)) : lackingLine(it, name.span, statement, "it is: VALUE"),
    over: (c.over ?? []).flatMap((sections) => lowerSections(it, sections)),
  };
});

export function lowerPartyClause(
  it: Lowering,
  node: cst.PartyClauseCstNode,
): ast.Power | ast.Duty | ast.Prohibition | ast.Covenant | ast.Sale {
  const { each, party, power, deliveryDuty, paymentDuty, prohibition, covenant, sale } = node.children;
  const who = { party: it.name(first(party)) };
  const span = it.span(node);
  const owner = each && { owner: it.name(first(each)) };
  if (power) return withOwner(it, lowerPower(it, who, first(power), span), owner);
  if (deliveryDuty) {
    const { event, dutyTerms } = first(deliveryDuty).children;
    const terms = lowerDutyTerms(it, first(dutyTerms));
    return withOwner(it, { kind: "Duty", ...who, event: it.name(first(event)), ...terms, span }, owner);
  }
  if (paymentDuty) {
    const { amount, to, dutyTerms } = first(paymentDuty).children;
    const duty: ast.Duty = {
      kind: "Duty",
      ...who,
      ...(to && { to: it.name(first(to)) }),
      amount: lowerOperand(it, first(amount)),
      ...lowerDutyTerms(it, first(dutyTerms)),
      span,
    };
    return withOwner(it, duty, owner);
  }
  if (owner) {
    it.report("TN1001", owner.owner.span, { expected: "a duty, or a power with an end", found: "another statement" });
  }
  if (sale) return lowerSale(it, who.party, first(sale), span);
  if (covenant) return lowerCovenant(it, who, first(covenant), span);
  const { event, condition, called } = first(prohibition).children;
  return {
    kind: "Prohibition",
    ...who,
    event: it.name(first(event)),
    ...(condition && { unless: lowerCondition(it, first(condition)) }),
    name: it.name(first(first(called).children.Name)),
    span,
  };
}

/** `for each E, the Borrower must …`: once, and for what has a last day. */
function withOwner<S extends ast.Duty | ast.Power>(it: Lowering, statement: S, owner: Pick<S, "owner"> | undefined): S {
  const each = owner?.owner;
  if (each === undefined) return statement;
  if (statement.owner) it.report("TN1027", statement.owner.span, { label: "for each" });
  if (!statement.due) it.report("TN1001", each.span, { expected: "`by` and a last day for each", found: "none" });
  return { ...statement, owner: each };
}

function lowerCovenant(
  it: Lowering,
  who: Pick<ast.Covenant, "party">,
  { children }: cst.CovenantCstNode,
  span: Span,
): ast.Covenant {
  const { left, word, right, condition, called } = children;
  const values = { left: lowerOperand(it, first(left)), right: lowerOperand(it, first(right)) };
  const place = spanFrom(values.left.span, values.right.span);
  return {
    kind: "Covenant",
    ...who,
    condition: { kind: "Comparison", word: meaningIn("be", word), ...values, span: place },
    ...(condition && { unless: lowerCondition(it, first(condition)) }),
    name: it.name(first(first(called).children.Name)),
    span,
  };
}

function lowerDutyTerms(
  it: Lowering,
  { children }: cst.DutyTermsCstNode,
): Pick<ast.Duty, "due" | "owner" | "name" | "condition"> {
  const { endsBy, owner: behind = [], condition, called } = children;
  const ends = first(endsBy).children;
  const owner = [...(ends.owner ?? []), ...behind];
  for (const second of owner.slice(1)) it.report("TN1027", it.span(second), { label: "for each" });
  return {
    due: lowerOperand(it, first(ends.due)),
    ...(owner.length > 0 && { owner: ownerOf(it, owner) }),
    ...(condition && { condition: lowerCondition(it, first(condition)) }),
    ...(called && { name: it.name(first(first(called).children.Name)) }),
  };
}

function lowerPower(it: Lowering, who: Pick<ast.Power, "party">, node: cst.PowerCstNode, span: Span): ast.Power {
  const c = node.children;
  oneLineEach(
    it,
    c.beyond?.flatMap(({ children }) => children.BeyondThatLine),
    c.AskingForLine,
    c.GivingLine,
    c.ElectingLine,
    c.IfNoneIsMadeLine,
  );
  const ends = c.endsBy && first(c.endsBy).children;
  return {
    kind: "Power",
    ...who,
    event: it.name(first(c.event)),
    ...(c.called && { name: it.name(first(first(c.called).children.Name)) }),
    conditions: (c.onlyIf ?? []).flatMap((each) => lowerOnlyIf(it, each)),
    ...(c.askingFor && { askingFor: lowerValue(it, first(c.askingFor)) }),
    limits: (c.limit ?? []).flatMap((each) => lowerLimit(it, each)),
    ...(c.beyond && { beyond: lowerBeyond(it, first(c.beyond)) }),
    ...(c.giving && { giving: it.name(first(c.giving)) }),
    ...(ends && { due: lowerOperand(it, first(ends.due)) }),
    ...(ends?.owner && { owner: ownerOf(it, ends.owner) }),
    ...(c.electing && { electing: lowerValue(it, first(c.electing)) }),
    ...(c.otherwise && { otherwise: lowerValue(it, first(c.otherwise)) }),
    span,
  };
}

function lowerOnlyIf(it: Lowering, node: cst.OnlyIfCstNode): ast.Power["conditions"] {
  const { requirement, condition, reason } = node.children;
  if (requirement) checkFirstLabel(it, first(first(requirement).children.ListLabel));
  const single = condition ? [{ children: { condition, reason }, location: node.location }] : [];
  return [...(requirement ?? []), ...single].map((each) => ({
    condition: lowerCondition(it, first(each.children.condition)),
    ...(each.children.reason && { reason: it.quoted(first(first(each.children.reason).children.Text)) }),
    span: it.span(each),
  }));
}

function lowerLimit(it: Lowering, { children }: cst.LimitCstNode): ast.Power["limits"] {
  const values = children.entries
    ? lowerEntries(it, first(children.entries)).map(({ value }) => value)
    : [lowerValue(it, first(children.value))];
  return values.map((value) => ({ value, span: value.span }));
}

function lowerBeyond(it: Lowering, node: cst.BeyondCstNode): ast.Beyond {
  const { beyondRule, reading, choice } = node.children;
  const rules = (beyondRule ?? []).map(({ children }) => meaningIn("beyond", children.word));
  const span = it.span(node);
  if (!reading || !choice) return { kind: "Fixed", rule: first(rules), span };
  const arms = paired(choice, rules, (name, rule) => ({ choice: it.quoted(name), rule }));
  return { kind: "AsRead", reading: it.quoted(first(reading)), arms, span };
}
