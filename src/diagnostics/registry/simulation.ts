import type { WrittenEntry } from "./entry.ts";

/** Simulations, TN5520 to TN5539: the model of price paths, and what a simulation is asked for. */
export const simulation = {
  TN5520: {
    slug: "unknown-path-model",
    message: "There is no model of price paths `{name}`",
    label: "unknown",
    help: "write one of these: {models}",
    explanation:
      "A model says how prices move from day to day: `gbm` is geometric Brownian motion, `jumps` adds jumps to it, `bootstrap` draws blocks " +
      "of days from a file, and `replay` takes the rows of a file as they are. Its parameters follow a question mark.",
    language: "model",
    wrong: "garch?volatility=80%&price=1.20\n",
    right: "gbm?volatility=80%&price=1.20\n",
  },
  TN5521: {
    slug: "unknown-model-parameter",
    message: "The model `{model}` takes no `{name}`",
    label: "unknown",
    explanation:
      "Each model takes some parameters of its own, and those that all models take, such as `price` and `volume`. They stand behind " +
      "the question mark as `name=value`, with `&` between them. `docs/simulation.md` lists them.",
    language: "model",
    wrong: "gbm?volatility=80%&price=1.20&block=10\n",
    right: "gbm?volatility=80%&price=1.20&history=20\n",
  },
  TN5522: {
    slug: "model-parameter-of-another-form",
    message: "The parameter `{name}` can't be `{text}`",
    label: "not such a value",
    help: "write {expected}",
    explanation:
      "A parameter of a model is a percentage, a price, a whole number or a plain decimal, by its name, and lies in a range in which it " +
      "makes sense. A volatility of 80% is `80%` or `0.8`.",
    language: "model",
    wrong: "gbm?volatility=eighty&price=1.20\n",
    right: "gbm?volatility=80%&price=1.20\n",
  },
  TN5523: {
    slug: "model-parameter-given-twice",
    message: "The parameter `{name}` is given twice",
    label: "given before",
    help: "leave one of the two out",
    explanation: "A parameter has one value. Of two, neither is taken quietly.",
    language: "model",
    wrong: "gbm?volatility=80%&price=1.20&volatility=60%\n",
    right: "gbm?volatility=80%&price=1.20\n",
  },
  TN5524: {
    slug: "model-parameter-missing",
    message: "The model `{model}` needs `{name}`",
    help: "add `{name}=…` behind the question mark",
    explanation:
      "A path starts from a price and moves with a volatility, or takes both from a file of market data. Nothing stands in for them: a " +
      "guess would move every result.",
    language: "model",
    wrong: "gbm?volatility=80%\n",
    right: "gbm?volatility=80%&price=1.20\n",
  },
  TN5525: {
    slug: "no-series-that-moves",
    message: "`{note}` does not say which of its market data are those of the stock",
    help: "say it in the template's head, with `trading days:` and the name of the series",
    explanation:
      "A simulation makes price paths for one series: the one whose days are the note's trading days, or the only one that it has.",
    language: "model",
    wrong: "gbm?volatility=80%&price=1.20, for a note with two series and no word on its trading days\n",
    right: "gbm?volatility=80%&price=1.20, for a note with one series\n",
  },
  TN5526: {
    slug: "column-without-paths",
    message: "A clause reads the column `{column}` of `{series}`, and price paths have none",
    help: "give the series of the stock no such column; another series keeps the data of its file",
    explanation:
      "Price paths have the columns open, high, low, close, vwap and volume, and price, last, mid, bid and ask, which are the close. A " +
      "rate or a fixing belongs to a series of its own, with a file.",
    language: "model",
    wrong: "gbm?volatility=80%&price=1.20, for a series with a column of rates\n",
    right: "gbm?volatility=80%&price=1.20, for a series with closes and volumes\n",
  },
  TN5527: {
    slug: "no-last-day",
    message: "Nothing says through which day the paths of `{note}` go",
    help: "add `--through {example}`, or another day",
    explanation:
      "The last day of a simulation is the one of `--through`, else the last day that the scenario names, else the note's maturity, which " +
      "the template marks with the role `maturity`.",
    language: "model",
    wrong: "gbm?volatility=80%&price=1.20, for a note without a maturity\n",
    right: "gbm?volatility=80%&price=1.20, with --through 2027-01-04\n",
  },
  TN5528: {
    slug: "no-such-plan",
    message: "`{note}` has no plan `{name}`",
    help: "name one of its plans: {plans}",
    explanation:
      "A plan is a list of rules that say who gives which event, and when. The plans of a template stand in the file beside it, " +
      "`note.plans.tenor`; a file of them may be named as well.",
    language: "model",
    wrong: "gbm?volatility=80%&price=1.20, with a plan that the template does not have\n",
    right: "gbm?volatility=80%&price=1.20, with one that it has\n",
  },
  TN5529: {
    slug: "splits-that-nobody-reports",
    message: "The paths split the stock, and no plan reports that to `{note}`",
    help: "run a plan with a signal that is a number, which gives the event of a split when it is not 1; or leave `split below` out",
    explanation:
      "A path tells a plan before a day opens how many new shares each old one is. A note that nobody tells would go on in old shares, " +
      "with prices in new ones.",
    language: "model",
    wrong: "gbm?volatility=80%&price=1.20&split below=1, without a plan\n",
    right: "gbm?volatility=80%&price=1.20, without splits\n",
  },
  TN5530: {
    slug: "impact-without-figures",
    message: "A figure of the plan's price impact has no value",
    help: "say it by figures and deal terms alone",
    explanation: "The figures of a price impact are the same on every day: they are found once, before the first path.",
    language: "model",
    wrong: "gbm?volatility=80%&price=1.20, with an impact that reads prices\n",
    right: "gbm?volatility=80%&price=1.20, with an impact of figures\n",
  },
  TN5531: {
    slug: "last-day-before-the-first",
    message: "The paths of `{note}` would end on {last}, before its first day, {first}",
    help: "write `--through` with {first} or a later day",
    explanation:
      "Paths go from the note's first day to the last day of the simulation. With a last day before the first there is no day of which a " +
      "result could tell.",
    language: "model",
    wrong: "gbm?volatility=80%&price=1.20, with --through 2025-12-31, for a note of 2026-01-05\n",
    right: "gbm?volatility=80%&price=1.20, with --through 2026-12-31\n",
  },
} as const satisfies Readonly<Record<`TN55${number}`, WrittenEntry>>;
