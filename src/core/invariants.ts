import { invariant } from "../base/invariant.ts";
import type { CoreProgram } from "./core.ts";

/**
 * Throws where a core program is not what its readers rely on. That is a bug of the pass that made it, whatever the
 * template: what a template can get wrong is reported before.
 */
export function checkInvariants(program: CoreProgram): void {
  const { params, states, accounts, definitions, events, schedules } = program;
  invariant(params.get(program.existsFrom)?.type.kind === "date", "a note exists from a deal term that is a date");
  for (const { key, owner } of definitions.values()) {
    const isOwner = owner === undefined || events.has(owner) || schedules.has(owner);
    invariant(isOwner, `the owner of ${key} is an event or a schedule`);
  }
  for (const { definition } of program.overrides) invariant(definitions.has(definition), "an exception has its rule");
  for (const { changes } of program.rules) {
    for (const change of changes) {
      if (change.kind === "AccountPosting") invariant(accounts.has(change.account), `${change.account} is an account`);
      else if (change.kind !== "ApplyPayment") invariant(states.has(change.state), `${change.state} is a state`);
    }
  }
}
