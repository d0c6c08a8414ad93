/** Cases of the ACTUS reference suite, as their files have them. */

export interface ActusCase {
  readonly id: string;
  readonly terms: ReadonlyMap<string, string>;
  /** The last day that is looked at; none for the whole contract. */
  readonly to: string | undefined;
  /** Observed figures by what is observed, rising by day. */
  readonly observed: ReadonlyMap<string, readonly Observed[]>;
  /** What parties do: a kind, a day and perhaps an amount. */
  readonly events: readonly { readonly kind: string; readonly day: string; readonly value: string | undefined }[];
  readonly results: readonly ActusEvent[];
}

export interface Observed {
  readonly day: string;
  readonly value: string;
}

/** One event with what is paid, and the state behind it. A contract without a principal has no state. */
export interface ActusEvent {
  readonly day: string;
  readonly kind: string;
  readonly payoff: number;
  readonly state: { readonly [K in StateName]?: number };
}

export const stateNames = ["notionalPrincipal", "nominalInterestRate", "accruedInterest"] as const;
export type StateName = (typeof stateNames)[number];

/** The cases of a file, in its order. */
export function readCases(text: string): ActusCase[] {
  const file: unknown = JSON.parse(text);
  return Object.entries(fields(file)).map(([id, it]) => readCase(id, fields(it)));
}

function readCase(id: string, it: Fields): ActusCase {
  const terms = Object.entries(fields(it.terms)).map(([name, value]) => [name, written(value)] as const);
  const observed = Object.values(fields(it.dataObserved)).map((series) => {
    const { identifier, data } = fields(series);
    const rows = list(data)
      .map(fields)
      .map(({ timestamp, value }) => ({ day: dayOf(written(timestamp)), value: written(value) }));
    return [written(identifier), rows] as const;
  });
  const to = written(it.to);
  return {
    id,
    terms: new Map(terms),
    to: to === "" ? undefined : dayOf(to),
    observed: new Map(observed),
    events: list(it.eventsObserved).map(fields).map(readObservedEvent),
    results: list(it.results).map(fields).map(readResult),
  };
}

function readObservedEvent(it: Fields): ActusCase["events"][number] {
  const value = it.value ?? it.payoff;
  return {
    kind: written(it.type ?? it.eventType),
    day: dayOf(written(it.time ?? it.eventDate)),
    value: value === undefined ? undefined : written(value),
  };
}

function readResult(it: Fields): ActusEvent {
  const state = stateNames.flatMap((name) => (it[name] === undefined ? [] : [[name, Number(it[name])] as const]));
  return {
    day: dayOf(written(it.eventDate)),
    kind: written(it.eventType),
    payoff: Number(it.payoff),
    state: Object.fromEntries(state),
  };
}

/** The end of a day is the beginning of the next. */
export function dayOf(text: string): string {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  if (text.includes("T23:59:59")) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Some files have numbers where others have texts, some with blanks around. */
function written(value: unknown): string {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map(written).join(",");
  if (typeof value !== "number") return "";
  return Math.abs(value) < 1e-6 && value !== 0 ? value.toFixed(20) : String(value);
}
