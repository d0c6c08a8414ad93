/** Figures and days of accounts, and the start of a family of defaults. */
import type { Measure } from "../../../syntax/ast.ts";
import type { ValueType } from "../../../units/value-type.ts";
import { date, money } from "../../../units/value-type.ts";
import { moneyOfAccount } from "../../words.ts";
import type { Inferrers } from "../inference.ts";
import { inferKind, perhaps, typed } from "../inference.ts";
import { inferAccountOf } from "./accounts-of-events.ts";
import { bareOfKind, requireSections, sortInWords } from "./references.ts";

export const measured: Inferrers<"Measure"> = {
  Measure: (expression, context, scope) => {
    const { of, gives: kindGiven, on: kind } = measures[expression.measure];
    if (of === "Family") {
      const family = bareOfKind(expression.name, of, sortInWords[of], context);
      requireSections(expression, context);
      return typed(expression, family && perhaps(date, true));
    }
    const { subject, account } = inferAccountOf(expression, scope, context, figureOf(expression.measure));
    const held = account ? moneyOfAccount(account) : money;
    const place = kind === date ? "The day of payment" : "The part of the base";
    const on = expression.on && inferKind(context, expression.on, scope, kind ?? held, place);
    const gives = kindGiven ?? held;
    const node = { ...expression, ...(subject && { subject }), ...(on && { on }) };
    return typed(node, account && perhaps(gives, gives === date || subject?.isOptional === true));
  },
};

interface MeasureKind {
  readonly of: "Account" | "Family";
  /** An amount of the account, where nothing is said. A date may be missing, an amount never. */
  readonly gives?: ValueType;
  /** What stands behind `on`, where that is no amount. */
  readonly on?: ValueType;
}

/** The word of a measure that is an amount. */
function figureOf(measure: Measure["measure"]): string {
  return measure === "payable" || measure === "first overdue" || measure === "start of" ? "unpaid" : measure;
}

/** Of what each measure is one. */
const measures: Readonly<Record<Measure["measure"], MeasureKind>> = {
  unpaid: { of: "Account" },
  due: { of: "Account" },
  overdue: { of: "Account" },
  accruing: { of: "Account" },
  paid: { of: "Account" },
  payable: { of: "Account", on: date },
  "first overdue": { of: "Account", gives: date },
  "start of": { of: "Family", gives: date },
};
