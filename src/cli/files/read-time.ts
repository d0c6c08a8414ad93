import type { Period } from "../../index.ts";

/** Farther than this nothing is looked for: a century in the longest unit. */
const mostUnits = 1200;
const units = ["day", "week", "month"] as const;

/** Reads "30 days", "1 week", "6 months"; undefined for anything else. */
export function readTime(text: string): Period | undefined {
  const [, digits, name] = /^\s*(\d{1,5})\s*(day|week|month)s?\s*$/i.exec(text) ?? [];
  const [count, unit] = [Number(digits), units.find((it) => it === name?.toLowerCase())];
  return unit === undefined || count > mostUnits * 31 ? undefined : { count, unit };
}
