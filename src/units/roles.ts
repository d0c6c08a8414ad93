/**
 * The published roles: what a value of a note is, in words that all notes share. A template marks its values with them
 * (`role "principal left": Outstanding Principal`), and instruments are set side by side by role, not by name.
 *
 * A note may mark several values with one role, and one value with several roles.
 */

/**
 * What a role is good for: "term" for setting the terms of instruments side by side, "position" for where the parties
 * stand at the end of a day, "both" for either.
 */
export type RoleGroup = "term" | "position" | "both";

/** The parts of a position, in the order in which they are shown. */
export const positionParts = ["owed", "shares", "cash", "defaults"] as const;

export type PositionPart = (typeof positionParts)[number];

export interface RoleKind {
  readonly name: string;
  readonly group: RoleGroup;
  /** Of a role of positions, the part of the position that it belongs to. */
  readonly part?: PositionPart;
  /** One phrase, for documentation and editors. */
  readonly says: string;
  /** Where the role marks events, such as those that change the conversion price. Otherwise it marks values. */
  readonly marks?: "events";
}

/** In the order in which a reader wants them: the price, what is owed, what was given, what can go wrong. */
export const roles = [
  {
    name: "price of conversion",
    group: "both",
    part: "shares",
    says: "the price per share at which the holder converts",
  },
  { name: "price formula", group: "term", says: "the clause by which that price is calculated, and its parts" },
  {
    name: "discount",
    group: "term",
    says: "the percentage of the market's or round's price at which the holder converts",
  },
  { name: "cap on holding", group: "term", says: "the part of the shares that the holder may own" },
  { name: "cap on issuance", group: "term", says: "the shares that may be issued to the holder in all" },
  { name: "interest rate", group: "term", says: "the yearly rate on principal" },
  { name: "default rate", group: "term", says: "the yearly rate on what is overdue, or during a default" },
  { name: "maturity", group: "term", says: "the day on which the principal is due" },
  { name: "deadline", group: "term", says: "the last day of another duty or right" },
  {
    name: "adjustment",
    group: "term",
    says: "an event that changes the price or what the holder gets",
    marks: "events",
  },
  { name: "penalty", group: "term", says: "what a late or missed delivery or payment costs" },
  { name: "call", group: "term", says: "whether the issuer may prepay or call the note, and at what price" },
  { name: "default", group: "both", part: "defaults", says: "the Events of Default" },
  { name: "principal left", group: "position", part: "owed", says: "the principal that is unpaid and unconverted" },
  { name: "interest", group: "position", part: "owed", says: "interest that has accrued and is unpaid, due or not" },
  { name: "interest due", group: "position", part: "owed", says: "the part of that interest that has fallen due" },
  { name: "default interest", group: "position", part: "owed", says: "interest on what is overdue, unpaid" },
  { name: "fees", group: "position", part: "owed", says: "fees that are unpaid" },
  { name: "damages", group: "position", part: "owed", says: "damages for late or missed deliveries, unpaid" },
  {
    name: "default amount",
    group: "both",
    part: "owed",
    says: "what is owed in place of principal once the note is accelerated",
  },
  {
    name: "principal convertible",
    group: "position",
    part: "shares",
    says: "the most principal that the holder may convert now",
  },
  { name: "shares to the holder", group: "position", part: "shares", says: "the shares issued to the holder so far" },
  {
    name: "shares owed",
    group: "position",
    part: "shares",
    says: "the shares of conversions that have not been delivered",
  },
  {
    name: "shares outstanding",
    group: "position",
    part: "shares",
    says: "all shares of the issuer, those of the holder among them",
  },
  { name: "cash to the holder", group: "position", part: "cash", says: "the money paid to the holder so far" },
  { name: "cash from the holder", group: "position", part: "cash", says: "the money paid by the holder so far" },
] as const satisfies readonly RoleKind[];

/** The published name of a role. */
export type Role = (typeof roles)[number]["name"];

/** The role of that name, if it is published. */
export function roleNamed(name: string): RoleKind | undefined {
  return roles.find((it) => it.name === name);
}

/** Whether a role of the group serves that purpose. */
export function isRoleFor(purpose: "term" | "position", { group }: RoleKind): boolean {
  return group === purpose || group === "both";
}
