import type { IRecognitionException } from "chevrotain";
import type { Token } from "../tokens.ts";
import { tokens as t } from "../tokens.ts";
import * as brackets from "./brackets.ts";
import { unexpected, unfinished } from "./expectations.ts";
import * as lines from "./misplaced-lines.ts";
import * as names from "./names.ts";
import * as operators from "./operators.ts";
import type { ErrorContext, Heuristic, StatementTokens, SyntaxFinding } from "./syntax-error.ts";
import { wordings } from "./wordings/contract-wordings.ts";
import * as statements from "./wordings/statements.ts";
import * as values from "./wordings/values.ts";

/** Behind `given X:` stands a kind, or a list; what is neither is meant as a kind. */
function rulesAt(rules: readonly string[], previous: Token | undefined): readonly string[] {
  return rules.at(-1) === "given" && previous?.tokenType === t.Colon ? [...rules, "type"] : rules;
}

/** A grammar error in words for people who write contracts. */
export function explain(statement: StatementTokens, error: IRecognitionException): SyntaxFinding {
  const { tokens } = statement;
  const index = error.token.tokenType.name === "EOF" ? -1 : tokens.indexOf(error.token);
  const place: ErrorContext = {
    statement,
    index: index < 0 ? tokens.length : index,
    found: index < 0 ? undefined : tokens[index],
    previous: tokens[(index < 0 ? tokens.length : index) - 1],
    rules: rulesAt(error.context.ruleStack, tokens[(index < 0 ? tokens.length : index) - 1]),
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
  statements.ruleByIf,
  lines.lineAtMargin,
  lines.capitalKeyword,
  values.articleInChange,
  lines.statementIndented,
  statements.definitionIndented,
  lines.labelWithoutColon,
  ...wordings,
  operators.rangeWithoutEnds,
  names.wordInName,
  names.definitionVerb,
  names.valueBehindBasis,
  names.dutyOfEachDate,
  operators.ifThenElse,
  operators.signForWord,
  operators.missingComma,
  operators.unknownUnit,
  names.modalVerb,
  operators.pickWords,
  operators.comparisonWords,
  operators.functionWord,
  brackets.mixedLogic,
  brackets.listLabel,
  brackets.bracketTooMany,
  brackets.bracketsNeeded,
  brackets.missingOtherwise,
  brackets.bracketNotClosed,
  lines.unknownStatement,
  names.wordAfterThe,
  names.lowerCaseName,
  names.changeForm,
  names.twoNames,
  unfinished,
];
