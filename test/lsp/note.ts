/** A note with what editors ask about: parties, terms, an event, values, a state, a reading, a story. */
export const uri = "file:///deals/note.tenor";
export const note = `note "A Note"
  parties: Borrower, Holder
  exists from: Issue Date

given Principal: money
given Issue Date: date

section 1 "Price"
reading "rounding"
  choices: "up", "down"
  chosen: "up"
event Conversion Notice by Holder
  Amount Converted: money
Conversion Price means $0.05 per share
Shares Due for each Conversion Notice is fixed as its Amount Converted / Conversion Price

section 1(a) "Balance"
Balance starts at Principal
when Conversion Notice
  Balance falls by its Amount Converted

test "one conversion"
  with: Principal = $1,000
  with: Issue Date = 2024-01-02
  reading: "rounding" = "down"
  on 2024-02-01: Conversion Notice "c1", Amount Converted $100
  expect: Shares Due of "c1" is 2,000 shares under 1
  expect: Balance is $900 under 1(a)
`;
