/** What is to be paid by the end of a day: of accounts, duties and values that are named. */
import { assertNever } from "../../base/assert-never.ts";
import type { DueSource } from "../../inputs/binding/types.ts";
import type { Exact } from "../../units/exact.ts";
import { sign, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { ledgerAt } from "../compile/account-ledgers.ts";
import { overdue, unpaid } from "../ledger/measures.ts";
import { plus } from "../ledger/owed.ts";
import type { Replay } from "../replay/replay.ts";
import type { Evaluation, Moment, Occurrence } from "../state/run.ts";
import { isFigure } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, isProblem } from "../values/problem.ts";
import { valueAt } from "./answer.ts";
import { dutiesAt, owedBy } from "./owed.ts";

/**
 * The sum of the sources, each at least nothing; a problem where one of them is unknown. Dollars.
 *
 * Accounts and duties are as the day ends: for a payment, what falls due on its day counts as due already. A value is as it
 * stands when the payment is applied, where that event is given; else as the day ends.
 */
export function payableBy(
  sources: readonly DueSource[],
  day: PlainDate,
  replay: Replay,
  payment: Occurrence | undefined,
): Exact | Problem {
  const { run } = replay;
  const end = run.endOf(day, run.now);
  const applied = payment?.fixedAt === undefined ? end : run.momentAt(payment.fixedAt);
  let sum = zero;
  for (const source of sources) {
    const amount = source.kind === "value" ? valueAt(source.name, applied, replay) : amountOf(source, end, replay);
    if (isProblem(amount) && !(amount instanceof Absent)) return amount;
    // What has no value that day asks for nothing.
    if (isFigure(amount) && sign(amount) > 0) sum = plus(sum, amount);
  }
  return sum;
}

function amountOf({ kind, name }: DueSource, moment: Moment, replay: Replay): Evaluation {
  switch (kind) {
    case "payable":
    case "unpaid": {
      const ledger = ledgerAt(name, moment);
      if (isProblem(ledger)) return ledger;
      // As the day ends, what was payable on it counts as what was payable before.
      return kind === "unpaid" ? unpaid(ledger) : overdue(ledger, moment.day);
    }
    case "duty":
      return dutyAmount(name, moment, replay);
    case "value":
      return valueAt(name, moment, replay);
    default:
      return assertNever(kind);
  }
}

/** Of each standing duty of the name whose day has come, the amount. */
function dutyAmount(name: string, moment: Moment, replay: Replay): Exact | Problem {
  let sum = zero;
  for (const standing of dutiesAt(replay, moment)) {
    if (standing.duty.name !== name || typeof standing.day !== "number" || standing.day > moment.day) continue;
    const amount = owedBy(standing, moment)?.amount;
    if (amount === undefined) continue;
    if (isProblem(amount)) return amount;
    sum = plus(sum, amount);
  }
  return sum;
}
