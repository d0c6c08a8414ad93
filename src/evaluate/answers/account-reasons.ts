/** How an account came to what is measured of it: what accrued, stretch by stretch, and what was posted and paid. */

import { groupBy } from "../../base/group-by.ts";
import { isZero, zero } from "../../units/exact.ts";
import { firstOfMonth } from "../../units/plain-date.ts";
import { date, money } from "../../units/value-type.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { total } from "../ledger/ledger.ts";
import type { PaymentPart } from "../replay/account-changes.ts";
import type { PostingToAccount } from "../replay/posting-order.ts";
import type { AccountReading, Evaluation, Moment, Occurrence } from "../state/run.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";
import type { Movement } from "./account-movements.ts";
import { measureOf, movementsOf } from "./account-movements.ts";
import type { Explaining } from "./explaining.ts";
import type { AccountTotal, Because, ChangePlace, Made, PostingPart, ReasonFact } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";
import { stretch } from "./recorder.ts";

export class AccountReasons {
  readonly #explaining: Explaining;
  readonly #made = new Map<object, ReasonFact>();

  constructor(explaining: Explaining) {
    this.#explaining = explaining;
  }

  /** `until` is the ledger before which to stop, where it is looked at within a batch. */
  reason(reading: AccountReading, result: Evaluation, moment: Moment, until?: Ledger): ReasonFact {
    const { replay } = this.#explaining;
    const { section = "" } = replay.machine.program.accounts.get(reading.account) ?? {};
    let known: Movement[] | undefined;
    const movements = () => {
      known ??= result instanceof Failure ? [] : movementsOf(reading, moment, replay, until);
      return known;
    };
    return new Reason({
      kind: "account",
      name: reading.account,
      reading,
      day: moment.day,
      result,
      type: reading.measure === "first overdue" ? date : money,
      section,
      because: () => (result instanceof Absent ? { kind: "absent", problem: result } : totalsOf(movements())),
      made: () => this.#madeFrom(movements(), reading, moment),
    });
  }

  #madeFrom(movements: readonly Movement[], reading: AccountReading, moment: Moment): Made {
    return {
      operation: {
        kind: "account",
        reading,
        hasEnded: moment.hasEnded,
        effects: movements.map(({ effect }) => effect),
      },
      operands: movements.map((movement) => this.#movement(movement)),
    };
  }

  #movement(movement: Movement): ReasonFact {
    switch (movement.kind) {
      case "accrual": {
        const { account, of, rateFrom, key, weight, dayCount, first, last } = movement;
        return this.#once(key, () => {
          const base = of === undefined ? this.base(account.name, rateFrom) : this.#item(movement, of);
          const days = { first, last, weight, dayCount, ...(of === undefined ? {} : { of }) };
          return stretch(days, base, this.#rate(movement));
        });
      }
      case "step": {
        const { step, before, cause } = movement;
        return this.#once(step, () =>
          step.made.kind === "PaymentPart"
            ? this.payment(step.made, before, cause)
            : this.#posting(step.made, step.before, before, cause),
        );
      }
      case "base fell": {
        const { account, before, after, key } = movement;
        return this.#once(
          key,
          () =>
            new Reason({
              kind: "operation",
              name: "",
              day: after.day,
              result: zero,
              type: money,
              made: () => ({
                operation: { kind: "base fell", point: before.point },
                operands: [this.base(account.name, before), this.base(account.name, after)],
              }),
            }),
        );
      }
    }
  }

  /** What the account accrues on at a moment. */
  base(name: string, moment: Moment): ReasonFact {
    const { replay, recorded } = this.#explaining;
    const base = replay.run.accounts.get(name)?.account.accrual?.base;
    const [found] = base === undefined ? [] : recorded(() => void replay.machine.traced(base)(moment, undefined));
    return found ?? new Reason({ kind: "constant", name: "", day: moment.day, result: zero, type: money });
  }

  #rate({ account, rateFrom }: Extract<Movement, { kind: "accrual" }>): ReasonFact {
    const { replay, recorded } = this.#explaining;
    const rate = account.accrual?.rate;
    const [found] = rate === undefined ? [] : recorded(() => void replay.machine.traced(rate)(rateFrom, undefined));
    return found ?? new Reason({ kind: "constant", name: "", day: rateFrom.day, result: zero, type: money });
  }

  /** What was unpaid of an item of another account. */
  #item({ account, rateFrom }: Extract<Movement, { kind: "accrual" }>, item: number): ReasonFact {
    const reading = { account: account.accrual?.onEach ?? "", measure: "unpaid", item } as const;
    return this.#explaining.account(reading, measureOf(reading, rateFrom), rateFrom);
  }

  #posting(posting: PostingToAccount, ledger: Ledger, before: Moment, cause: Occurrence | undefined): ReasonFact {
    const { change, step, amount } = posting;
    const parts: readonly (readonly [PostingPart, typeof change.amount])[] = [
      ["condition", step.condition],
      ["amount", change.amount],
      ["due on", change.dueOn],
      ["payable on", change.payableOn],
      ["month", change.monthOf],
    ];
    const isWhole = change.verb === "fall due" && change.amount === undefined;
    const said = parts.flatMap(([part, expr]) => (expr === undefined ? [] : [{ part, expr }]));
    const place: ChangePlace = { day: before.day, cause, section: change.section };
    return new Reason({
      kind: "entry",
      name: change.account,
      day: before.day,
      result: amount ?? new Absent({ kind: "not given", name: "amount" }),
      type: money,
      section: change.section,
      because: { kind: "change", verb: change.verb, change: place },
      made: () => ({
        operation: {
          kind: "posting",
          posting: change,
          parts: [...said.map(({ part }) => part), ...(isWhole ? (["accrued"] as const) : [])],
          point: before.point,
        },
        operands: [
          ...this.#explaining.recorded(() => {
            for (const { expr } of said) this.#explaining.replay.machine.traced(expr)(before, step.binding);
          }),
          ...(isWhole ? [this.#accrued(posting, ledger, before)] : []),
        ],
      }),
    });
  }

  /** What had accrued just before, of which all falls due. */
  #accrued({ change: { account }, monthOf }: PostingToAccount, ledger: Ledger, before: Moment): ReasonFact {
    const month = monthOf === undefined || isProblem(monthOf) ? undefined : firstOfMonth(monthOf);
    const reading = { account, measure: "accruing", ...(month !== undefined && { month }) } as const;
    return this.reason(reading, measureOf(reading, before, ledger), before, ledger);
  }

  /** What one target took of a payment. */
  payment(part: PaymentPart, before: Moment, cause: Occurrence | undefined): ReasonFact {
    return this.#once(part, () => {
      const { section } = part.payment.posting.change;
      return new Reason({
        kind: "entry",
        name: part.to,
        day: before.day,
        result: part.taken,
        type: money,
        section,
        because: { kind: "change", verb: "payment", change: { day: before.day, cause, section } },
        made: () => this.#paymentMade(part, before, cause),
      });
    });
  }

  #paymentMade(part: PaymentPart, before: Moment, cause: Occurrence | undefined): Made {
    const { recorded, replay } = this.#explaining;
    const { posting, parts } = part.payment;
    const { step, change } = posting;
    const [paid] = recorded(() => void replay.machine.traced(change.amount)(before, step.binding));
    const earlier = parts.slice(0, part.index).map((it) => this.payment(it, before, cause));
    const open =
      part.target.kind === "State"
        ? this.#explaining.state(part.to, replay.run.states.get(part.to)?.at(before.point) ?? zero, before)
        : this.#open(part, before);
    return {
      operation: { kind: "payment", part, point: before.point },
      operands: [...(paid === undefined ? [] : [paid]), ...earlier, ...(open === undefined ? [] : [open])],
    };
  }

  /** What the account owed just before, of what the payment is for. */
  #open(part: PaymentPart, before: Moment): ReasonFact | undefined {
    const isDue = part.target.kind === "Due" && part.to === part.target.account;
    const reading = { account: part.to, measure: isDue ? "due" : "unpaid" } as const;
    const ledger = part.ledgerBefore;
    if (ledger === undefined) return undefined;
    return this.reason(reading, measureOf(reading, before, ledger), before, ledger);
  }

  #once(key: object, make: () => ReasonFact): ReasonFact {
    const known = this.#made.get(key) ?? make();
    this.#made.set(key, known);
    return known;
  }
}

/** What was done to it, the same together, in the order in which each first happened. */
function totalsOf(movements: readonly Movement[]): Because {
  const byKind = groupBy(movements, kindOf);
  const totals = [...byKind].map(([what, list]) => ({ what, amount: total(list, ({ effect }) => effect) }));
  return {
    kind: "account",
    totals: totals.filter(({ amount }) => !isZero(amount)),
    hasMoved: movements.length > 0,
  };
}

function kindOf(movement: Movement): AccountTotal["what"] {
  if (movement.kind !== "step") return movement.kind === "accrual" ? "accrual" : "base fell";
  const { made } = movement.step;
  return made.kind === "PaymentPart" ? "payment" : made.change.verb;
}
