/** Opens the examples of templates that go on to be checked: each note says who is party to it and from when it exists. */
export const exampleHead =
  'note "Example"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n\ngiven Issue Date: date\n';

/** The same for one whose times are those of a place, with an event. */
export const placedHead = `${exampleHead.replace("Issue Date\n\n", 'Issue Date\n  times are in: "New York"\n\n')}event Notice by Holder\n`;
/** The same of a note in two currencies. */
export const headInTwoCurrencies = exampleHead.replace("  exists", "  currencies: EUR, NOK\n  exists");
