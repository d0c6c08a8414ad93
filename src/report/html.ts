import { visibleText } from "../diagnostics/visible-text.ts";

/** Markup. Only `html` and `trusted` make it, so that a text of a note or a scenario never becomes markup by itself. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Html | string | number | undefined | false | readonly Content[];

/** A template whose values are escaped, unless they are markup. Nothing is written for undefined and false. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(strings.map((text, index) => text + written(values[index])).join(""));
}

/** Text that is markup already, such as a drawing. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

export function escaped(text: string): string {
  return visibleText(text).replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A text that `escaped` made, as it was before. */
export function unescaped(text: string): string {
  const characters = new Map(Object.entries(entities).map(([character, entity]) => [entity, character]));
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters.get(entity) ?? entity);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function written(value: Content): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "string") return escaped(value);
  return typeof value === "number" ? String(value) : value.map(written).join("");
}
