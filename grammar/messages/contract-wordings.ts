/**
 * Wordings that contracts have and the language has otherwise. Each guess knows one by its words and says the language's
 * own form; where it gives a fix, the statement can be read with it.
 */

import {
  changeInOtherWords,
  cureInOtherWords,
  cutBack,
  eventWithArticle,
  modalWords,
  sectionTitle,
  termWithoutKind,
} from "./clause-wordings.ts";
import {
  capitalUnit,
  dateInRange,
  dayCountInOtherWords,
  dayInPeriod,
  missingThe,
  withinDays,
} from "./date-wordings.ts";
import { phrase } from "./phrases.ts";
import type { Heuristic } from "./syntax-error.ts";
import {
  amountPerAmount,
  article,
  averageInOtherWords,
  leastOrMost,
  otherwiseLast,
  shareOf,
} from "./value-wordings.ts";

export const wordings: readonly Heuristic[] = [
  phrase,
  termWithoutKind,
  sectionTitle,
  capitalUnit,
  dayCountInOtherWords,
  changeInOtherWords,
  modalWords,
  cureInOtherWords,
  eventWithArticle,
  article,
  averageInOtherWords,
  missingThe,
  withinDays,
  dayInPeriod,
  dateInRange,
  otherwiseLast,
  shareOf,
  amountPerAmount,
  leastOrMost,
  cutBack,
];
