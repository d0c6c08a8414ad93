/** Events, definitions, states, accounts, readings and defaults. */
import type * as cst from "../../../../grammar/cst.generated.d.ts";
import type { Span } from "../../../source/span.ts";
import { spanFrom } from "../../../source/span.ts";
import type * as ast from "../../ast.ts";
import {
  basisOf,
  lowerCondition,
  lowerOperand,
  lowerPeriods,
  lowerPrimary,
  lowerProduct,
  lowerReadings,
  lowerValue,
} from "../expressions.ts";
import type { Lowering } from "../lowering.ts";
import { first, meaningIn, node } from "../lowering.ts";
import { lowerTexts, lowerType } from "../types.ts";
import { moneyOf } from "./clauses.ts";
import { lackingLine, lowerField, oneLineEach, ownerOf, termIn } from "./parts.ts";
import { lowerSchedule } from "./schedules.ts";

export const lowerEvent = node("EventDeclaration", (it, c: cst.EventDeclarationCstChildren) => {
  const { TakesEffectOnLine = [], TakesEffectAtStartOfLine = [] } = c;
  for (const second of [...TakesEffectOnLine, ...TakesEffectAtStartOfLine].slice(1)) {
    it.report("TN1027", it.tokenSpan(second), { label: "takes effect" });
  }
  return {
    name: it.name(first(c.Name)),
    ...(c.refersTo && { refersTo: it.name(first(c.refersTo)) }),
    ...(c.by && { by: it.name(first(c.by)) }),
    ...happensIn(it, c),
    fields: (c.field ?? []).map((each) => lowerField(it, each)),
    ...(c.takesEffectOn && { takesEffectOn: lowerValue(it, first(c.takesEffectOn)) }),
    opensDay: TakesEffectAtStartOfLine.length > 0,
  };
});

/** When an event happens without anybody giving it. */
function happensIn(it: Lowering, c: cst.EventDeclarationCstChildren): Pick<ast.EventDeclaration, "happens"> {
  if (c.schedule && c.OnEach) {
    const schedule = it.name(first(c.schedule));
    return {
      happens: { kind: "ScheduleTrigger", schedule, span: spanFrom(it.tokenSpan(first(c.OnEach)), schedule.span) },
    };
  }
  if (!c.date || !c.On) return {};
  const date = lowerOperand(it, first(c.date));
  return {
    happens: { kind: "CalendarTrigger", date, span: spanFrom(it.tokenSpan(first(c.On)), it.span(first(c.date))) },
  };
}

export const lowerShareBasis = node("ShareBasis", (it, { Name, ratio }: cst.ShareBasisCstChildren) => ({
  event: it.name(first(Name)),
  ratio: lowerValue(it, first(ratio)),
}));

export function lowerNamed(it: Lowering, node: cst.NamedDeclarationCstNode): ast.Statement {
  const { Name, quotedName, owner, rowOwner, definition, status, fixing, startingState, kindDeclaration, ...others } =
    node.children;
  const name = quotedName ? termIn(it, first(quotedName)) : it.name(first(Name));
  const span = it.span(node);
  if (definition) {
    const { verb, value, readings } = first(definition).children;
    return {
      kind: "Definition",
      name,
      ...(owner && { owner: ownerOf(it, owner) }),
      ...(rowOwner && { owner: it.name(first(first(rowOwner).children.Name)), isOfSchedule: true as const }),
      verb: readings ? "is fixed as" : meaningIn("definition", verb),
      value: readings ? lowerReadings(it, readings) : lowerValue(it, first(value)),
      span,
    };
  }
  const isOfEach = (startingState ?? kindDeclaration ?? fixing) !== undefined;
  const [each] = [...(isOfEach ? [] : (owner ?? [])), ...(rowOwner ?? [])];
  if (each) {
    it.report("TN1001", it.span(each), {
      expected: rowOwner
        ? "`means`, `holds when` or `is fixed as` for a value of each date"
        : "`means`, `holds when`, `is fixed as`, `starts at`, `is …, at first not set` or `is …, solved as` for a value of each event",
      found: "`for each` before another verb",
    });
  }
  const ofOwner = owner && { owner: ownerOf(it, owner) };
  if (status) {
    const { from, until } = first(status).children;
    return { kind: "StatusDefinition", name, from: it.name(first(from)), until: it.name(first(until)), span };
  }
  if (startingState) {
    const { value, basis } = first(startingState).children;
    const initial = lowerValue(it, first(value));
    return { kind: "StateDeclaration", name, ...ofOwner, initial, ...basisOf(basis), span };
  }
  if (kindDeclaration) {
    const { type: kind, value, basis } = first(kindDeclaration).children;
    const type = lowerType(it, first(kind));
    if (value === undefined) return { kind: "StateDeclaration", name, ...ofOwner, type, ...basisOf(basis), span };
    return {
      kind: "Definition",
      name,
      ...ofOwner,
      verb: "means",
      solved: type,
      value: lowerValue(it, first(value)),
      span,
    };
  }
  if (fixing) {
    const { event, value } = first(fixing).children;
    const fixed = { event: it.name(first(event)), value: lowerValue(it, first(value)) };
    return { kind: "StateDeclaration", name, ...ofOwner, fixing: fixed, span };
  }
  if (others.schedule) return { kind: "ScheduleDeclaration", name, ...lowerSchedule(it, first(others.schedule)), span };
  return lowerDefault(it, name, first(others.defaultDeclaration), span);
}

function lowerDefault(
  it: Lowering,
  family: ast.Identifier,
  node: cst.DefaultDeclarationCstNode,
  span: Span,
): ast.DefaultDeclaration {
  const { owner, When, condition, CuredByLine, cureBy, ContinuesLine, ends } = node.children;
  oneLineEach(it, When, CuredByLine, ContinuesLine);
  return {
    kind: "DefaultDeclaration",
    family,
    ...(owner && { owner: ownerOf(it, owner) }),
    condition: condition
      ? lowerCondition(it, first(condition))
      : lackingLine(it, family.span, `\`${family.text} occurs\``, "when CONDITION"),
    ...(cureBy && { cureBy: lowerValue(it, first(cureBy)) }),
    ends: ends ? meaningIn("continues", ends) : "with the condition",
    span,
  };
}

export const lowerAccount = node("AccountDeclaration", (it, c: cst.AccountCstChildren) => {
  const accrues = c.accrual?.flatMap(({ children }) => children.AccruesLine);
  oneLineEach(it, c.CurrencyLine, accrues, c.FromAndIncludingLine, c.WhileLine, c.DayOfPaymentCountsLine);
  return {
    name: it.name(first(c.Name)),
    ...(c.owner && { owner: ownerOf(it, c.owner) }),
    ...moneyOf(it, c.currency),
    debtor: it.name(first(c.debtor)),
    creditor: it.name(first(c.creditor)),
    ...(c.accrual && { accrual: lowerAccrual(it, first(c.accrual)) }),
    ...(c.from && { from: lowerValue(it, first(c.from)) }),
    ...(c.condition && { condition: lowerCondition(it, first(c.condition)) }),
    ...(c.dayOfPayment && { dayOfPayment: lowerCondition(it, first(c.dayOfPayment)) }),
  };
});

function lowerAccrual(it: Lowering, node: cst.AccrualCstNode): NonNullable<ast.AccountDeclaration["accrual"]> {
  const { rate, base, OnEach, dayCount, periods } = node.children;
  return {
    rate: lowerProduct(it, first(rate)),
    base: lowerProduct(it, first(base)),
    ...(OnEach && { isOnEach: true }),
    basis: lowerPrimary(it, first(dayCount)),
    ...(periods && { periods: lowerPeriods(it, first(periods)) }),
    span: it.span(node),
  };
}

export const lowerReading = node("ReadingDeclaration", (it, c: cst.ReadingCstChildren) => {
  oneLineEach(it, c.PassageLine, c.ChoicesLine, c.ChosenLine);
  const name = it.quoted(first(c.name));
  if (!c.choices)
    it.report("TN1026", name.span, { statement: `the reading "${name.text}"`, line: 'choices: "…", "…"' });
  return {
    name,
    ...(c.passage && { passage: it.quoted(first(c.passage)) }),
    choices: c.choices ? lowerTexts(it, first(c.choices)) : [],
    ...(c.chosen && { chosen: it.quoted(first(c.chosen)) }),
  };
});
