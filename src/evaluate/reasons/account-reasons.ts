/** How an account came to what is measured of it: what accrued, stretch by stretch, and what was posted and paid. */

import { assertNever } from "../../base/assert-never.ts";
import { entryIn } from "../../base/entry-in.ts";
import { groupBy } from "../../base/group-by.ts";
import { invariant } from "../../base/invariant.ts";
import { knownIn } from "../../base/known-in.ts";
import type { Account, Expr } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { isZero, zero } from "../../units/exact.ts";
import { firstOfMonth } from "../../units/plain-date.ts";
import type { Quantity } from "../../units/value-type.ts";
import { date } from "../../units/value-type.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { total } from "../ledger/owed.ts";
import type { BatchMade } from "../replay/batch-made.ts";
import type { PostingToAccount } from "../replay/posting-order.ts";
import type { AccountReading, Evaluation, HeldAccount, Moment } from "../state/run.ts";
import { slotOf } from "../state/run.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";
import type { Movement } from "./account-movements.ts";
import { AccountMovements, effectsOn, isDaily, measureOf } from "./account-movements.ts";
import type { Explaining } from "./explaining.ts";
import { PaymentReasons } from "./payment-reasons.ts";
import type { AccountTotal, Because, ChangePlace, Made, PostingPart, ReasonFact } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";
import { stretch } from "./recorder.ts";

export class AccountReasons {
  readonly #explaining: Explaining;
  readonly #known = new Map<Movement, ReasonFact>();
  /** What movements did to each measure. */
  readonly #effects = new Map<string, Exact[]>();
  readonly #movements = new Map<string, AccountMovements>();
  readonly payments: PaymentReasons;

  constructor(explaining: Explaining) {
    this.#explaining = explaining;
    this.payments = new PaymentReasons(explaining, (reading, result, moment, until) =>
      this.reason(reading, result, moment, until),
    );
  }

  /** `until` is the ledger before which to stop, where it is looked at within a batch. */
  reason(reading: AccountReading, result: Evaluation, moment: Moment, until?: Ledger): ReasonFact {
    const { account, of } = this.#held(reading.account);
    const { section, type } = account;
    let known: Effects | undefined;
    const effects = () => {
      known ??= this.#effectsOn(reading, result, moment, until);
      return known;
    };
    return new Reason({
      kind: "account",
      name: account.name,
      of,
      reading,
      day: moment.day,
      result,
      type: reading.measure === "first overdue" ? date : type,
      section,
      because: () => {
        if (result instanceof Failure) return { kind: "no reason" };
        return result instanceof Absent ? { kind: "absent", problem: result } : totalsOf(effects(), type);
      },
      made: () => this.#madeFrom(effects(), reading, moment),
    });
  }

  #effectsOn(reading: AccountReading, result: Evaluation, moment: Moment, until: Ledger | undefined): Effects {
    if (result instanceof Failure || moment.point < 0) return { movements: [], effects: [] };
    const { replay } = this.#explaining;
    const of = knownIn(this.#movements, reading.account, () => new AccountMovements(reading.account, replay));
    const by = of.upTo(moment, until);
    const { day, hasEnded } = moment;
    const key = JSON.stringify(isDaily(reading) ? [reading, day, hasEnded] : reading);
    const known = knownIn(this.#effects, key, (): Exact[] => []);
    return { movements: by.movements, effects: effectsOn(reading, moment, by, known) };
  }

  #madeFrom({ movements, effects }: Effects, reading: AccountReading, { hasEnded }: Moment): Made {
    return {
      operation: { kind: "account", reading, hasEnded, effects },
      operands: movements.map((movement) => this.#movement(reading.account, movement)),
    };
  }

  /** Each movement is a part of all that is measured after it. */
  #movement(account: string, movement: Movement): ReasonFact {
    return knownIn(this.#known, movement, () => this.#made(account, movement));
  }

  #made(account: string, movement: Movement): ReasonFact {
    switch (movement.kind) {
      case "accrual": {
        const { of, rateFrom } = movement;
        const base = of === undefined ? this.base(account, rateFrom) : this.#item(account, rateFrom, of);
        return stretch(movement, base, this.#rate(account, rateFrom));
      }
      case "step": {
        const { step, made } = movement;
        if (step.made.kind === "PaymentPart") return this.payments.reason(step.made, made);
        return this.#posting(step.made, step.before, made);
      }
      case "base fell":
        return this.#baseFell(account, movement.made.before, movement.at);
      default:
        return assertNever(movement);
    }
  }

  #baseFell(account: string, before: Moment, after: Moment): ReasonFact {
    return new Reason({
      kind: "operation",
      name: "",
      day: after.day,
      result: zero,
      type: this.#held(account).account.type,
      made: () => ({
        operation: { kind: "base fell", point: before.point },
        operands: [this.base(account, before), this.base(account, after)],
      }),
    });
  }

  /** An account by the name under which the run holds it. */
  #held(slot: string): HeldAccount {
    return entryIn(this.#explaining.replay.run.accounts, slot);
  }

  /** What the account accrues on at a moment. */
  base(slot: string, moment: Moment): ReasonFact {
    return this.#evaluated(this.#accrual(slot).base, slot, moment);
  }

  #rate(slot: string, moment: Moment): ReasonFact {
    return this.#evaluated(this.#accrual(slot).rate, slot, moment);
  }

  #accrual(slot: string): NonNullable<Account["accrual"]> {
    const { accrual } = this.#held(slot).account;
    invariant(accrual !== undefined, "what accrues does so at a rate");
    return accrual;
  }

  #evaluated(expr: Expr, slot: string, moment: Moment): ReasonFact {
    const { replay, recorded } = this.#explaining;
    const { binding } = this.#held(slot);
    const [found] = recorded(() => void replay.machine.traced(expr)(moment, binding));
    invariant(found !== undefined, "what is evaluated is recorded");
    return found;
  }

  /** What was unpaid of an item of another account. */
  #item(slot: string, moment: Moment, item: number): ReasonFact {
    const account = slotOf(this.#accrual(slot).onEach ?? "", this.#held(slot).of);
    const reading = { account, measure: "unpaid", item } as const;
    return this.#explaining.account(reading, measureOf(reading, moment), moment);
  }

  #posting(posting: PostingToAccount, ledger: Ledger, { before, cause }: BatchMade): ReasonFact {
    const { change, step, amount } = posting;
    const parts: readonly (readonly [PostingPart, typeof change.amount])[] = [
      ["condition", step.condition?.expr],
      ["amount", change.amount],
      ["due on", change.dueOn],
      ["payable on", change.payableOn],
      ["month", change.monthOf],
    ];
    const isWhole = change.verb === "fall due" && change.amount === undefined;
    const said = parts.flatMap(([part, expr]) => (expr === undefined ? [] : [{ part, expr }]));
    const place: ChangePlace = { day: before.day, cause, section: change.section };
    const { account, of } = this.#held(step.slot ?? change.account);
    return new Reason({
      kind: "entry",
      name: account.name,
      of,
      day: before.day,
      result: amount ?? new Absent({ kind: "not given", name: "amount" }),
      type: account.type,
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
            for (const { part, expr } of said) {
              const asked = part === "condition" ? step.condition : undefined;
              this.#explaining.replay.machine.traced(expr)(asked?.at ?? before, step.binding);
            }
          }),
          ...(isWhole ? [this.#accrued(posting, ledger, before)] : []),
        ],
      }),
    });
  }

  /** What had accrued just before, of which all falls due. */
  #accrued({ change, step, monthOf }: PostingToAccount, ledger: Ledger, before: Moment): ReasonFact {
    const month = monthOf === undefined || isProblem(monthOf) ? undefined : firstOfMonth(monthOf);
    const account = step.slot ?? change.account;
    const reading = { account, measure: "accruing", ...(month !== undefined && { month }) } as const;
    return this.reason(reading, measureOf(reading, before, ledger), before, ledger);
  }
}

/** What moved an account, with what each movement did to what is measured of it. */
interface Effects {
  readonly movements: readonly Movement[];
  readonly effects: readonly Exact[];
}

/** What was done to it, the same together, in the order in which each first happened. */
function totalsOf({ movements, effects }: Effects, type: Quantity): Because {
  const byKind = groupBy([...movements.entries()], ([, movement]) => kindOf(movement));
  const totals = [...byKind].map(([what, list]) => ({
    what,
    amount: total(list, ([index]) => effects[index] ?? zero),
  }));
  return {
    kind: "account",
    type,
    totals: totals.filter(({ amount }) => !isZero(amount)),
    hasMoved: movements.length > 0,
  };
}

function kindOf(movement: Movement): AccountTotal["what"] {
  if (movement.kind !== "step") return movement.kind === "accrual" ? "accrual" : "base fell";
  const { made } = movement.step;
  return made.kind === "PaymentPart" ? "payment" : made.change.verb;
}
