import { lazily } from "../base/lazily.ts";

/**
 * Text as a terminal or a page may show it: what would move the cursor, change colours, hide or turn text around is
 * replaced by a visible sign, one for one. Tabs and line ends count among those.
 */
export function visibleText(text: string): string {
  return text.replaceAll(unseen, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\uFFFD";
  });
}

/** JSON with the same characters written as escapes; what JSON already escapes, and its own line ends, stay as they are. */
export function visibleJson(json: string): string {
  return json.replaceAll(unseen, (characters) =>
    characters === "\n" ? characters : characters.replaceAll(/[\s\S]/g, escaped),
  );
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** How many columns of a terminal a text takes: two for wide characters and emoji, none for marks that combine. */
export function displayWidth(text: string): number {
  if (allNarrow.test(text)) return text.length;
  let width = 0;
  for (const character of text)
    width += narrow.test(character) ? 1 : combining().test(character) ? 0 : wide().test(character) ? 2 : 1;
  return width;
}

const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
// The two below take long to make: what is common needs neither. Dashes, quotes, arrows and lines of tables are narrow.
const narrow = /^[\u0020-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u22FF\u2500-\u257F]$/;
const allNarrow = /^[\u0020-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u22FF\u2500-\u257F]*$/;
const combining = lazily(() => /^[\p{Mn}\p{Me}\u200B-\u200D\uFEFF]$/u);
const wide = lazily(
  () => /^[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF01-\uFF60]$/u,
);
