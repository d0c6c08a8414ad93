/** What a page was made from, as JSON in the head of its HTML: written, read, and changed. */
import type { Html } from "./html.ts";
import { html, unescaped } from "./html.ts";

export function renderInputs(json: string): Html {
  return html`<meta name="made-from" content="${json}">`;
}

const inputs = /<meta name="made-from" content="([^"]*)">/;

/** Undefined where the page does not say it. */
export function inputsOfPage(page: string): string | undefined {
  const content = inputs.exec(page)?.[1];
  return content === undefined ? undefined : unescaped(content);
}

/** The page as it would be if it said something else of what it was made from; nothing where `json` is left out. */
export function pageWithInputs(page: string, json?: string): string {
  return page.replace(inputs, () => (json === undefined ? "" : renderInputs(json).text));
}
