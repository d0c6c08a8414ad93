/** A paragraph in sentences, each with its place. */

export interface SentencePlace {
  readonly text: string;
  /** Where it begins in the paragraph. */
  readonly at: number;
}

/** Words with a stop that ends no sentence. */
const abbreviations = new Set(
  "no nos inc corp co ltd llc lp sec secs art par para pp vs mr mrs ms dr st jr sr etc approx u.s u.k e.g i.e a.m p.m n.a n.v b.v s.a d.c viz cf al resp incl".split(
    " ",
  ),
);

export function sentencesIn(text: string): SentencePlace[] {
  const sentences: SentencePlace[] = [];
  let start = 0;
  for (const { index, 0: stop } of text.matchAll(/[.?!]["”')\]]*(?=\s+["“‘'([]?[A-Z0-9$€£])/g)) {
    const end = index + stop.length;
    if (stop.startsWith(".") && endsNoSentence(text.slice(start, index), text.slice(end))) continue;
    push(sentences, text, start, end);
    start = end;
  }
  push(sentences, text, start, text.length);
  return sentences;
}

/** Whether a stop behind these words ends an abbreviation, so that they are no title by themselves. */
export function endsInAbbreviation(words: string): boolean {
  return abbreviations.has((/[\w.&-]+$/.exec(words)?.[0] ?? "").toLowerCase());
}

function push(sentences: SentencePlace[], text: string, start: number, end: number): void {
  const piece = text.slice(start, end);
  const own = piece.trim();
  if (/[A-Za-z0-9]/.test(own)) sentences.push({ text: own, at: start + piece.length - piece.trimStart().length });
}

/** Words that begin a sentence, even behind `Inc.` */
const openers =
  /^\s+(?:If|The|This|These|In|Any|All|Such|Each|No|Upon|For|At|Notwithstanding|Subject|Except|So|When|Where)\s/;

/** Whether a stop behind these words belongs to the last of them: an abbreviation, an initial, or a number of a part. */
function endsNoSentence(before: string, after: string): boolean {
  const word = /[\w.&-]+$/.exec(before)?.[0] ?? "";
  if (/^(?:inc|corp|ltd|etc|a\.m|p\.m|u\.s)$/i.test(word) && openers.test(after)) return false;
  return abbreviations.has(word.toLowerCase()) || /^[A-Z]$/.test(word) || /^(?:\d+|[ivx]+|[a-z])$/.test(before.trim());
}
