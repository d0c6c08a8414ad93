/**
 * Wordings that contracts have and the language has otherwise. Each guess knows one by its words and says the language's
 * own form; where it gives a fix, the statement can be read with it.
 */

import type { Heuristic } from "../syntax-error.ts";
import { currencyCode } from "./amounts.ts";
import * as clauses from "./clauses.ts";
import * as dates from "./dates.ts";
import * as lists from "./lists.ts";
import { phrase } from "./phrases.ts";
import * as statements from "./statements.ts";
import * as values from "./values.ts";

export const wordings: readonly Heuristic[] = [
  statements.termOpening,
  statements.eventInOtherWords,
  statements.kindInOtherWords,
  statements.orInPick,
  statements.fieldWithoutColon,
  statements.dutyWithoutQuotes,
  statements.deadlineAsValue,
  statements.memberOfOne,
  lists.numberedList,
  lists.commaAfterEntry,
  currencyCode,
  clauses.cureInOtherWords,
  phrase,
  clauses.termWithoutKind,
  dates.capitalUnit,
  dates.dayCountInOtherWords,
  clauses.changeInOtherWords,
  clauses.modalWords,
  clauses.eventWithArticle,
  values.article,
  values.averageInOtherWords,
  dates.missingThe,
  dates.withinDays,
  dates.dayInPeriod,
  dates.insideRange,
  values.otherwiseLast,
  values.shareOf,
  values.amountPerAmount,
  values.leastOrMost,
  clauses.cutBack,
];
