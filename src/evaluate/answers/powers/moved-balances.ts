/** Where the parties stand with an event, against where they stand without: figures, and defaults that continue. */
import type { Exact } from "../../../units/exact.ts";
import { isZero, subtract } from "../../../units/exact.ts";
import type { Evaluation } from "../../state/run.ts";
import { isFigure, isOccurrence, isSame } from "../../state/run.ts";
import { Absent, isProblem } from "../../values/problem.ts";
import type { AnswerFact } from "../answer.ts";
import type { BalanceFact } from "../balance.ts";
import type { ContinuingDefault, PositionFact } from "../position.ts";

/** A balance without the event, and with it. Either may have no value, or be unknown. */
export interface MovedBalance {
  readonly role: BalanceFact["role"];
  readonly of: BalanceFact["of"];
  readonly before: AnswerFact;
  readonly after: AnswerFact;
  /** Where both are figures. */
  readonly difference: Exact | undefined;
}

export function movedBetween(before: PositionFact, after: PositionFact): MovedBalance[] {
  const old = new Map(before.balances.map((it) => [balanceKey(it), it.answer]));
  return after.balances.flatMap(({ role, answer, of }) => {
    const was = old.get(balanceKey({ role, answer, ...(of && { of }) })) ?? notThere(answer, of);
    if (standsAs(was.result, answer.result)) return [];
    const bothFigures = isFigure(was.result) && isFigure(answer.result);
    const difference = bothFigures ? subtract(answer.result, was.result) : undefined;
    return [{ role, of, before: was, after: answer, difference }];
  });
}

/** A balance of an event that is there only as it is supposed: without it, nothing. */
function notThere(answer: AnswerFact, of: BalanceFact["of"]): AnswerFact {
  const { result } = answer;
  if (isFigure(result) && isZero(result)) return answer;
  return { ...answer, result: new Absent({ kind: "no such event", event: of?.type.name ?? answer.query.value }) };
}

/** Two problems of one kind are the same, whatever their reasons: nothing has moved. Events are those of two runs. */
function standsAs(was: Evaluation, is: Evaluation): boolean {
  if (isProblem(was) && isProblem(is)) return was instanceof Absent === is instanceof Absent;
  if (isProblem(was) || isProblem(is)) return false;
  return isOccurrence(was) && isOccurrence(is) ? was.index === is.index && was.on === is.on : isSame(was, is);
}

const balanceKey = ({ role, answer, of }: BalanceFact) => JSON.stringify([role.name, answer.query.value, of?.index]);

/** The defaults that continue in one position and not in the other. Two grounds of one section are one. */
export function continuingOnly(here: PositionFact, there: PositionFact): ContinuingDefault[] {
  const others = new Set(there.continuing.map(defaultKey));
  const found = here.continuing.filter((it) => !others.has(defaultKey(it)));
  return [...new Map(found.map((it) => [defaultKey(it), it])).values()];
}

function defaultKey({ defaultCondition: { family, section, title }, occurrence }: ContinuingDefault): string {
  return JSON.stringify([family, section, title, occurrence?.index]);
}
