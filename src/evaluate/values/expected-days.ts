import type { PlainDate } from "../../units/plain-date.ts";

/** That something rests on trading days beyond the market data, and by which calendar these are expected. */
export interface ExpectedDays {
  /** The calendar of the exchange. */
  readonly calendar: string;
  /** The last day with a row; undefined where there are no data. */
  readonly after: PlainDate | undefined;
}
