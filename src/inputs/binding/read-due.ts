import type { JsonNode, JsonText } from "../json.ts";
import type { ReadingContext } from "../scenario/context.ts";
import type { DueSource } from "./types.ts";

/** What a payment of what is due pays: values and duties by their names, accounts behind `payable` or `unpaid`. */
export function readDue(list: JsonNode | undefined, context: ReadingContext): DueSource[] {
  const items = list?.kind === "array" ? list.items : [];
  return items.flatMap((item) => (item.kind === "text" ? (dueSource(item, context) ?? []) : []));
}

function dueSource({ text, span }: JsonText, context: ReadingContext): DueSource | undefined {
  const { program, note } = context;
  const [, measure, account = ""] = /^(payable|unpaid) (.+)$/.exec(text) ?? [];
  if (measure === "payable" || measure === "unpaid") {
    if (program.accounts.has(account)) return { kind: measure, name: account };
    const named = { text: account, span };
    context.reportUnknown("TN5403", named, { note, name: account }, program.accounts.keys(), "accounts");
    return undefined;
  }
  if (program.duties.some(({ name }) => name === text)) return { kind: "duty", name: text };
  if (program.askable.get(text)?.noteLevel !== undefined) return { kind: "value", name: text };
  const known = [...program.duties.map(({ name }) => name), ...program.askable.keys()];
  context.reportUnknown("TN5403", { text, span }, { note, name: text }, known, "duties and values");
  return undefined;
}
