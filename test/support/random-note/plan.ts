import type { Draw } from "./draw.ts";
import { pickFrom } from "./draw.ts";

/** A plan over the names of a random note: rules of every kind, and often a sale. */
export function randomPlan(template: string, draw: Draw): string {
  const pick = <T>(...choices: readonly T[]): T => pickFrom(draw, choices);
  const names = (type: string) => [
    ...template.matchAll(new RegExp(`^${type} (?:One|Two|Three) (?:means|holds)`, "gm")),
  ];
  const named = (type: string, ...others: readonly string[]) =>
    pick(...names(type).map(([found]) => found.replace(/ (?:means|holds)$/, "")), ...others);
  const market = template.includes("series Stock") ? "Stock" : "market";
  const close = `${market} close`;
  const yesterday = `(${close} as of the last trading day before today)`;
  const amount = () =>
    pick(
      named("Amount", "Balance"),
      "$10",
      "unpaid Interest",
      "(the lesser of Balance and $40, rounded down to $1)",
      "Step Size",
    );
  const condition = () =>
    pick(
      named("Flag", "Lapsed"),
      "Balance is more than $0",
      `${yesterday} is more than ($2 per share, not restated for splits)`,
      `${close} is more than ($2 per share, not restated for splits)`,
      "Left is (0 shares, not restated for splits)",
      "Signal Price is more than ($1 per share, not restated for splits)",
      "Notice has happened",
    );
  const ofNotice = () => pick("its Open", "its Amount is more than Balance", condition());
  const close_ = () => pick("", "", " at the close");
  const asked = (of: () => string) => pick("", ` if ${of()}`, ` if ${of()}`);
  const notice = (value = amount()) =>
    `the Holder gives Notice, Amount being ${value}${pick("", ", Open being yes", ", Count being (7 shares, not restated for splits)")}`;
  const others = () => pick("", `, otherwise ${notice()}`, ", otherwise the Borrower gives Tick");
  const day = () =>
    pick(
      named("Day", "2024-01-15"),
      "the first trading day of the month of today",
      "the last business day on or before 2024-01-20",
      "3 trading days after Issue Date",
      "Mark, or else Issue Date",
    );
  const rules: readonly (() => string)[] = [
    () => `on each ${pick("day", "business day", "trading day")}${close_()}${asked(condition)}, ${notice()}${others()}`,
    () => `on (${day()})${close_()}${asked(condition)}, ${notice()}${others()}`,
    () => `on each of Pay Days${close_()}${asked(condition)}, ${notice(pick("$5", "Step Size"))}`,
    () =>
      `every ${pick("3", "5", "Pace")} ${pick("days", "business days", "trading days")} from and including ${pick("Issue Date", "2024-01-10")}${close_()}${asked(condition)}, ${notice()}${others()}`,
    () =>
      `on ${pick("1 business day", "2 days", "3 trading days")} after its date for each Notice${close_()}${asked(ofNotice)}, the Borrower gives Reply, Amount being ${pick("its Amount", "$3", amount())}`,
    () =>
      `when ${pick(named("Flag", "Lapsed"), "Rich", "Default")} ${pick("begins", "ends")}${close_()}${asked(condition)}, ${pick(notice(), "the Borrower gives Tick")}`,
    () =>
      `on each trading day if ${pick(`${yesterday} is less than ($1 per share, not restated for splits)`, "Signal Price is less than ($1 per share, not restated for splits)", "Balance is $0")}, the Borrower gives Split, Ratio being ${pick("0.5", "2", `(${yesterday} / ($1 per share, not restated for splits))`)}`,
  ];
  const sale = `the Holder sells ${pick("Held", named("Count", "Held"), "(the sum of its Count over Notice events)")}, at most ${pick("10%", "Part")} * ${market} volume, at ${market} ${pick("vwap", "close")}${pick("", ", leaving Left")}`;
  return [
    'plan "random"',
    `given Step Size: money${template.includes("currencies: USD") ? " in USD" : ""} = ${pick("$5", "$50")}`,
    `given Pace: number = ${pick("2", "4", "0.5")}`,
    "given Part: percent = 5%",
    "signal Signal Price = $2 per share, not restated for splits",
    "Left starts at 0 shares, restated for splits",
    "Rich holds when Balance is more than $100",
    ...Array.from({ length: 1 + draw(4) }, () => pick(...rules)()),
    ...(draw(3) === 0 ? [] : [sale]),
    "",
  ].join("\n");
}
