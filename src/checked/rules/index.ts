import { accountsWithoutFirstDay } from "./accounts-without-first-day.ts";
import { amountsOwedTwice } from "./amounts-owed-twice.ts";
import { collidingChanges } from "./colliding-changes.ts";
import { defaultsBeyondDealTerms } from "./defaults-beyond-deal-terms.ts";
import { dependencyCircles } from "./dependency-circles.ts";
import { emptySections } from "./empty-sections.ts";
import { exceptionsWithoutOrder } from "./exceptions-without-order.ts";
import { exceptionsWithoutRule } from "./exceptions-without-rule.ts";
import { faultyReadings } from "./faulty-readings.ts";
import { fixedWithoutEvent } from "./fixed-without-event.ts";
import { hiddenEvents } from "./hidden-events.ts";
import { incompleteReadings } from "./incomplete-readings.ts";
import { limitsWithoutEffect } from "./limits-without-effect.ts";
import { lookAhead } from "./look-ahead.ts";
import { missingHead } from "./missing-head.ts";
import { powersOverOneEvent } from "./powers-over-one-event.ts";
import { repeatedChoices } from "./repeated-choices.ts";
import { repeatedSections } from "./repeated-sections.ts";
import { restatedFieldStarts } from "./restated-field-starts.ts";
import { restatedInVain } from "./restated-in-vain.ts";
import type { CheckRule } from "./rule.ts";
import { severalShareBases } from "./several-share-bases.ts";
import { undefinedGives } from "./undefined-gives.ts";
import { unknowableEffectiveDays } from "./unknowable-effective-days.ts";
import { unknownCalendars } from "./unknown-calendars.ts";
import { unknownLanguageVersion } from "./unknown-language-version.ts";
import { unknownReadings } from "./unknown-readings.ts";
import { unknownRoles } from "./unknown-roles.ts";
import { unreadSlips } from "./unread-slips.ts";
import { unreadTerms } from "./unread-terms.ts";
import { unrestatedFigures } from "./unrestated-figures.ts";
import { unrestatedStates } from "./unrestated-states.ts";
import { unusedReadings } from "./unused-readings.ts";

/** Every rule of clauses; each finds one kind of fault, and their order means nothing. */
export const rules: readonly CheckRule[] = [
  accountsWithoutFirstDay,
  amountsOwedTwice,
  collidingChanges,
  defaultsBeyondDealTerms,
  dependencyCircles,
  exceptionsWithoutOrder,
  exceptionsWithoutRule,
  faultyReadings,
  fixedWithoutEvent,
  undefinedGives,
  hiddenEvents,
  incompleteReadings,
  limitsWithoutEffect,
  lookAhead,
  missingHead,
  powersOverOneEvent,
  repeatedChoices,
  repeatedSections,
  restatedFieldStarts,
  restatedInVain,
  severalShareBases,
  unknowableEffectiveDays,
  unknownCalendars,
  unknownLanguageVersion,
  unknownReadings,
  unknownRoles,
  unrestatedFigures,
  unrestatedStates,
  unusedReadings,
];

/** Rules about a note as a whole, for one without errors: an error may be why nothing reads a name. */
export const rulesOfWholeNotes: readonly CheckRule[] = [emptySections, unreadSlips, unreadTerms];
