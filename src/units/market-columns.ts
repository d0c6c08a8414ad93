/** The columns of market data, by the words that follow `market`: prices per share, and how many shares were traded. */
export const marketColumns = ["open", "high", "low", "close", "vwap", "volume"] as const;

export type MarketColumn = (typeof marketColumns)[number];

export function isMarketColumn(text: string): text is MarketColumn {
  return marketColumns.some((column) => column === text);
}
