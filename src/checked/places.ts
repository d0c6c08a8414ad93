import { nearestName } from "../base/nearest-name.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Identifier } from "../syntax/ast.ts";
import { placeOfTime, placesOfTime } from "../units/calendars/time-zones.ts";

/** The place by whose clock the note's own times go, where that clock is known. */
export function ownPlace(head: { readonly timesIn?: Identifier } | undefined): string | undefined {
  return head?.timesIn && placeOfTime(head.timesIn.text);
}

/** What is found where no clock is known of a place. */
export function unknownPlace({ text: place, span }: Identifier): Diagnostic {
  const near = nearestName(place, placesOfTime);
  const fix = near === undefined ? undefined : { span, text: near };
  const help = near === undefined ? `clocks are known of ${placesOfTime.join(", ")}` : `write ${near}`;
  return diagnostic("TN2095", span, { place }, [], { help, fix });
}
