/** What payments took of accounts and states: what was left of the money, and what was open there. */
import { entryIn } from "../../base/entry-in.ts";
import { knownIn } from "../../base/known-in.ts";
import { zero } from "../../units/exact.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { minus, total } from "../ledger/owed.ts";
import type { PaymentPart } from "../replay/account-changes.ts";
import type { BatchMade } from "../replay/batch-made.ts";
import { signed } from "../replay/state-changes.ts";
import type { AccountReading, Evaluation, Moment } from "../state/run.ts";
import { isFigure } from "../state/run.ts";
import { measureOf } from "./account-movements.ts";
import type { Explaining } from "./explaining.ts";
import type { Made, ReasonFact } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";

/** An account as it is looked at within a batch, before a ledger that the batch made. */
type AccountBefore = (reading: AccountReading, result: Evaluation, moment: Moment, until: Ledger) => ReasonFact;

export class PaymentReasons {
  readonly #explaining: Explaining;
  readonly #account: AccountBefore;
  readonly #known = new Map<PaymentPart, ReasonFact>();

  constructor(explaining: Explaining, account: AccountBefore) {
    this.#explaining = explaining;
    this.#account = account;
  }

  /** What one target took of a payment. */
  reason(part: PaymentPart, made: BatchMade): ReasonFact {
    return knownIn(this.#known, part, () => {
      const { section } = part.payment.posting.change;
      const { before, cause } = made;
      return new Reason({
        kind: "entry",
        ...this.#named(part),
        day: before.day,
        result: part.taken,
        type: part.payment.posting.change.amount.type,
        section,
        because: { kind: "change", verb: "payment", change: { day: before.day, cause, section } },
        made: () => this.#paymentMade(part, made),
      });
    });
  }

  /** The account or the state that took it, and the event that has it. */
  #named({ to, target }: PaymentPart): Pick<ReasonFact, "name" | "of"> {
    const { states, accounts } = this.#explaining.replay.run;
    if (target.kind === "State") {
      const { state, of } = entryIn(states, to);
      return { name: state.name, of };
    }
    const { account, of } = entryIn(accounts, to);
    return { name: account.name, of };
  }

  #paymentMade(part: PaymentPart, made: BatchMade): Made {
    const { recorded, replay } = this.#explaining;
    const { posting, parts } = part.payment;
    const { step, change } = posting;
    const { before } = made;
    const paid = recorded(() => void replay.machine.traced(change.amount)(before, step.binding));
    const { ledgerBefore, among } = part;
    const earlier = parts.slice(0, among?.firstPart ?? part.index).map((it) => this.reason(it, made));
    const open = among?.open.map(({ slot, ledger }) =>
      ledger === undefined ? this.#held(slot, part, made) : this.#open(part, slot, ledger, before),
    ) ?? [
      ledgerBefore === undefined ? this.#held(part.to, part, made) : this.#open(part, part.to, ledgerBefore, before),
    ];
    return {
      operation: { kind: "payment", part, point: before.point },
      operands: [...paid, ...earlier, ...open],
    };
  }

  /** What a state holds after what payments of the batch took from it before. */
  #held(slot: string, part: PaymentPart, made: BatchMade): ReasonFact {
    const { before } = made;
    const was = entryIn(this.#explaining.replay.run.states, slot).history.at(before.point) ?? zero;
    const state = this.#explaining.state(slot, was, before);
    const parts = made.batch.payments.flatMap((payment) => payment.parts);
    const ofTarget = part.among === undefined ? 0 : part.index - part.among.firstPart;
    const earlier = parts.slice(0, parts.indexOf(part) - ofTarget).filter((it) => isFromState(it, slot));
    if (earlier.length === 0 || !isFigure(was)) return state;
    return new Reason({
      kind: "operation",
      name: "",
      day: before.day,
      result: minus(
        was,
        total(earlier, ({ taken }) => taken),
      ),
      type: part.payment.posting.change.amount.type,
      made: { operation: { kind: "changes" }, operands: [state, ...earlier.map((it) => this.taken(it, made))] },
    });
  }

  /** What a payment takes from a state, as a change of it. */
  taken(part: PaymentPart, made: BatchMade): ReasonFact {
    const payment = this.reason(part, made);
    const { kind, name, of, day, type, section, because } = payment;
    const result = signed(part.taken, -1);
    const operation = { kind: "change", sign: -1, sets: false } as const;
    return new Reason({
      ...{ kind, name, of, day, type, section, because, result },
      made: { operation, operands: [payment] },
    });
  }

  /** What the account owed just before, of what the payment is for. */
  #open({ target, isLateCharges }: PaymentPart, slot: string, ledger: Ledger, before: Moment): ReasonFact {
    const isDue = target.kind === "Due" && !isLateCharges;
    const reading = { account: slot, measure: isDue ? "due" : "unpaid" } as const;
    return this.#account(reading, measureOf(reading, before, ledger), before, ledger);
  }
}

/** Whether it is what a payment took from a state. */
export function isFromState({ target, to }: PaymentPart, state: string): boolean {
  return target.kind === "State" && to === state;
}
