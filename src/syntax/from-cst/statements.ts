import type * as cst from "../../../grammar/cst.generated.d.ts";
import type * as ast from "../ast.ts";
import type { Lowering } from "./lowering.ts";
import { first } from "./lowering.ts";
import { lowerPlanHead, lowerPriceImpact, lowerSignal } from "./plans.ts";
import { lowerClauseHead, lowerGives, lowerTakes, lowerUse } from "./statements/clauses.ts";
import { lowerAccount, lowerEvent, lowerNamed, lowerReading, lowerShareBasis } from "./statements/declarations.ts";
import { lowerGiven, lowerNoteHead, lowerSectionHeading, lowerSeries } from "./statements/head.ts";
import { lowerInWords, lowerOurView, lowerRole, lowerSentenceMark } from "./statements/marks.ts";
import { lowerDayOrder, lowerRule } from "./statements/rules.ts";
import { lowerStory } from "./statements/stories.ts";
import { lowerException, lowerPartyClause } from "./statements/terms.ts";

/** A statement of the grammar as a node of the syntax tree. The grammar found no error in it. */
export function lowerStatement(it: Lowering, { children }: cst.StatementCstNode): ast.Statement {
  const c = children;
  if (c.noteHead) return lowerNoteHead(it, first(c.noteHead));
  if (c.given) return lowerGiven(it, first(c.given));
  if (c.series) return lowerSeries(it, first(c.series));
  if (c.sectionHeading) return lowerSectionHeading(it, first(c.sectionHeading));
  if (c.eventDeclaration) return lowerEvent(it, first(c.eventDeclaration));
  if (c.shareBasis) return lowerShareBasis(it, first(c.shareBasis));
  if (c.namedDeclaration) return lowerNamed(it, first(c.namedDeclaration));
  if (c.account) return lowerAccount(it, first(c.account));
  if (c.reading) return lowerReading(it, first(c.reading));
  if (c.rule) return lowerRule(it, first(c.rule));
  if (c.dayOrder) return lowerDayOrder(it, first(c.dayOrder));
  if (c.exception) return lowerException(it, first(c.exception));
  if (c.partyClause) return lowerPartyClause(it, first(c.partyClause));
  if (c.inWords) return lowerInWords(it, first(c.inWords));
  if (c.sentenceMark) return lowerSentenceMark(it, first(c.sentenceMark));
  if (c.ourView) return lowerOurView(it, first(c.ourView));
  if (c.roleMark) return lowerRole(it, first(c.roleMark));
  if (c.plan) return lowerPlanHead(it, first(c.plan));
  if (c.signal) return lowerSignal(it, first(c.signal));
  if (c.priceImpact) return lowerPriceImpact(it, first(c.priceImpact));
  if (c.clauseHead) return lowerClauseHead(it, first(c.clauseHead));
  if (c.takes) return lowerTakes(it, first(c.takes));
  if (c.gives) return lowerGives(it, first(c.gives));
  if (c.use) return lowerUse(it, first(c.use));
  return lowerStory(it, first(c.story));
}
