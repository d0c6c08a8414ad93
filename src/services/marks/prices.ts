/** What each other choice of a reading changes in the answers of a story or scenario: the price of a reading. */
import type { Replay } from "../../driver/questions.ts";
import { Replay as Run } from "../../driver/questions.ts";
import { renderFigure } from "../../units/figure-text.ts";
import { formatDate } from "../../units/plain-date.ts";

export interface Price {
  /** What changes first, and how much more. */
  readonly says: string;
  /** Every answer that changes, a line each. */
  readonly changes: readonly string[];
}

/**
 * Prices are found one at a time, between two things that an editor asks, as each takes a run. They are kept until the run that
 * they are compared with is another one, as it is after an edit of the template.
 */
export class Prices {
  #base: { readonly replay: Replay; readonly answers: readonly string[] } | undefined;
  readonly #found = new Map<string, Price>();
  #waiting: { readonly reading: string; readonly choice: string }[] = [];

  /** Looks at one more choice; false where all are known. */
  step(replay: Replay): boolean {
    if (this.#base?.replay !== replay) this.#begin(replay);
    else this.#priceNext(replay, this.#base.answers);
    return this.#waiting.length > 0;
  }

  of(replay: Replay, reading: string, choice: string): Price | undefined {
    return this.#base?.replay === replay ? this.#found.get(keyOf(reading, choice)) : undefined;
  }

  #begin(replay: Replay): void {
    const { readings } = replay.template.program;
    const chosen = replay.loaded.scenario.readings;
    this.#found.clear();
    this.#base = { replay, answers: answersOf(replay) };
    this.#waiting = [...readings.values()].flatMap(({ name, choices, chosen: byDefault }) => {
      const inForce = chosen.get(name) ?? byDefault;
      return choices.filter((it) => it !== inForce).map((choice) => ({ reading: name, choice }));
    });
  }

  #priceNext({ template, loaded }: Replay, base: readonly string[]): void {
    const next = this.#waiting.shift();
    if (next === undefined) return;
    const { reading, choice } = next;
    const readings = new Map([...loaded.scenario.readings, [reading, choice]]);
    const answers = answersOf(new Run(template, { ...loaded, scenario: { ...loaded.scenario, readings } }));
    const names = loaded.scenario.ask.map(({ value, of, on }) =>
      [value, ...(of === undefined ? [] : [`of ${of}`]), ...(on === undefined ? [] : [`on ${formatDate(on)}`])].join(
        " ",
      ),
    );
    const changes = answers.flatMap((answer, index) =>
      answer === base[index] ? [] : [`${names[index] ?? ""}: ${base[index] ?? ""} → ${answer}`],
    );
    this.#found.set(keyOf(reading, choice), { says: inShort(changes), changes });
  }
}

const keyOf = (reading: string, choice: string) => `${reading}\n${choice}`;

function inShort([first, ...others]: readonly string[]): string {
  if (first === undefined) return "no answer differs";
  return others.length === 0 ? first : `${first}, and ${others.length} more`;
}

function answersOf(replay: Replay): string[] {
  return replay.loaded.scenario.ask.map((query) => {
    const answered = replay.answer(query);
    if (!answered.ok) return "can't be run";
    const { value } = answered;
    if ("error" in value) return `an error (${value.error.kind})`;
    return value.answer === null ? "no value" : renderFigure(value.answer, value.unit);
  });
}
