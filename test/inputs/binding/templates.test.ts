/** The bindings that come with the templates. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile, parseBinding, readBinding } from "../../../src/index.ts";
import { commonEvents } from "../../../src/units/common-events.ts";
import { ensured } from "../../support/acceptance.ts";
import { clausesFor } from "../../support/library.ts";
import { projectFiles } from "../../support/project-files.ts";
import { shownOf, valueIn } from "../results.ts";

const templates = projectFiles().filter((path) => /^terms\/[^/]+(?<!\.(?:stories|plans))\.tenor$/.test(path));

function bindingOf(path: string) {
  const [text, beside] = [readFileSync(path, "utf8"), path.replace(/\.tenor$/, ".binding.json")];
  const { program } = ensured(compile(text, path, ...clausesFor(text)));
  return readBinding(parseBinding(readFileSync(beside, "utf8"), beside), program);
}

test.each(templates)("the binding of %s fits it", (path) => {
  expect(shownOf(bindingOf(path))).toBe("");
});

test.each(["terms/juniper-2005.tenor", "terms/secured-services-2006.tenor"])(
  "%s binds every common event, or says why it has none",
  (path) => {
    const { events } = valueIn(bindingOf(path));
    expect(Object.keys(commonEvents).filter((name) => !events.has(name))).toEqual([]);
  },
);
