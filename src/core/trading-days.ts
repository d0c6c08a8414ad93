/** Where trading days are counted: in an expression, a rule or a schedule, and in the definitions and schedules that it reads. */
import type { CoreProgram } from "./core.ts";

export function countsTradingDays(part: unknown, { definitions, overrides, schedules }: CoreProgram): boolean {
  const waiting: unknown[] = [part];
  const seen = new Set<string>();
  const read = (key: string, ...parts: unknown[]) => {
    if (!seen.has(key)) waiting.push(...parts);
    seen.add(key);
  };
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object" || next === null) continue;
    if ("unit" in next && next.unit === "trading day") return true;
    if ("key" in next && typeof next.key === "string") {
      const { key } = next;
      read(key, definitions.get(key)?.value, ...overrides.filter(({ definition }) => definition === key));
    }
    for (const name of ["schedule" in next ? next.schedule : "", "event" in next ? next.event : ""]) {
      if (typeof name === "string" && schedules.has(name)) read(`schedule ${name}`, schedules.get(name));
    }
    for (const [name, inner] of next instanceof Map ? next : Object.entries(next)) {
      if (name !== "span" && name !== "type") waiting.push(inner);
    }
  }
  return false;
}
