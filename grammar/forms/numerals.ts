// Numbers in words, as contracts write them beside figures: `three`, `twenty-five`, `one hundred and eighty`.

const units = "zero one two three four five six seven eight nine".split(" ");
const teens = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const scales = "thousand million billion".split(" ");

/** What each word counts; `zero` is left out, as contracts write it in figures. */
const values: ReadonlyMap<string, number> = new Map([
  ...[...units, ...teens].map((word, index) => [word, index] as const).slice(1),
  ...tens.map((word, index) => [word, 20 + 10 * index] as const),
]);

/** The words with which a number in words begins. */
export const numeralOpenings: readonly string[] = [...values.keys()];

/** One word of such a number. */
const numeralWord = oneOf([...values.keys()]);
/** One word of a number below twenty. */
export const smallNumeral = oneOf([...values.keys()].filter((word) => !tens.includes(word)));
const large = `(?:hundred|${scales.join("|")})`;
const blanks = "[ \\t]+";

/** `five`, `twenty-five`, and `twenty five`, where contracts leave the hyphen out. */
const below100 = `(?:${oneOf(tens)}${blanks}${oneOf(units.slice(1))}(?![A-Za-z0-9_-])|${numeralWord}(?:-${numeralWord})?)`;

/** The form of a number in words; `and` stands in it only after `hundred` and the like. */
export const numeral =
  `${below100}(?:${blanks}${large}(?:${blanks}(?:and${blanks})?${below100}(?![A-Za-z0-9_]))?)*` +
  "(?![A-Za-z0-9_]|-[a-z])";

/** The longest first, as `six` also begins `sixteen`. */
function oneOf(words: readonly string[]): string {
  return `(?:${words.toSorted((a, b) => b.length - a.length).join("|")})`;
}

/** What a number in words counts; undefined where the words make no number, as in `twenty-thirty`. */
export function numeralValue(text: string): number | undefined {
  let [sum, part, last] = [0, 0, Number.POSITIVE_INFINITY];
  let lastScale = Number.POSITIVE_INFINITY;
  for (const word of text.split(/[\s-]+/).filter((it) => it !== "and")) {
    const value = values.get(word);
    const scale = 1000 ** (scales.indexOf(word) + 1);
    if (value !== undefined) {
      // Only a figure of one digit goes with tens.
      if (last < 100 && !(last % 10 === 0 && last >= 20 && value < 10)) return undefined;
      part += value;
      last = value;
    } else if (word === "hundred") {
      if (part === 0 || part >= 100) return undefined;
      part *= 100;
      last = Number.POSITIVE_INFINITY;
    } else {
      if (part === 0 || scale >= lastScale) return undefined;
      [sum, part, last, lastScale] = [sum + part * scale, 0, Number.POSITIVE_INFINITY, scale];
    }
  }
  return sum + part;
}
