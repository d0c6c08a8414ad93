import type { IProduction, TokenType } from "chevrotain";
import { Alternation, Alternative, NonTerminal, Option, Repetition, RepetitionMandatory, Terminal } from "chevrotain";
import { productions } from "../parser.ts";
import type { Token } from "../tokens.ts";

/** A word that the grammar takes at a place, with the rules that it would open, from outside in. */
export interface Next {
  readonly type: TokenType;
  readonly opens: readonly string[];
  /** The rule in which it stands, and its name there. */
  readonly rule: string;
  readonly label: string | undefined;
}

/** What the grammar takes after some tokens. */
export interface Following {
  readonly next: readonly Next[];
  /** Whether the statement may end there. */
  readonly mayEnd: boolean;
}

/** A place in the productions, and where to go on behind them. */
interface Place {
  readonly rule: string;
  readonly list: readonly IProduction[];
  readonly at: number;
  readonly up: Place | undefined;
  /** A loop that has been gone through once. */
  readonly isAgain?: true;
}

type Step = Next & { readonly after: Place };

/** Lists inside lists can be read in several ways; so many of them are followed. */
const mostReadings = 30;

/** Follows the grammar's own productions through the first tokens of a statement. */
export function following(tokens: readonly Token[]): Following {
  let places = [placeOf("statement")];
  for (const { tokenType } of tokens) {
    const steps = places.flatMap((place) => stepsFrom(place).steps);
    places = steps
      .filter(({ type }) => isTaken(type, tokenType))
      .slice(0, mostReadings)
      .map(({ after }) => after);
  }
  const ends = places.map((place) => stepsFrom(place));
  return { next: ends.flatMap(({ steps }) => steps), mayEnd: ends.some(({ mayEnd }) => mayEnd) };
}

/** What a rule may begin with. */
export function firstOf(rule: string): readonly Next[] {
  return stepsFrom(placeOf(rule), [rule]).steps;
}

export function isTaken(wanted: TokenType, found: TokenType): boolean {
  return wanted === found || (found.CATEGORIES ?? []).includes(wanted);
}

function placeOf(rule: string): Place {
  return { rule, list: productions()[rule]?.definition ?? [], at: 0, up: undefined };
}

function stepsFrom(
  start: Place,
  opened: readonly string[] = [],
): { readonly steps: readonly Step[]; readonly mayEnd: boolean } {
  const steps: Step[] = [];
  let mayEnd = false;
  const walk = (place: Place | undefined, opens: readonly string[]): void => {
    if (place === undefined) {
      mayEnd = true;
      return;
    }
    const production = place.list[place.at];
    if (production === undefined) {
      walk(place.up, []);
      return;
    }
    const { rule } = place;
    const after: Place = { rule, list: place.list, at: place.at + 1, up: place.up };
    if (production instanceof Terminal) {
      steps.push({ type: production.terminalType, opens, rule, label: production.label, after });
    } else if (production instanceof NonTerminal) {
      const list = production.referencedRule.definition;
      const called = production.nonTerminalName;
      walk({ rule: called, list, at: 0, up: after }, [...opens, called]);
    } else if (production instanceof Alternation) {
      for (const alternative of production.definition) walk({ rule, list: [alternative], at: 0, up: after }, opens);
    } else if (production instanceof Alternative) {
      walk({ rule, list: production.definition, at: 0, up: after }, opens);
    } else if (production instanceof Option) {
      walk({ rule, list: production.definition, at: 0, up: after }, opens);
      walk(after, opens);
    } else if (production instanceof Repetition || production instanceof RepetitionMandatory) {
      walk({ rule, list: production.definition, at: 0, up: { ...place, isAgain: true } }, opens);
      if (production instanceof Repetition || place.isAgain) walk(after, opens);
    }
  };
  walk(start, opened);
  return { steps, mayEnd };
}
