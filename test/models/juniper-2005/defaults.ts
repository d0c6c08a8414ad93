/** Article III: which failures stand as Events of Default, and when the note becomes due at once. */
import { openShortage } from "./damages.ts";
import type { Day } from "./days.ts";
import { addMonths, businessDaysAfter } from "./days.ts";
import { marketPrepaymentDate } from "./limits.ts";
import type { Conversion, FailureNotice, Note } from "./note.ts";
import { hasPassed, isFailing } from "./note.ts";

/** Sections whose Events of Default need no notice. */
const automatic = ["3.6", "3.8", "1.6(a)"];

/** Brings the standing failures up to this moment; each keeps the day since which it stands. */
export function refreshDefaults(note: Note): void {
  const holding = failures(note);
  for (const key of note.standing.keys()) if (!holding.includes(key)) note.standing.delete(key);
  for (const key of holding) if (!note.standing.has(key)) note.standing.set(key, note.today);
  if (sectionsStanding(note).some((section) => automatic.includes(section))) accelerate(note);
}

export const sectionsStanding = (note: Note): string[] =>
  [...note.standing.keys()].map((key) => key.split(" ")[0] as string);

/** A Default Notice has its effect only while an Event of Default that wants one continues. */
export function giveDefaultNotice(note: Note): void {
  refreshDefaults(note);
  if (!sectionsStanding(note).some((section) => !automatic.includes(section))) return;
  note.isCalled ||= note.acceleratedOn === undefined;
  accelerate(note);
}

function accelerate(note: Note): void {
  if (note.acceleratedOn !== undefined) return;
  note.acceleratedOn = note.today;
  note.firstOccurrence = Math.min(...note.standing.values());
  if (sectionsStanding(note).includes("3.2")) note.failedConversionDate = lastFailedConversion(note);
}

/** Of the conversions whose shares are late, or were short of authorized shares and still are. */
function lastFailedConversion(note: Note): Day | undefined {
  const failing = note.conversions.filter((it) => isFailing(note, it) || isUnserved(note, it));
  return failing.map(({ on }) => on).reduce((latest: Day | undefined, on) => Math.max(latest ?? on, on), undefined);
}

const isUnserved = (note: Note, { on, isShort }: Conversion): boolean =>
  isShort && !note.authorizations.some((day) => day >= on);

/** Each failure that stands now, as its section and a mark of its own. */
function failures(note: Note): string[] {
  const { facts } = note;
  const open = [...facts.open].filter(([key, since]) => hasPassed(note, since + (daysOfGrace[sectionOf(key)] ?? -1)));
  return [...unpaid(note), ...undelivered(note), ...unregistered(note), ...open.map(([key]) => key)];
}

const sectionOf = (key: string): string => key.split(" ")[0] as string;

/** Days at whose end a reported fact becomes an Event of Default; a fact without a number is one at once. */
const daysOfGrace: Readonly<Record<string, number>> = { "3.4": 10, "3.7": 20, "3.8": 30 };

/** Section 3.1: each instalment, the principal, and the amount of 1.7, unpaid at the end of the day they are due. */
function unpaid(note: Note): string[] {
  const isLate = (from: Day | undefined) => from !== undefined && hasPassed(note, from);
  const lots = note.interest.filter(({ open, lateFrom }) => open.isPositive && isLate(lateFrom));
  const found = new Set(lots.map(({ instalment }) => `3.1 ${instalment}`));
  if (note.principal.isPositive && isLate(note.principalLateFrom)) found.add("3.1 principal");
  if (note.principal.isPositive && isLate(marketPrepaymentDate(note))) found.add("3.1 market prepayment");
  return [...found];
}

/** Section 3.2: a failure that the Holder gave notice of and that went on for three business days. */
function undelivered(note: Note): string[] {
  return note.facts.failureNotices.filter((it) => isContinuing(note, it)).map(({ id }) => `3.2 ${id}`);
}

function isContinuing(note: Note, { on, conversions, shortage, isCured }: FailureNotice): boolean {
  if (isCured || !hasPassed(note, businessDaysAfter(3, on, note.holidays))) return false;
  const isForWantOfShares =
    shortage !== undefined && shortage.authorizedOn === undefined && hasPassed(note, shortage.on + 60);
  return isForWantOfShares || conversions.some(({ deliveredOn }) => deliveredOn === undefined);
}

/** A notice counts only where a failure stands behind it. */
export function giveFailureNotice(note: Note, id: string): void {
  const conversions = note.conversions.filter((it) => isFailing(note, it));
  const shortage = openShortage(note);
  if (conversions.length === 0 && shortage === undefined) return;
  note.facts.failureNotices.push({ id, on: note.today, conversions, shortage, isCured: false });
}

/** Section 3.3: filed too late, effective too late, out of effect for too long. */
function unregistered(note: Note): string[] {
  const { facts, terms } = note;
  const found: string[] = [];
  if (facts.filedOn === undefined && hasPassed(note, terms.closingDate + 45)) found.push("3.3 filing");
  if (facts.effectiveOn === undefined && hasPassed(note, terms.closingDate + 120)) found.push("3.3 effectiveness");
  const last = note.isClosed ? note.today : note.today - 1;
  const spell = facts.spells.at(-1);
  if (spell !== undefined && spell.to === undefined && last - spell.from + 1 > 10) found.push("3.3 ten days");
  const most = note.readings["twenty days"] === "twenty" ? 19 : 20;
  if (daysOut(note, addMonths(note.today, -12) + 1, last) > most) found.push("3.3 twenty days");
  return found;
}

/** Days in a stretch at whose end the statement was out of effect. */
function daysOut({ facts }: Note, first: Day, last: Day): number {
  return facts.spells
    .map(({ from, to }) => Math.min(last, to === undefined ? last : to - 1) - Math.max(first, from) + 1)
    .reduce((total, days) => total + Math.max(0, days), 0);
}
