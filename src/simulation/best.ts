/** Which of some variants serves one side best, among those that keep its loss on bad paths within a bound. */
import type { VariantResult } from "./result.ts";

export interface Best {
  readonly side: "holder" | "issuer";
  readonly changes: VariantResult["changes"];
  /** The mean gain of the holder, and that of the twentieth of paths that is worst for the side. */
  readonly mean: string;
  readonly worst: string;
  readonly unit: string;
}

export const gainMetric = "gain to the holder";

/** The first of those with the best mean; undefined where none keeps within the bound, or no variant has a gain. */
export function bestOf(
  variants: readonly VariantResult[],
  side: Best["side"],
  loss: number | undefined,
): Best | undefined {
  const sign = side === "holder" ? 1 : -1;
  const rated = variants.flatMap(({ changes, metrics }): Best[] => {
    const gain = metrics.find(({ metric }) => metric === gainMetric);
    if (gain === undefined || gain.mean === null || gain.tails === null) return [];
    const worst = side === "holder" ? gain.tails.lowest : gain.tails.highest;
    return [{ side, changes, mean: gain.mean, worst, unit: gain.unit }];
  });
  const allowed = rated.filter(({ worst }) => loss === undefined || sign * Number(worst) >= -loss);
  return allowed.reduce<Best | undefined>(
    (best, it) => (best === undefined || sign * Number(it.mean) > sign * Number(best.mean) ? it : best),
    undefined,
  );
}
