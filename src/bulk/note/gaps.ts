/** Notes what can't be compiled. */
import type { Span } from "../../source/span.ts";
import type { Compiling } from "./compiling.ts";

export function gapIn(compiling: Compiling, what: string, span?: Span, section = compiling.section): void {
  const isKnown = compiling.gaps.some((it) => it.what === what && it.section === section);
  if (!isKnown) compiling.gaps.push({ section, what, span });
}
