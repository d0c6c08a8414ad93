import type { RoleKind } from "../../units/roles.ts";
import type { Occurrence } from "../state/run.ts";
import type { AnswerFact } from "./answer.ts";

/** A value under the role with which the template marks it. */
export interface BalanceFact {
  readonly role: RoleKind;
  readonly answer: AnswerFact;
  /** The event whose balance it is. */
  readonly of?: Occurrence;
}
