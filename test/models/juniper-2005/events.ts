/** What each event of the timeline does. */

import { giveCallNotice, isPartialCallAvailable, partialCallPrincipal } from "./calls.ts";
import type { ScenarioEvent } from "./case.ts";
import { convert, deliver } from "./conversion.ts";
import { authorize } from "./damages.ts";
import type { Day } from "./days.ts";
import { dayOf, rolled } from "./days.ts";
import { changePrincipal, detachingPaid } from "./debts.ts";
import { giveDefaultNotice, giveFailureNotice, refreshDefaults } from "./defaults.ts";
import { fraction, lesser, sum, whole } from "./fraction.ts";
import { payInterest } from "./interest.ts";
import type { Note } from "./note.ts";
import { payDefaultAmount, payOptionalPrepayment, payPrincipal } from "./payments.ts";
import { announce, issueSecurities, split } from "./prices.ts";

type Apply = (note: Note, event: ScenarioEvent, id: string) => void;

const amount = (event: ScenarioEvent, field = "Amount", otherwise = "0") => fraction(`${event[field] ?? otherwise}`);
const text = (event: ScenarioEvent, field: string): string => `${event[field]}`;
const report = (note: Note, event: ScenarioEvent) => ({
  shares: amount(event, "Shares"),
  on: note.today,
  moment: note.moment,
});

const opens =
  (key: string): Apply =>
  (note, _, id) => {
    note.facts.open.set(`${key} ${id}`, note.today);
  };
const closes =
  (key: string): Apply =>
  (note, event) => {
    note.facts.open.delete(`${key} ${event.for ?? ""}`);
  };

const sectionsOfBreaches = ["1.3", "1.6", "1.7", "4(c)", "4(e)", "4(h)", "4(i)", "4(j)", "5"];

const effects: Readonly<Record<string, Apply>> = {
  "Notice of Conversion": (note, event, id) =>
    convert(note, {
      id,
      principal: amount(event, "Principal Converted"),
      interest: event["Include Interest"] === true,
      defaultInterest: event["Include Default Interest"] === true,
      damages: event["Include Damages"] === true,
    }),
  "Shares Delivered": (note, event) => deliver(note, text(event, "for")),
  "Interest Paid": (note, event) => payInterest(note, amount(event)),
  "Principal Paid": (note, event, id) => refuseUnless(note, id, payPrincipal(note, amount(event))),
  "Stock Split": (note, event) => split(note, amount(event, "Ratio")),
  "Shares Outstanding Reported": (note, event) => {
    note.outstanding = report(note, event);
  },
  "Holder Position Reported": (note, event) => {
    note.position = report(note, event);
  },
  "Shares Authorized": (note, event) => authorize(note, amount(event, "Shares")),
  "Major Announcement": (note, _, id) => {
    announce(note, id);
  },
  "Announcement Ended": (note, event) => {
    const found = note.announcements.find(({ id }) => id === event.for);
    if (found !== undefined) found.endedOn ??= note.today;
  },
  "Securities Issued": (note, event) => {
    const parts = ["Consideration", "Additional Consideration", "Conversion Consideration"];
    const total = sum(parts.map((part) => amount(event, part)));
    issueSecurities(note, total, amount(event, "Maximum Shares"), event.Exempt === true);
  },
  Distribution: (note, event) => {
    note.distributions.push({ record: dayOf(text(event, "Record Date")), perShare: amount(event, "Amount per Share") });
  },
  "Purchase Rights Issued": (note, event, id) => {
    const record = dayOf(text(event, "Record Date"));
    note.purchaseRights.push({ id, record, perShare: amount(event, "Rights per Share") });
  },
  "Merger Consummated": (note, event, id) => {
    const [shares, cash] = [amount(event, "Successor Shares per Share"), amount(event, "Cash per Share")];
    note.mergers.push({ id, on: note.today, shares, cash, electedAsDefault: false });
  },
  "Merger Election": (note, event) => {
    const merger = note.mergers.find(({ id }) => id === event.for);
    if (merger === undefined || event["Treat as Default"] !== true) return;
    merger.electedAsDefault = true;
    note.facts.open.set(`1.6(a) ${merger.id}`, note.today);
  },
  Judgment: (note, event, id) => {
    if (whole(50_000).isBelow(amount(event))) opens("3.7")(note, event, id);
  },
  "Judgment Resolved": closes("3.7"),
  "Bankruptcy Proceeding": opens("3.8"),
  "Proceeding Stayed": closes("3.8"),
  "Receiver Appointed": opens("3.6"),
  Delisting: (note, event) => opens("3.9")(note, event, ""),
  Relisting: closes("3.9"),
  "Cross Default": (note, event) => opens("3.10")(note, event, ""),
  "Cross Default Ended": closes("3.10"),
  "Breach Notice": (note, event, id) => {
    const section = text(event, "Section").replace(/^(1\.\d)\(.\)$/, "$1");
    if (sectionsOfBreaches.includes(section)) opens("3.4")(note, event, id);
  },
  "Breach Cured": closes("3.4"),
  Misrepresentation: (note, event, id) => {
    if (event.Material === true) opens("3.5")(note, event, id);
  },
  "Conversion Failure Notice": (note, _, id) => giveFailureNotice(note, id),
  "Conversion Failure Cured": (note, event) => {
    const notice = note.facts.failureNotices.find(({ id }) => id === event.for);
    if (notice !== undefined) notice.isCured = true;
  },
  "Registration Filed": ({ facts, today }) => {
    facts.filedOn ??= today;
  },
  "Registration Effective": ({ facts, today }) => {
    facts.effectiveOn ??= today;
  },
  "Registration Lapsed": ({ facts, today }) => {
    if (facts.effectiveOn !== undefined && (facts.spells.at(-1)?.to !== undefined) !== (facts.spells.length === 0))
      facts.spells.push({ from: today, to: undefined });
  },
  "Registration Restored": ({ facts, today }) => {
    const spell = facts.spells.at(-1);
    if (spell !== undefined) spell.to ??= today;
  },
  "Default Notice": giveDefaultNotice,
  "Default Amount Paid": (note, event, id) => refuseUnless(note, id, payDefaultAmount(note, amount(event))),
  "Optional Prepayment Notice": (note, event, id) => giveCallNotice(note, id, dayOf(text(event, "Prepayment Date"))),
  "Optional Prepayment Paid": (note, event, id) =>
    refuseUnless(note, id, payOptionalPrepayment(note, text(event, "for"), amount(event))),
  "Partial Call": (note, event, id) => {
    const date = dayOf(text(event, "Determination Date"));
    const isAllowed = date <= note.today && isPartialCallAvailable(note, date);
    refuseUnless(note, id, isAllowed);
    if (!isAllowed) return;
    note.partialCalls.push(date);
    changePrincipal(note, note.principal.minus(lesser(note.principal, partialCallPrincipal(note))));
  },
};

export function apply(note: Note, event: ScenarioEvent): void {
  note.moment++;
  refreshDefaults(note);
  const id = typeof event.id === "string" ? event.id : `#${note.moment}`;
  detachingPaid(note, () => effects[event.event]?.(note, event, id));
  refreshDefaults(note);
}

function refuseUnless(note: Note, id: string, isAllowed: boolean): void {
  if (!isAllowed) note.refused.add(id);
}

/** Section 1.1: a notice at or after 6 p.m. is one of the next business day or, on the other reading, of the next day. */
export function dayOfEffect({ readings, holidays }: Note, event: ScenarioEvent): Day {
  const day = dayOf(event.on);
  const isLate = event.event === "Notice of Conversion" && typeof event.at === "string" && event.at >= "18:00";
  if (!isLate) return day;
  return readings["late notice"] === "next day" ? day + 1 : rolled(day + 1, holidays);
}
