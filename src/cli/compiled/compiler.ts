/** What reads templates, in a bundle of its own: it is loaded only for what is not in the cache. */
import { check, compileToCore } from "../../index.ts";
import type { TemplateFiles } from "../template-files.ts";
import { serialized } from "./serialized.ts";

/** What can be made of a template, as bytes. */
export const compiler = {
  findings: ({ template, additions }: TemplateFiles): Buffer =>
    serialized(check(template.text, template.name, ...additions)),
  program: ({ template, additions }: TemplateFiles): Buffer =>
    serialized(compileToCore(template.text, template.name, ...additions)),
};
