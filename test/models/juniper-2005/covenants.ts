/** Article II and section 4.2: what stands by itself, whatever the state of the note. */
import type { ScenarioEvent } from "./case.ts";
import type { Day } from "./days.ts";
import { dayOf } from "./days.ts";
import { fraction } from "./fraction.ts";

/** The exceptions that stand in each section; one that stands in another saves nothing. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  "Dividend Paid": [],
  "Shares Repurchased": [],
  "Debt Incurred": ["ordinary course"],
  "Assets Sold": ["ordinary course"],
  "Loan Made": ["ordinary course"],
  "Guarantee Given": ["ordinary course"],
};

const loanLimit = fraction("50000");

export function isCovenantBreached({ event, ...fields }: ScenarioEvent): boolean {
  if (fields.Consent === true) return false;
  if (exceptions[event]?.includes(`${fields.Exception}`) === true) return false;
  return event !== "Loan Made" || loanLimit.isBelow(fraction(`${fields.Amount}`));
}

/** On receipt where served or faxed or by courier; three days after mailing. Null where the receipt was not reported. */
export function noticeEffectiveDate({ on, ...fields }: ScenarioEvent): Day | null {
  const method = fields.Method;
  if (method === "mail") return dayOf(on) + 3;
  if (method !== "courier") return dayOf(on);
  return fields.Received === undefined ? null : dayOf(`${fields.Received}`);
}
