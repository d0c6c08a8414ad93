import type { IRecognitionException } from "chevrotain";
import {
  bracketNotClosed,
  bracketsNeeded,
  bracketTooMany,
  listLabel,
  missingOtherwise,
  mixedLogic,
} from "./brackets.ts";
import { wordings } from "./contract-wordings.ts";
import { unexpected, unfinished } from "./expectations.ts";
import {
  capitalKeyword,
  labelWithoutColon,
  lineAtMargin,
  statementIndented,
  unknownStatement,
} from "./misplaced-lines.ts";
import { changeForm, definitionVerb, lowerCaseName, modalVerb, twoNames, wordAfterThe, wordInName } from "./names.ts";
import {
  comparisonWords,
  functionWord,
  ifThenElse,
  missingComma,
  pickWords,
  rangeWithoutEnds,
  signForWord,
  unknownUnit,
} from "./operators.ts";
import type { ErrorContext, Heuristic, StatementTokens, SyntaxFinding } from "./syntax-error.ts";

/** A grammar error in words for people who write contracts. */
export function explain(statement: StatementTokens, error: IRecognitionException): SyntaxFinding {
  const { tokens } = statement;
  const index = error.token.tokenType.name === "EOF" ? -1 : tokens.indexOf(error.token);
  const place: ErrorContext = {
    statement,
    index: index < 0 ? tokens.length : index,
    found: index < 0 ? undefined : tokens[index],
    previous: tokens[(index < 0 ? tokens.length : index) - 1],
    rules: error.context.ruleStack,
    expected: error.message,
  };
  for (const guess of guesses) {
    const complaint = guess(place);
    if (complaint !== undefined) return complaint;
  }
  return unexpected(place);
}

/** The likeliest mistakes, the surest signs first. */
const guesses: readonly Heuristic[] = [
  lineAtMargin,
  capitalKeyword,
  statementIndented,
  labelWithoutColon,
  ...wordings,
  rangeWithoutEnds,
  wordInName,
  definitionVerb,
  ifThenElse,
  signForWord,
  missingComma,
  unknownUnit,
  modalVerb,
  pickWords,
  comparisonWords,
  functionWord,
  mixedLogic,
  listLabel,
  bracketTooMany,
  bracketsNeeded,
  missingOtherwise,
  bracketNotClosed,
  unknownStatement,
  wordAfterThe,
  lowerCaseName,
  changeForm,
  twoNames,
  unfinished,
];
