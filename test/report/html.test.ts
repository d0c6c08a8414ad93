import { expect, test } from "vitest";
import { html, trusted } from "../../src/report/html.ts";

test("what is put into markup is text, unless it is markup itself", () => {
  const name = `<b title="x">Tom & Jerry's</b>`;
  expect(html`<p>${name}</p>`.text).toBe("<p>&lt;b title=&quot;x&quot;&gt;Tom &amp; Jerry&#39;s&lt;/b&gt;</p>");
  expect(html`<p>${html`<b>${1}</b>`}${trusted("<svg></svg>")}</p>`.text).toBe("<p><b>1</b><svg></svg></p>");
});

test("lists are joined, and nothing is written for undefined and false", () => {
  expect(html`<ul>${["a", "<"].map((it) => html`<li>${it}</li>`)}${undefined}${false}</ul>`.text).toBe(
    "<ul><li>a</li><li>&lt;</li></ul>",
  );
});

test("characters that turn or hide text are shown", () => {
  expect(html`${"a\u202Eb\u0007"}`.text).toBe("a\uFFFDb\u2407");
});
