/**
 * Lists of amounts owed. A list is never changed, so what is found out about it is kept, and a list that goes on from it
 * begins with that: an account may have an item for each day of many years.
 */
import type { Exact } from "../../units/exact.ts";
import type { Owed } from "./ledger.ts";
import { plus, total, unpaidOf } from "./ledger.ts";

interface Known {
  readonly unpaid: Exact;
  /** At least so many, from the first on, have noted what was attached as a batch began and have not changed since. */
  readonly noted: number;
}

const known = new WeakMap<readonly Owed[], Known>();

function knownOf(list: readonly Owed[]): Known {
  const found = known.get(list) ?? { unpaid: total(list, unpaidOf), noted: 0 };
  known.set(list, found);
  return found;
}

/** What is unpaid of all in a list. */
export function unpaidIn(list: readonly Owed[]): Exact {
  return knownOf(list).unpaid;
}

/** The list with one more at its end. */
export function withOneMore<T extends Owed>(list: readonly T[], owed: T): readonly T[] {
  const { unpaid, noted } = knownOf(list);
  const longer = [...list, owed];
  known.set(longer, { unpaid: plus(unpaid, unpaidOf(owed)), noted });
  return longer;
}

/** The list with what is attached noted as a batch begins; what is noted already stays the same object. */
export function withBatchStart<T extends Owed>(list: readonly T[]): readonly T[] {
  const { unpaid, noted } = knownOf(list);
  if (noted === list.length) return list;
  const rest = list.slice(noted).map((owed) => {
    const { onOutstandingBase } = owed;
    if (owed.onOutstandingBaseAtBatchStart === onOutstandingBase) return owed;
    return { ...owed, onOutstandingBaseAtBatchStart: onOutstandingBase };
  });
  const result = list.slice(0, noted).concat(rest);
  known.set(result, { unpaid, noted: list.length });
  return result;
}
