// Characters by their UTF-16 code; each is false for `NaN`, the code of what lies beyond the end of a text.

export const blank = 0x20;
export const colon = 0x3a;
export const hyphen = 0x2d;

export const isBlank = (code: number): boolean => code === blank || code === 0x09;
export const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d;
export const isLowerCase = (code: number): boolean => code >= 0x61 && code <= 0x7a;
/** What may follow in a word: `days_2` is one word, and no `days`. */
export const isWordCharacter = (code: number): boolean =>
  isLowerCase(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
