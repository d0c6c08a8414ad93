/** What ties a template to its contract: duties in words, views, sentences and roles. */
import type * as cst from "../../../../grammar/cst.generated.d.ts";
import { digitsOf } from "../../../../grammar/forms/figures.ts";
import type { Token } from "../../../../grammar/tokens.ts";
import { textOf } from "../../../source/span.ts";
import type * as ast from "../../ast.ts";
import type { Lowering } from "../lowering.ts";
import { first, meaningIn, node } from "../lowering.ts";
import { oneLineEach } from "./parts.ts";

export const lowerInWords = node("InWords", (it, { party, modality, Text }: cst.InWordsCstChildren) => ({
  ...(party && { party: it.name(first(party)) }),
  modality: modality ? meaningIn("modality", modality) : "says",
  text: it.quoted(first(Text)),
}));

export const lowerOurView = node("OurView", (it, c: cst.OurViewCstChildren) => {
  oneLineEach(it, c.InsteadOfLine, c.FavoursLine);
  return {
    ...(c.on && { on: it.name(first(c.on)) }),
    text: it.quoted(first(c.Text)),
    ...(c.insteadOf && { insteadOf: it.quoted(first(c.insteadOf)) }),
    ...(c.favours && { favours: it.name(first(c.favours)) }),
  };
});

export const lowerSentenceMark = node("SentenceMark", (it, { ordinals, reason }: cst.SentenceMarkCstChildren) => ({
  sentences: (ordinals ?? []).flatMap(({ children }) => children.ordinalRange.map((range) => lowerOrdinals(it, range))),
  ...(reason && { reason: it.quoted(first(reason)) }),
}));

/** Sentences are counted from 1; a range runs forwards. */
function lowerOrdinals(it: Lowering, node: cst.OrdinalRangeCstNode): ast.SentenceRange {
  const numberIn = (tokens: readonly Token[]) => Number(digitsOf(first(tokens).image));
  const { from: opening, to: closing = opening } = node.children;
  const range = { from: numberIn(opening), to: numberIn(closing), span: it.span(node) };
  const isCount = Number.isInteger(range.from) && Number.isInteger(range.to) && range.from >= 1;
  if (!isCount || range.to < range.from) it.report("TN1075", range.span, { found: textOf(range.span) });
  return range;
}

export const lowerRole = node("RoleMark", (it, { Text, Name }: cst.RoleMarkCstChildren) => ({
  role: it.quoted(first(Text)),
  name: it.name(first(Name)),
}));
