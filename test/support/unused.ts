import type { Diagnostic } from "../../src/index.ts";

/** Whether a finding is about what a note as a whole leaves unused: a part of a note, as tests and pages show it, always does. */
export function isAboutUnused({ code }: Diagnostic): boolean {
  return ["TN4030", "TN4031", "TN4032"].includes(code);
}
