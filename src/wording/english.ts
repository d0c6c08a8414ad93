/**
 * The facts of a run in English: what the commands print, and what their JSON holds. Facts come in, words go out; nothing
 * is calculated here, and nothing of the engine reads these words.
 */
import { lazily } from "../base/lazily.ts";
import type { RunFacts } from "../evaluate/evaluate.ts";
import type { RefusedEvent } from "../evaluate/replay/journal-facts.ts";
import { formatDate } from "../units/plain-date.ts";
import { describeAnswer } from "./answers.ts";
import { describeEntry } from "./journal.ts";
import type { Outcome, Refusal } from "./outcome.ts";
import { owedInOrder } from "./owed.ts";
import { refusalWords } from "./refusals.ts";
import { describeBreaches } from "./standing/breaches.ts";
import { describeDefaults } from "./standing/default-spans.ts";

export function describeRun({ answers, journal, owed, breaches, refused, readings }: RunFacts): Outcome {
  // Most of the words of a run, and whoever asks for answers needs none of them.
  const entries = lazily(() => journal.map(describeEntry));
  const defaults = lazily(() => describeDefaults(journal));
  return {
    answers: answers.map(describeAnswer),
    get journal() {
      return entries();
    },
    owed: owedInOrder(owed).map(({ words }) => words),
    get defaults() {
      return defaults();
    },
    breaches: describeBreaches(breaches),
    refused: refused.map(describeRefusal),
    readings,
  };
}

export function describeRefusal({ occurrence: { type, id, on }, refused }: RefusedEvent): Refusal {
  return {
    event: type.name,
    id,
    on: formatDate(on),
    because: refusalWords(refused),
    section: refused.section,
  };
}
