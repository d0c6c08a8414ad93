/** The parameters that a model takes, as a command names them. Each has a default, or has to be given. */

export type ModelName = "replay" | "bootstrap" | "gbm" | "jumps";

export interface ModelKind {
  /** For help and documentation. */
  readonly says: string;
  /** Whether the rows of a file are its own, so that it needs one. */
  readonly readsFile: boolean;
  readonly parameters: readonly string[];
}

export const modelKinds: Readonly<Record<ModelName, ModelKind>> = {
  replay: {
    says: "the rows of a file as they are; path 1 starts a row later, and so on",
    readsFile: true,
    parameters: [],
  },
  bootstrap: { says: "blocks of days of a file, drawn at random", readsFile: true, parameters: ["block"] },
  gbm: { says: "geometric Brownian motion", readsFile: false, parameters: ["volatility", "drift"] },
  jumps: {
    says: "the same with jumps",
    readsFile: false,
    parameters: ["volatility", "drift", "jumps per year", "mean jump", "jump spread"],
  },
};

export interface ParameterKind {
  readonly says: string;
  /** A fraction is written `80%` or `0.8`; a count is a whole number. */
  readonly is: "fraction" | "price" | "count" | "number";
  readonly byDefault?: number;
  /** From the least value that makes sense, to the greatest. */
  readonly from: number;
  readonly to: number;
}

/** By name. Those that no kind of model names belong to all of them. */
export const modelParameters = {
  block: {
    says: "how many days of a block follow one another as in the file",
    is: "count",
    byDefault: 10,
    from: 1,
    to: 10_000,
  },
  volatility: { says: "the standard deviation of a year's logarithm", is: "fraction", from: 0, to: 10 },
  drift: {
    says: "by how much the price is expected to grow in a year",
    is: "fraction",
    byDefault: 0,
    from: -0.99,
    to: 100,
  },
  "jumps per year": { says: "how many jumps a year brings on average", is: "number", byDefault: 4, from: 0, to: 1_000 },
  "mean jump": { says: "the mean of the logarithm of a jump", is: "fraction", byDefault: -0.1, from: -3, to: 3 },
  "jump spread": { says: "the standard deviation of that logarithm", is: "fraction", byDefault: 0.15, from: 0, to: 3 },
  price: { says: "the close of the day before the note's first day", is: "price", from: 1e-8, to: 1e9 },
  digits: { says: "how many digits after the point a price has", is: "count", byDefault: 4, from: 0, to: 8 },
  volume: { says: "shares traded a day, on average", is: "number", byDefault: 1_000_000, from: 0, to: 1e12 },
  "volume noise": {
    says: "the standard deviation of the logarithm of a day's volume",
    is: "number",
    byDefault: 0.5,
    from: 0,
    to: 3,
  },
  "volume with moves": {
    says: "by how much volume grows with each standard deviation of the day's move",
    is: "number",
    byDefault: 0.5,
    from: 0,
    to: 5,
  },
  "volume with price": {
    says: "the power of the price by which volume changes",
    is: "number",
    byDefault: 0,
    from: -3,
    to: 3,
  },
  history: {
    says: "trading days with rows before the note's first day",
    is: "count",
    byDefault: 60,
    from: 0,
    to: 10_000,
  },
  "split below": { says: "the price that closes may not stay below", is: "price", byDefault: 0, from: 0, to: 1e6 },
  "split closes": {
    says: "after so many closes below it there is a reverse split",
    is: "count",
    byDefault: 30,
    from: 1,
    to: 10_000,
  },
  "split target": { says: "the price that the split aims at", is: "price", byDefault: 5, from: 1e-4, to: 1e6 },
  delisting: {
    says: "the chance in a year that the stock is delisted",
    is: "fraction",
    byDefault: 0,
    from: 0,
    to: 0.9999,
  },
  "delisted below": {
    says: "the price below which closes lead to a delisting",
    is: "price",
    byDefault: 0,
    from: 0,
    to: 1e6,
  },
  "delisted closes": { says: "after so many of them", is: "count", byDefault: 180, from: 1, to: 10_000 },
  "delisting loss": {
    says: "the part of the price that is lost on that day",
    is: "fraction",
    byDefault: 0.5,
    from: 0,
    to: 0.9999,
  },
  "delisting volume": {
    says: "the part of the volume that is left after it",
    is: "fraction",
    byDefault: 0.1,
    from: 0,
    to: 1,
  },
} as const satisfies Readonly<Record<string, ParameterKind>>;

export type ParameterName = keyof typeof modelParameters;

/** The names that a model takes. */
export function parametersOf(model: ModelName): readonly ParameterName[] {
  const ofKinds = Object.values(modelKinds).flatMap(({ parameters }) => parameters);
  const names = Object.keys(modelParameters).filter(isParameter);
  return names.filter((name) => modelKinds[model].parameters.includes(name) || !ofKinds.includes(name));
}

export function isParameter(name: string): name is ParameterName {
  return Object.hasOwn(modelParameters, name);
}
