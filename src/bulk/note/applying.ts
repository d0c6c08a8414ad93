/** Changes made together: all are worked out in the state before them, then put in place. */
import { groupBy } from "../../base/group-by.ts";
import type { AccountPosting, Change, Rule } from "../../core/core.ts";
import type { Index, Mask, Num } from "../routine/ir.ts";
import { both, figure, no, operation, yes } from "../routine/ir.ts";
import type { Accounts } from "./accounts.ts";
import type { Bound, Compiling, Moment, Scope } from "./compiling.ts";
import type { Expressions } from "./expressions.ts";
import { gapIn } from "./gaps.ts";
import type { Note } from "./note.ts";

export interface Firing {
  readonly rule: Rule;
  readonly bound: readonly Bound[];
  /** Whether it has its day: the same on every path. */
  readonly flag?: Index;
  readonly mask?: Mask;
}

interface Change1 {
  readonly change: Change;
  readonly mask: Mask;
  readonly flag: Index | undefined;
  readonly scope: Scope;
  readonly amount: Num | undefined;
}

/** Whether it is a posting or a payment to what each event of a kind has. */
function isOfEvents(change: Change): boolean {
  if (change.kind === "ApplyPayment") return change.targets.some(({ of }) => of !== undefined);
  return change.kind === "AccountPosting" && change.of !== undefined;
}

const verbs: Readonly<Record<AccountPosting["verb"], number>> = {
  waive: 0,
  convert: 1,
  charge: 2,
  "fall due": 3,
  clear: 5,
};

export class Batches {
  readonly #compiling: Compiling;
  readonly #note: Note;
  readonly #expressions: Expressions;
  readonly #accounts: Accounts;

  constructor(compiling: Compiling, note: Note, expressions: Expressions, accounts: Accounts) {
    this.#compiling = compiling;
    this.#note = note;
    this.#expressions = expressions;
    this.#accounts = accounts;
  }

  /** One batch for each stage. */
  make(firings: readonly Firing[], moment: Moment): void {
    const stages = new Set(firings.flatMap(({ rule }) => rule.changes.map(({ stage = 0 }) => stage)));
    const masks = new Map<Firing, Mask>();
    for (const stage of [...stages].toSorted((a, b) => a - b)) this.#stage(firings, stage, masks, moment);
  }

  #stage(firings: readonly Firing[], stage: number, masks: Map<Firing, Mask>, moment: Moment): void {
    const made = firings.flatMap((firing) => {
      const changes = firing.rule.changes.filter((it) => (it.stage ?? 0) === stage);
      if (changes.length === 0) return [];
      this.#compiling.section = firing.rule.section;
      const scope = { moment, bound: firing.bound };
      const mask = masks.get(firing) ?? this.#maskOf(firing, scope);
      masks.set(firing, mask);
      return changes.map((change): Change1 => {
        this.#compiling.section = change.section;
        return {
          change,
          mask,
          flag: firing.flag,
          scope,
          amount: this.#amountOf(change, firing.flag, mask, scope),
        };
      });
    });
    const additions = new Map<string, Num[]>();
    this.#post(made, additions);
    this.#assign(made, additions);
    this.#compiling.builder.forget();
  }

  #maskOf({ rule: { condition }, flag, mask = yes }: Firing, scope: Scope): Mask {
    const { builder } = this.#compiling;
    if (condition === undefined) return mask;
    const id = builder.maskLocal();
    builder.emit({ kind: "SetMask", local: id, value: no, isFresh: true });
    this.#under(flag, mask, () => builder.setMask(id, this.#expressions.mask(condition, scope)));
    return { kind: "MaskLocal", id };
  }

  #under(flag: Index | undefined, mask: Mask, fill: () => void): void {
    const { builder } = this.#compiling;
    const inner = () => builder.when(mask, fill);
    if (flag === undefined) inner();
    else builder.ifFlag(flag, inner);
  }

  #amountOf(change: Change, flag: Index | undefined, mask: Mask, scope: Scope): Num | undefined {
    const { builder } = this.#compiling;
    const expr = "value" in change ? change.value : "amount" in change ? change.amount : undefined;
    if (expr === undefined) return undefined;
    if (flag === undefined && mask.kind === "Fixed") return this.#expressions.number(expr, scope);
    const id = builder.local();
    builder.emit({
      kind: "SetNumber",
      local: id,
      value: figure(0),
      isFresh: true,
    });
    this.#under(flag, mask, () => builder.set(id, this.#expressions.number(expr, scope)));
    return { kind: "Local", id };
  }

  // ---------------------------------------------------------------- accounts

  #post(made: readonly Change1[], additions: Map<string, Num[]>): void {
    const { builder } = this.#compiling;
    const order = ({ change }: Change1) => (change.kind === "AccountPosting" ? verbs[change.verb] : 4);
    for (const one of made.toSorted((a, b) => order(a) - order(b))) {
      const { change, amount, scope } = one;
      this.#compiling.section = change.section;
      if (isOfEvents(change)) {
        gapIn(this.#compiling, "an account that each event has, changed", change.span);
        continue;
      }
      if (change.kind === "AccountPosting") {
        if (amount !== undefined) this.#under(one.flag, one.mask, () => this.#finite(amount));
        this.#under(one.flag, one.mask, () => this.#accounts.post(change, amount, scope));
      }
      if (change.kind !== "ApplyPayment" || amount === undefined) continue;
      this.#under(one.flag, one.mask, () => this.#finite(amount));
      const taken = new Map<string, number>();
      for (const target of change.targets) {
        if (target.kind !== "State") continue;
        const id = builder.local();
        builder.emit({
          kind: "SetNumber",
          local: id,
          value: figure(0),
          isFresh: true,
        });
        taken.set(target.state, id);
        additions.set(target.state, [
          ...(additions.get(target.state) ?? []),
          operation("-", figure(0), { kind: "Local", id }),
        ]);
      }
      this.#under(one.flag, one.mask, () =>
        this.#accounts.pay(change, amount, scope, (state, value) => {
          const id = taken.get(state);
          if (id !== undefined) builder.set(id, value);
        }),
      );
    }
  }

  // ---------------------------------------------------------------- states

  #assign(made: readonly Change1[], additions: Map<string, Num[]>): void {
    const byState = groupBy(
      made.filter(({ change }) => "state" in change),
      ({ change }) => ("state" in change ? change.state : ""),
    );
    const news: [string, Num][] = [];
    for (const state of new Set([...byState.keys(), ...additions.keys()])) {
      const value = this.#newValue(state, byState.get(state) ?? [], additions.get(state) ?? []);
      if (value !== undefined) news.push([state, this.#compiling.builder.keep(value)]);
    }
    for (const [state, value] of news) this.#put(state, value);
  }

  #newValue(state: string, changes: readonly Change1[], paid: readonly Num[]): Num | undefined {
    const { builder } = this.#compiling;
    const local = this.#note.localOf(state);
    if (local === undefined) {
      for (const { change } of changes) {
        this.#compiling.section = change.section;
        gapIn(this.#compiling, "a state that each event has, changed", change.span);
      }
      return undefined;
    }
    let value: Num = { kind: "Local", id: local };
    for (const { change, amount = figure(Number.NaN) } of changes) {
      // Where a change does not come about, its amount is nothing.
      if (change.kind === "AddToState") value = operation(change.sign === 1 ? "+" : "-", value, amount);
    }
    for (const it of paid) value = operation("+", value, it);
    const sets = changes.filter(({ change }) => change.kind === "SetState" || change.kind === "ClearState");
    if (sets.length === 0) return value;
    const id = builder.local();
    builder.emit({ kind: "SetNumber", local: id, value, isFresh: true });
    for (const [index, one] of sets.entries()) {
      for (const other of changes.filter(
        (it) => it !== one && (it.change.kind === "AddToState" || sets.indexOf(it) > index),
      )) {
        this.#under(one.flag, one.mask, () =>
          this.#under(other.flag, both(one.mask, other.mask), () => builder.fail(yes)),
        );
      }
      this.#under(one.flag, one.mask, () => builder.set(id, one.amount ?? figure(Number.NaN)));
    }
    return { kind: "Local", id };
  }

  #put(state: string, value: Num): void {
    const { builder, program } = this.#compiling;
    const local = this.#note.localOf(state);
    if (local === undefined) return;
    const declared = program.states.get(state);
    if (declared?.isOptional !== true && declared?.type.kind === "quantity") this.#finite(value);
    builder.set(local, value);
  }

  /** A figure that is none, or has no limit, is for the exact engine. */
  #finite(value: Num): void {
    this.#compiling.builder.fail({
      kind: "Compares",
      operator: "!==",
      left: operation("-", value, value),
      right: figure(0),
    });
  }
}
