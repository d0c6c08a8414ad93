import type { ReasonFact } from "../../index.ts";
import { Failure } from "../../index.ts";
import type { ExplanationStyle } from "./explanation.ts";
import { treeOf, wordsOf } from "./explanation.ts";
import { renderTree } from "./parts/tree.ts";

/** As much as is shown beside a failure. */
const levels = 3;

/**
 * A short derivation, to print under a line that shows the answer itself: the words that give it, then the figures that
 * they use. Text that ends with a line end; empty where there is nothing more to show.
 */
export function renderDerivation(
  reason: ReasonFact,
  { width, isUnicode, paint }: Omit<ExplanationStyle, "isFull">,
): string {
  const { children } = treeOf(reason, { width, isUnicode, paint, isFull: false, compactLevels: levels });
  const words = reason.result instanceof Failure ? "" : wordsOf(reason);
  if (words === "" && children.length === 0) return "";
  const head = [{ text: words === "" ? "it looks at" : words, paint: paint.dim }];
  return renderTree({ head, notes: [], children }, { width, isUnicode, paintLines: paint.dim });
}
