/** What reads templates, in a bundle of its own: it is loaded only for what is not in the cache. */
import type { CoreProgram, Result } from "../../index.ts";
import { check, compileToCore, markOf } from "../../index.ts";
import type { TemplateFiles } from "../files/templates/template-files.ts";
import { serialized } from "./serialized.ts";

/** What can be made of a template, as bytes: bundled apart, it has source files of a class of its own. */
export const compiler = {
  findings: ({ template, additions }: TemplateFiles): Buffer =>
    serialized(check(template.text, template.name, ...additions)),
  program: (files: TemplateFiles): Buffer => serialized(programOf(files)),
};

export interface CompiledProgram {
  readonly program: CoreProgram;
  /** For receipts; to print a program for it takes as long as to run one. */
  readonly mark: string;
}

function programOf({ template, additions }: TemplateFiles): Result<CompiledProgram> {
  const compiled = compileToCore(template.text, template.name, ...additions);
  return compiled.ok ? { ok: true, value: { program: compiled.value, mark: markOf(compiled.value) } } : compiled;
}
