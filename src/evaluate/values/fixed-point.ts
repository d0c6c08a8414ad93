/** The figure that a circle of clauses gives back as it was put in. */
import type { CircleShape } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import {
  add,
  compare,
  divide,
  equal,
  exact,
  greater,
  isUnlimited,
  isZero,
  multiply,
  one,
  sign,
  subtract,
  zero,
} from "../../units/exact.ts";
import { withinDigitLimit } from "./limits.ts";
import type { Problem } from "./problem.ts";
import { isProblem } from "./problem.ts";

/** What the circle gives for a figure. */
export type Give = (figure: Exact) => Exact | Problem;
export type Unsolved = "no answer" | "several answers";

/**
 * The only fixed point at or above zero. What is given lies on a line, or on lines whose slopes only rise or only fall; so
 * tangents lead to it in a few steps, exactly.
 */
export function fixedPointOf(shape: CircleShape, give: Give): Exact | Problem | Unsolved {
  try {
    return shape === "straight" ? onLine(given(give)) : onLines(shape, given(give));
  } catch (stopped) {
    if (stopped instanceof Stopped) return stopped.because;
    throw stopped;
  }
}

/** Ends a search whose circle gives no figure. */
class Stopped {
  readonly because: Problem | Unsolved;
  constructor(because: Problem | Unsolved) {
    this.because = because;
  }
}

type Given = (figure: Exact) => Exact;

function given(give: Give): Given {
  return (figure) => {
    const value = give(figure);
    if (isProblem(value)) throw new Stopped(value);
    if (isUnlimited(value)) throw new Stopped("no answer");
    return value;
  };
}

function onLine(give: Given): Exact | Unsolved {
  const [first, second] = [give(one), give(two)];
  const slope = less(second, first);
  const start = less(first, slope);
  if (equal(slope, one)) return isZero(start) ? "several answers" : "no answer";
  const found = over(start, less(one, slope));
  if (isZero(found)) return atZero(give);
  return sign(found) < 0 ? "no answer" : found;
}

/** Nothing is an answer where the circle gives nothing for nothing; it may have no value there, as a cap divided by it has none. */
function atZero(give: Given): Exact | Unsolved {
  return isZero(give(zero)) ? zero : "no answer";
}

function onLines(shape: Exclude<CircleShape, "straight">, give: Given): Exact | Unsolved {
  let figure = nearZero;
  for (let step = 0; step < mostSteps; step += 1) {
    const value = give(figure);
    if (equal(value, figure)) return isOnly(figure, shape, give) ? figure : "several answers";
    const isBelow = compare(value, figure) < 0;
    if (isBelow && figure === nearZero) return isZero(value) && isOnly(zero, shape, give) ? atZero(give) : "no answer";
    const slope = slopeAt(figure, give);
    if (compare(slope, one) < 0) {
      figure = greater(plus(figure, over(less(value, figure), less(one, slope))), nearZero);
    } else if (shape === "convex" || isBelow) {
      return isBelow ? "several answers" : "no answer";
    } else {
      figure = times(figure, two);
    }
  }
  return "no answer";
}

/** A line of rising slope may come back to the figures put in, far above the answer; one of falling slope does not. */
function isOnly(answer: Exact, shape: CircleShape, give: Given): boolean {
  if (shape === "concave") return compare(slopeAt(greater(answer, nearZero), give), one) < 0;
  const far = times(greater(answer, one), farAway);
  const [value, further] = [give(far), give(times(far, two))];
  const slope = over(less(further, value), far);
  return compare(slope, one) < 0 || (equal(slope, one) && compare(value, far) < 0);
}

/** Of the line on which a figure lies, or of the one that begins there. */
function slopeAt(figure: Exact, give: Given): Exact {
  const width = times(figure, nearZero);
  return over(less(give(plus(figure, width)), give(figure)), width);
}

const two = exact(2);
/** Less than any figure that a clause asks for, and the reach of a slope. */
const nearZero = exact(1n, 2n ** 80n);
const farAway = exact(2n ** 80n);
/** Each step goes on to another line or doubles the figure. */
const mostSteps = 400;

const plus = (a: Exact, b: Exact): Exact => withinDigitLimit(add(a, b));
const less = (a: Exact, b: Exact): Exact => withinDigitLimit(subtract(a, b));
const times = (a: Exact, b: Exact): Exact => withinDigitLimit(multiply(a, b));
const over = (a: Exact, b: Exact): Exact => withinDigitLimit(divide(a, b));
