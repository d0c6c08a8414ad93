import type { TokenType } from "chevrotain";
import { hyphen, isBlank, isLineEnd, isLowerCase, isWordCharacter } from "./characters.ts";
import type { Token } from "./tokens.ts";
import { anyWord, moneyForms, openings, standsFor, tokens as t, tokenTypes } from "./tokens.ts";

/** A comment, or characters with which no token begins, to where the next token or blank begins. */
export interface Stretch {
  readonly startOffset: number;
  readonly length: number;
}

/** What a text is made of, beside white space. */
export interface Pieces {
  readonly tokens: Token[];
  readonly unknown: Stretch[];
  readonly comments: Stretch[];
}

/**
 * Cuts a template's text into tokens. White space leaves none, and comments stand apart.
 *
 * What begins with a word of the language is looked for under that word, anything else under its first character: a
 * lexer that tries one pattern after the other would try some forty phrases wherever a template says `the`. A code of
 * three letters before a figure is that of a currency where the note's head names it, and else part of a name.
 */
export function tokenize(text: string, currencies: readonly string[] = []): Pieces {
  const table = tableFor(currencies);
  const tokens: Token[] = [];
  const unknown: { startOffset: number; length: number }[] = [];
  const comments: Stretch[] = [];
  let offset = afterGap(text, 0, comments);
  while (offset < text.length) {
    const token = tokenAt(text, offset, table);
    if (token === undefined) {
      const last = unknown.at(-1);
      if (last !== undefined && last.startOffset + last.length === offset) last.length += 1;
      else unknown.push({ startOffset: offset, length: 1 });
    } else {
      tokens.push(token);
      if (token.image.includes("--")) comments.push(...commentsInside(token));
    }
    offset = afterGap(text, token === undefined ? offset + 1 : offset + token.image.length, comments);
  }
  return { tokens, unknown, comments };
}

/** Comments between the words of a phrase; in a text the two hyphens are no comment. */
function commentsInside({ image, startOffset }: Token): Stretch[] {
  if (/^["“”„]/.test(image)) return [];
  return [...image.matchAll(/--[^\r\n]*/g)].map(({ index, 0: { length } }) => ({
    startOffset: startOffset + index,
    length,
  }));
}

/** Whether a token begins its line at the very margin, and so opens a statement. */
export function isAtMargin(text: string, token: Token): boolean {
  return token.startOffset === 0 || isLineEnd(text.charCodeAt(token.startOffset - 1));
}

/** Past blanks, line ends and comments, which are noted. */
function afterGap(text: string, offset: number, comments: Stretch[]): number {
  let at = offset;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || isLineEnd(code)) at += 1;
    else if (code === hyphen && text.charCodeAt(at + 1) === hyphen) {
      const startOffset = at;
      at = endOfLine(text, at);
      comments.push({ startOffset, length: at - startOffset });
    } else return at;
  }
}

function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at += 1;
  return at;
}

function tokenAt(text: string, startOffset: number, { byOpening, byAnyWord }: Table): Token | undefined {
  const isWord = isLowerCase(text.charCodeAt(startOffset));
  const opening = isWord ? text.slice(startOffset, endOfWord(text, startOffset)) : text.charAt(startOffset);
  for (const { type, match } of byOpening.get(opening) ?? (isWord ? byAnyWord : [])) {
    const image = match(text, startOffset);
    if (image === undefined) continue;
    // cast: the parser compares the numbers of types, which Chevrotain gives them and its published type does not name.
    // oxlint-disable-next-line typescript/consistent-type-assertions
    const { tokenTypeIdx } = type as TokenType & { readonly tokenTypeIdx: number };
    return { image, startOffset, endOffset: startOffset + image.length - 1, tokenTypeIdx, tokenType: type };
  }
  return undefined;
}

function endOfWord(text: string, offset: number): number {
  let at = offset;
  while (isWordCharacter(text.charCodeAt(at))) at += 1;
  return at;
}

// ---------------------------------------------------------------- where to look

/** A type of token, and what of a text it takes from an offset on. */
interface Candidate {
  readonly type: TokenType;
  readonly match: (text: string, offset: number) => string | undefined;
}

/** What may begin with a word or a character, in the order in which it is tried. */
interface Table {
  readonly byOpening: ReadonlyMap<string, readonly Candidate[]>;
  readonly byAnyWord: readonly Candidate[];
}

const tables = new Map<string, Table>();
/** Blanks between a code and its figure that are looked at where the code ends a name. */
const longestGap = 40;

function tableFor(currencies: readonly string[]): Table {
  const codes = currencies.join("|");
  let table = tables.get(codes);
  if (table === undefined) {
    table = currencies.length === 0 ? tableOfTokens() : withCodes(tableFor([]), codes);
    // A text is read many times over while somebody types its head.
    if (tables.size > 20) tables.clear();
    tables.set(codes, table);
  }
  return table;
}

/** Codes open amounts, and end a name before them. */
function withCodes({ byOpening, byAnyWord }: Table, codes: string): Table {
  const forms = Object.entries(moneyForms(`(?:${codes})`));
  const amounts = forms.map(([name, form]) => {
    const type = tokenTypes.find((it) => it.name === name) ?? t.MoneyLiteral;
    return { type, match: matcherOf({ PATTERN: new RegExp(form, "y") }) };
  });
  const codeInName = new RegExp(`[ \\t]+(?:${codes})[ \\t]*[\\d.]`);
  const cut = ({ type, match }: Candidate): Candidate => {
    if (type !== t.Name) return { type, match };
    return {
      type,
      match: (text, offset) => {
        const image = match(text, offset);
        if (image === undefined) return undefined;
        const at = text.slice(offset, offset + image.length + longestGap).search(codeInName);
        return at > 0 && at < image.length ? image.slice(0, at) : image;
      },
    };
  };
  const changed = [...byOpening].map(([opening, candidates]) => {
    const isInitial = codes.split("|").some((code) => code.startsWith(opening));
    return [opening, [...(isInitial ? amounts : []), ...candidates.map(cut)]] as const;
  });
  return { byOpening: new Map(changed), byAnyWord };
}

function tableOfTokens(): Table {
  const byOpening = new Map<string, Candidate[]>();
  const byAnyWord: Candidate[] = [];
  const words = [...openings.values()].flat().filter((opening) => isLowerCase(opening.charCodeAt(0)));
  for (const word of words) byOpening.set(word, []);
  // A category has no pattern of its own.
  for (const type of tokenTypes.filter(({ PATTERN }) => PATTERN !== undefined)) {
    const candidate = { type: standsFor.get(type) ?? type, match: matcherOf(type) };
    const isForAnyWord = anyWord.has(type);
    if (isForAnyWord) byAnyWord.push(candidate);
    for (const opening of isForAnyWord ? new Set(words) : (openings.get(type) ?? [])) {
      const others = byOpening.get(opening);
      if (others === undefined) byOpening.set(opening, [candidate]);
      else others.push(candidate);
    }
  }
  return { byOpening, byAnyWord };
}

function matcherOf({ PATTERN: pattern }: Pick<TokenType, "PATTERN">): Candidate["match"] {
  if (pattern instanceof RegExp) {
    return (text, offset) => {
      pattern.lastIndex = offset;
      return pattern.exec(text)?.[0];
    };
  }
  if (typeof pattern !== "object") throw new Error("a token is matched by an expression or by a pattern of ours");
  const { exec } = pattern;
  // A pattern of our own looks at the text and the offset only.
  return (text, offset) => exec(text, offset, [], {})?.[0];
}
