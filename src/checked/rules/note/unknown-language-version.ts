import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { textOf } from "../../../source/span.ts";
import { languageVersion } from "../../../syntax/language-version.ts";
import type { CheckRule } from "../rule.ts";

/** A note in a version of the language that is not the one read here: its words may mean something else. */
export const unknownLanguageVersion: CheckRule = ({ symbols: { head } }) => {
  const { language } = head ?? {};
  if (language === undefined || language.version === languageVersion) return [];
  return [diagnostic("TN4021", language.span, { version: textOf(language.span), known: languageVersion })];
};
