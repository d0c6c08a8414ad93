import { accountsWithoutFirstDay } from "./accounts/accounts-without-first-day.ts";
import { accruedTakenInSteps } from "./accounts/accrued-taken-in-steps.ts";
import { amountsOwedTwice } from "./accounts/amounts-owed-twice.ts";
import { paidBeforePosted } from "./accounts/paid-before-posted.ts";
import { backwardRanges } from "./definitions/backward-ranges.ts";
import { dependencyCircles } from "./definitions/dependency-circles.ts";
import { exceptionsWithoutOrder } from "./definitions/exceptions-without-order.ts";
import { exceptionsWithoutRule } from "./definitions/exceptions-without-rule.ts";
import { fixedWithoutEvent } from "./definitions/fixed-without-event.ts";
import { lookAhead } from "./definitions/look-ahead.ts";
import { ratesTimesDays } from "./definitions/rates-times-days.ts";
import { tableRows } from "./definitions/table-rows.ts";
import { undefinedGives } from "./definitions/undefined-gives.ts";
import { unsolvableCircles } from "./definitions/unsolvable-circles.ts";
import { emptySections } from "./empty-sections.ts";
import { collidingChanges } from "./events/colliding-changes.ts";
import { dayOrders } from "./events/day-orders.ts";
import { daysKnownTooLate } from "./events/days-known-too-late.ts";
import { daysThatMoveOn } from "./events/days-that-move-on.ts";
import { deadlinesThatMoveOn } from "./events/deadlines-that-move-on.ts";
import { defaultsBeyondDealTerms } from "./events/defaults-beyond-deal-terms.ts";
import { dutiesNeverPerformed } from "./events/duties-never-performed.ts";
import { hiddenEvents } from "./events/hidden-events.ts";
import { limitsWithoutEffect } from "./events/limits-without-effect.ts";
import { partsOfDatedEvents } from "./events/parts-of-dated-events.ts";
import { paymentsWithoutRest } from "./events/payments-without-rest.ts";
import { powersOverBeforeTheyBegin } from "./events/powers-over-before-they-begin.ts";
import { powersOverOneEvent } from "./events/powers-over-one-event.ts";
import { unknowableDates } from "./events/unknowable-dates.ts";
import { unknowableEffectiveDays } from "./events/unknowable-effective-days.ts";
import { missingHead } from "./note/missing-head.ts";
import { rolesOfNoteAndEvents } from "./note/roles-of-note-and-events.ts";
import { unknownCurrencies } from "./note/unknown-currencies.ts";
import { unknownLanguageVersion } from "./note/unknown-language-version.ts";
import { unknownRoles } from "./note/unknown-roles.ts";
import { unknownScopeReasons } from "./note/unknown-scope-reasons.ts";
import { unsaidCurrencies } from "./note/unsaid-currencies.ts";
import { plainPercentages } from "./plain-percentages.ts";
import { notesChangedByPlans } from "./plans/notes-changed-by-plans.ts";
import { openingsAtTheClose } from "./plans/openings-at-the-close.ts";
import { partsOfPlans } from "./plans/parts-of-plans.ts";
import { faultyReadings } from "./readings/faulty-readings.ts";
import { incompleteReadings } from "./readings/incomplete-readings.ts";
import { repeatedChoices } from "./readings/repeated-choices.ts";
import { unknownReadings } from "./readings/unknown-readings.ts";
import { unusedReadings } from "./readings/unused-readings.ts";
import { repeatedSections } from "./repeated-sections.ts";
import type { CheckRule } from "./rule.ts";
import { restatedFieldStarts } from "./share-basis/restated-field-starts.ts";
import { restatedInVain } from "./share-basis/restated-in-vain.ts";
import { severalShareBases } from "./share-basis/several-share-bases.ts";
import { sharesInLists } from "./share-basis/shares-in-lists.ts";
import { unrestatedFigures } from "./share-basis/unrestated-figures.ts";
import { unrestatedStates } from "./share-basis/unrestated-states.ts";
import { timesOfPlaces } from "./times-of-places.ts";
import { unclearTradingDays } from "./unclear-trading-days.ts";
import { unknownCalendars } from "./unknown-calendars.ts";
import { unknownSetUps } from "./unknown-set-ups.ts";
import { unreadSlips } from "./unread-slips.ts";
import { unreadTerms } from "./unread-terms.ts";

/** Every rule of clauses; each finds one kind of fault, and their order means nothing. */
export const rules: readonly CheckRule[] = [
  plainPercentages,
  accruedTakenInSteps,
  rolesOfNoteAndEvents,
  accountsWithoutFirstDay,
  amountsOwedTwice,
  backwardRanges,
  tableRows,
  collidingChanges,
  dayOrders,
  deadlinesThatMoveOn,
  dutiesNeverPerformed,
  powersOverBeforeTheyBegin,
  daysKnownTooLate,
  daysThatMoveOn,
  defaultsBeyondDealTerms,
  dependencyCircles,
  exceptionsWithoutOrder,
  exceptionsWithoutRule,
  faultyReadings,
  fixedWithoutEvent,
  undefinedGives,
  unsolvableCircles,
  hiddenEvents,
  incompleteReadings,
  limitsWithoutEffect,
  lookAhead,
  missingHead,
  notesChangedByPlans,
  openingsAtTheClose,
  partsOfDatedEvents,
  sharesInLists,
  paidBeforePosted,
  partsOfPlans,
  paymentsWithoutRest,
  powersOverOneEvent,
  ratesTimesDays,
  repeatedChoices,
  repeatedSections,
  restatedFieldStarts,
  restatedInVain,
  severalShareBases,
  timesOfPlaces,
  unclearTradingDays,
  unknowableDates,
  unknowableEffectiveDays,
  unknownCalendars,
  unknownCurrencies,
  unknownLanguageVersion,
  unknownReadings,
  unknownRoles,
  unknownScopeReasons,
  unknownSetUps,
  unrestatedFigures,
  unrestatedStates,
  unsaidCurrencies,
  unusedReadings,
];

/** Rules about a note as a whole, for one without errors: an error may be why nothing reads a name. */
export const rulesOfWholeNotes: readonly CheckRule[] = [emptySections, unreadSlips, unreadTerms];
