/** The published roles, and the pages that name them. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { registry } from "../../src/diagnostics/registry.ts";
import { isRoleFor, roleNamed, roles } from "../../src/units/roles.ts";

const page = readFileSync(new URL("../../docs/language.md", import.meta.url), "utf8");

describe("the published roles", () => {
  test("each stands once", () => {
    const names = roles.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test("are listed in docs/language.md as they are, in their order", () => {
    const use = { term: "terms", position: "position", both: "both" };
    const rows = roles.map(({ name, group, says }) => `| \`${name}\` | ${use[group]} | ${says} |`);
    expect(page).toContain(`\n\n| role | used for | it is |\n| --- | --- | --- |\n${rows.join("\n")}\n\n`);
  });

  test("are those that the explanation of an unknown role names", () => {
    const named = ["price of conversion", "principal left", "interest due", "shares owed"];
    for (const name of named) {
      expect(roleNamed(name)?.name).toBe(name);
      expect(registry.TN2014.explanation).toContain(name);
    }
  });
});

test.each([
  ["discount", true, false],
  ["principal left", false, true],
  ["default", true, true],
])("what %s is good for", (name, term, position) => {
  const role = roleNamed(name);
  expect(role && [isRoleFor("term", role), isRoleFor("position", role)]).toEqual([term, position]);
});
