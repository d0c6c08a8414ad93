import type * as core from "../../core.ts";

/** The keys of what is defined for a duty or a covenant, by the key of its name. */
export function standingOf(
  key: string,
): core.Standing & Readonly<Record<"undone" | "performance" | "delay" | "cure", string>> {
  return {
    answer: key,
    word: `standing of ${key}`,
    undone: `${key} until it is performed`,
    breach: `first day of breach of ${key}`,
    performance: `day of performance of ${key}`,
    delay: `days of delay of ${key}`,
    cure: `day of cure of ${key}`,
  };
}
