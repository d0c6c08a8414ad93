import type { Template } from "../../index.ts";
import { compileFile } from "../open-scenario.ts";
import type { CaseReport } from "./report.ts";

/** Compiles a template and runs the stories in it. A template that has errors counts as one failure. */
export async function testTemplateFile(path: string, file: string): Promise<readonly CaseReport[]> {
  const compiled = await compileFile(path, "command");
  if (compiled.ok) return testTemplate(compiled.value);
  const { problems } = compiled;
  const got = { error: "not run", message: problems[0]?.message ?? "the template can't be run" };
  const failure = { file, scenario: "", value: "", section: "", expected: null, got };
  return [{ file, scenario: "", passed: 0, failures: [failure], problems }];
}

/** Stories are not run yet: this waits for the engine's own way to run them. */
function testTemplate(_template: Template): readonly CaseReport[] {
  return [];
}
