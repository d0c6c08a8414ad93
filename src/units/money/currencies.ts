/**
 * Currencies by their ISO 4217 codes, with the digits of their minor units and the signs that contracts write for them.
 *
 * Source: ISO 4217:2015, list one (current currencies and funds), with its amendments up to 2025. Codes without a minor
 * unit of their own (gold, bond market units, codes for testing) are no money of a note and are left out.
 */

/** The currency of a note that names none. */
export const usualCurrency = "USD";

/** Codes by the digits of the minor unit. */
const byMinorUnit: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP
    COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR
    JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN
    NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
    THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const minorUnits: ReadonlyMap<string, number> = new Map(
  Object.entries(byMinorUnit).flatMap(([digits, codes]) => codes.split(/\s+/).map((code) => [code, Number(digits)])),
);

/** Those that contracts are mostly in; of two that are equally near to what was written, one of them is meant. */
const usual = "USD EUR GBP JPY CHF NOK SEK DKK AUD CAD NZD SGD HKD CNY INR".split(" ");
/** Every code, the usual ones first, and the others in alphabetical order. */
export const currencyCodes: readonly string[] = [...new Set([...usual, ...[...minorUnits.keys()].toSorted()])];

export function isCurrency(code: string): boolean {
  return minorUnits.has(code);
}

/** Digits behind the point of the least amount: 2 for cents, none for yen. Undefined for what is no currency. */
export function minorUnitOf(code: string): number | undefined {
  return minorUnits.get(code);
}

/** The sign that is shown for a currency; a code stands apart from its figure. */
export function signOf(code: string): string {
  return signs.get(code) ?? `${code} `;
}

const signs: ReadonlyMap<string, string> = new Map([
  ["USD", "$"],
  ["EUR", "€"],
  ["GBP", "£"],
  ["JPY", "¥"],
  ["AUD", "A$"],
  ["CAD", "C$"],
  ["HKD", "HK$"],
  ["NZD", "NZ$"],
  ["SGD", "S$"],
]);

/** What each sign may stand for; the first where a note names none of them. */
const meant: ReadonlyMap<string, readonly string[]> = new Map([
  ["$", ["USD", "AUD", "CAD", "HKD", "NZD", "SGD"]],
  ["¥", ["JPY", "CNY"]],
  ["€", ["EUR"]],
  ["£", ["GBP"]],
  ...(["US$ USD", "A$ AUD", "AU$ AUD", "C$ CAD", "CA$ CAD", "HK$ HKD", "NZ$ NZD", "S$ SGD"] as const).map(
    (pair): [string, string[]] => {
      const [sign = "", code = ""] = pair.split(" ");
      return [sign, [code]];
    },
  ),
]);

/**
 * The currencies that a sign or a code stands for in a note that names some: those named that it fits, and where there is
 * none, the one that it usually means.
 */
export function currenciesOf(mark: string, named: readonly string[]): readonly [string, ...string[]] {
  const [usual = mark, ...others] = meant.get(mark) ?? [mark];
  const [first, ...more] = [usual, ...others].filter((code) => named.includes(code));
  return first === undefined ? [usual] : [first, ...more];
}

/** The signs that stand for a currency and for no other, the one that is shown first. */
export function signsOf(code: string): readonly string[] {
  const signs = [...meant].flatMap(([sign, [usual]]) => (usual === code ? [sign] : []));
  return signs.toSorted((a, b) => Number(b === signOf(code)) - Number(a === signOf(code)));
}

/** What a word, a sign or a misspelt code may mean: `euros` is EUR. */
export function currencyCalled(word: string): string | undefined {
  if (meant.has(word)) return meant.get(word)?.[0];
  return words.get(word.toLowerCase().replace(/s$/, ""));
}

const words: ReadonlyMap<string, string> = new Map([
  ["euro", "EUR"],
  ["dollar", "USD"],
  ["us dollar", "USD"],
  ["pound", "GBP"],
  ["sterling", "GBP"],
  ["yen", "JPY"],
  ["swiss franc", "CHF"],
  ["krone", "NOK"],
  ["kroner", "NOK"],
  ["krona", "SEK"],
  ["kronor", "SEK"],
]);
