/** For each threshold of a template the stories on its two sides, those that there are and those that could be written. */
import type { CoreProgram, Story } from "../core/core.ts";
import { formatDate } from "../units/plain-date.ts";
import { searchSides } from "./boundary-search.ts";
import { openStoryText } from "./story-text.ts";
import type { Approach, Side, Threshold } from "./thresholds.ts";
import { approachesTo, sides, thresholdsOf } from "./thresholds.ts";
import type { Tried } from "./trial.ts";

export interface Boundary {
  readonly threshold: Threshold;
  /** In the order of `sides`. */
  readonly sides: readonly BoundarySide[];
}

/**
 * Covered by a story, or to be covered by one that was made from another. Where no input gets there, a story that stands on
 * that side further off is all there can be.
 */
export interface BoundarySide {
  readonly side: Side;
  readonly coveredBy?: string;
  readonly furtherOff?: string;
  readonly made?: MadeStory;
  /** Whether any story evaluates the condition at all. */
  readonly isReached: boolean;
}

/** A story whose answers are left open. */
export interface MadeStory {
  readonly from: string;
  readonly moved: string;
  readonly text: string;
}

export interface Boundaries {
  readonly approaches: readonly Approach[];
  /** Searches for the sides on which no story stands. */
  readonly boundaryOf: (approach: Approach) => Boundary;
}

export function boundariesOf(program: CoreProgram, file: string, stories: readonly Tried[]): Boundaries {
  const approaches = approachesTo(program, thresholdsOf(program, file), stories);
  const boundaryOf = ({ threshold, covered, further, nearest }: Approach): Boundary => {
    const own = nearest.filter(({ story }) => program.stories.some(({ name }) => name === story.name));
    const found = searchSides(program, { threshold, covered, further, nearest: own });
    return {
      threshold,
      sides: sides.map((side): BoundarySide => {
        const coveredBy = covered.get(side)?.name;
        const one = found.find((it) => it.side === side);
        const far = one === undefined ? further.get(side)?.story.name : undefined;
        const source = program.stories.find(({ name }) => name === one?.from);
        return {
          side,
          isReached: nearest.length > 0,
          ...(coveredBy !== undefined && { coveredBy }),
          ...(far !== undefined && { furtherOff: far }),
          ...(one && source && { made: made(program, threshold, one, source) }),
        };
      }),
    };
  };
  return { approaches, boundaryOf };
}

type Found = ReturnType<typeof searchSides>[number];

function made(
  program: CoreProgram,
  threshold: Threshold,
  { side, from, moved, scenario, through }: Found,
  source: Story,
): MadeStory {
  const { terms, readings, events } = scenario;
  const { market, calendar } = source;
  const { line } = threshold.span.source.positionAt(threshold.span.start);
  const title = `${threshold.section}, line ${line}: ${threshold.words}, ${side}`;
  const notes = [
    `From "${from}", with ${moved} moved.`,
    through === undefined
      ? "Write what the contract says follows, such as `expect: Price on 2006-05-10 is $1`."
      : `Write what the contract says of ${formatDate(through)}, such as \`expect: Price on ${formatDate(through)} is $1\`.`,
  ];
  const story = { terms, readings, market, events, ...(calendar !== undefined && { calendar }) };
  return { from, moved, text: openStoryText(program, title, story, notes) };
}
