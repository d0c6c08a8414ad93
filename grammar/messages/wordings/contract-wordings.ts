/**
 * Wordings that contracts have and the language has otherwise. Each guess knows one by its words and says the language's
 * own form; where it gives a fix, the statement can be read with it.
 */

import type { Heuristic } from "../syntax-error.ts";
import { amountInWords, blankInFigure, currencyCode } from "./amounts.ts";
import * as clauses from "./clauses.ts";
import { comparison, orMore } from "./comparison-phrases.ts";
import * as dates from "./dates.ts";
import * as joints from "./joints.ts";
import * as lists from "./lists.ts";
import { phrase } from "./phrases.ts";
import * as powers from "./powers.ts";
import * as statements from "./statements.ts";
import * as stories from "./story-lines.ts";
import * as times from "./times.ts";
import * as values from "./values.ts";

export const wordings: readonly Heuristic[] = [
  statements.termOpening,
  joints.definedAs,
  joints.amountOfTerm,
  joints.conditionOfRule,
  joints.dayOfDuty,
  joints.valueOnDay,
  statements.sentenceRange,
  statements.eventInOtherWords,
  statements.ruleOnOneLine,
  statements.kindInOtherWords,
  statements.orInPick,
  statements.fieldWithoutColon,
  statements.dutyWithoutQuotes,
  statements.dutyInOtherWords,
  statements.sectionAsName,
  statements.deadlineAsValue,
  statements.memberOfOne,
  stories.dayBehindAnswer,
  stories.signOfLine,
  stories.termsOnOneLine,
  stories.colonBehindField,
  stories.fieldWithoutComma,
  stories.seriesWithColon,
  lists.numberedList,
  lists.commaAfterEntry,
  amountInWords,
  blankInFigure,
  currencyCode,
  clauses.partyWithoutThe,
  powers.conditionOfClause,
  powers.lastDayOfClause,
  powers.paymentOfDates,
  clauses.cureInOtherWords,
  clauses.lastDayBefore,
  dates.withinDays,
  dates.withinDaysOf,
  clauses.eventWithArticle,
  clauses.eventsInPlural,
  values.unitBehindQuotient,
  times.defaultUntil,
  times.caseInOtherWords,
  times.valueForTime,
  times.immediately,
  times.kindOfDay,
  times.expectedBetween,
  times.rowOfTable,
  orMore,
  comparison,
  phrase,
  clauses.termWithoutKind,
  dates.capitalUnit,
  dates.dayCountInOtherWords,
  dates.dayCountWithBrackets,
  clauses.changeInOtherWords,
  clauses.modalWords,
  values.article,
  values.averageInOtherWords,
  dates.daysFrom,
  dates.missingThe,
  dates.dayInPeriod,
  dates.insideRange,
  values.otherwiseLast,
  values.figureBesideName,
  values.fractionInFigures,
  values.shareOf,
  values.amountPerAmount,
  values.leastOrMost,
  clauses.cutBack,
];
