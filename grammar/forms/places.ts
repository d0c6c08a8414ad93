/** The places whose clocks the language knows: behind a time, a name is one of them, whatever stands behind it. */
export const placesOfTime: ReadonlySet<string> = new Set([
  ...["New York", "Chicago", "Los Angeles", "London", "Dublin", "Amsterdam", "Brussels", "Copenhagen", "Frankfurt"],
  ...[
    "Luxembourg",
    "Milan",
    "Oslo",
    "Paris",
    "Stockholm",
    "Zurich",
    "Tokyo",
    "Hong Kong",
    "Singapore",
    "Sydney",
    "UTC",
  ],
  ...["New York City", "Eastern", "Central European", "CET", "GMT"],
]);
