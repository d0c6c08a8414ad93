/** The names of the two catalogs: deal terms, events, fields and values. Each of them has to be one token. */
export const catalogNames: readonly string[] = `
  Principal · Issue Date · Maturity Date · Interest Rate · Default Interest Rate · Interest Floor Price
  Applicable Percentage · Initial Fixed Conversion Price · Shares Outstanding · Closing Date
  Authorized Shares Available · Holder Other Shares · Holder Share of Notes · Notice of Conversion
  Principal Converted · Include Interest · Include Default Interest · Include Damages · Shares Delivered
  Interest Paid · Amount · Principal Paid · Stock Split · Ratio · Shares Outstanding Reported · Shares
  Holder Position Reported · Major Announcement · Kind · Announcement Ended · Securities Issued · Consideration
  Additional Consideration · Conversion Consideration · Maximum Shares · Exempt · Distribution · Amount per Share
  Record Date · Purchase Rights Issued · Rights per Share · Merger Consummated · Successor Shares per Share
  Cash per Share · Merger Election · Treat as Default · Shares Authorized · Judgment · Judgment Resolved
  Bankruptcy Proceeding · Proceeding Stayed · Receiver Appointed · Delisting · Relisting · Breach Notice
  Breach Cured · Section · Misrepresentation · Material · Conversion Failure Notice · Conversion Failure Cured
  Registration Filed · Registration Effective · Registration Lapsed · Registration Restored · Cross Default
  Cross Default Ended · Default Notice · Default Amount Paid · Optional Prepayment Notice · Prepayment Date
  Optional Prepayment Paid · Partial Call · Determination Date · Dividend Paid · Shares Repurchased · Debt Incurred
  Assets Sold · Loan Made · Guarantee Given · Consent · Exception · Notice Sent · Method · Received · Market Price
  Variable Conversion Price · Fixed Conversion Price · Conversion Price · Outstanding Principal · Accrued Interest
  Interest Due · Interest Payment Date · Default Interest · Conversion Date · Principal Accepted
  Conversion Amount · Conversion Shares · Delivery Deadline · Late Delivery Payments · Shares Issued
  Maximum Convertible Principal · Reserved Amount Required · Conversion Default Payments · Maximum Share Amount
  Maximum Conversion Date · Trading Market Prepayment Date · Trading Market Prepayment Amount
  Distribution Entitlement · Purchase Rights Entitlement · Conversion Consideration Shares
  Conversion Consideration Cash · Covenant Breached · Event of Default · Acceleration Date · Default Sum
  Parity Value · Default Amount · Notice Effective Date · Call Available · Earliest Prepayment Date
  Optional Prepayment Amount · Call Right Forfeited · Partial Call Available · Partial Call Price
  Partial Call Principal · Conversion Barred
  Original Issue Date · Default Rate · Maximum Lawful Rate · Initial Conversion Price · Issuable Maximum
  Aggregate Principal · Conversion Shares Delivered · Conversion Rescinded · Buy-In · Purchase Price
  Shares Anticipated · Sale Price · Buy-In Paid · Interest Election · Continuing · In Shares
  Interest Shares Pre-Delivered · Interest Shares Delivered · Equity Condition Failed · Equity Condition Met
  Condition · Stock Dividend · Combination · Reclassification · Shares Before · Shares After · Dilutive Issuance
  Effective Price · Pro Rata Distribution · Fair Market Value per Share · Rights Offering
  Shares Outstanding at Issuance · Shares Offered · Aggregate Offering Price · Fundamental Transaction
  Securities per Share · Change of Control · Percent · Ownership Limit Waiver · Authorized Share Approval
  Merger Negotiation Opinion · Covenant Default · Covenant Default Notice · Covenant Default Cured · Accelerated
  Bankruptcy Case · Bankruptcy Dismissed · Voluntary · Conversion Refused · Acceleration Elected
  Acceleration Rescinded · Mandatory Prepayment Paid · Indebtedness Incurred · Lien Created · Charter Amended
  Cash Dividend Paid · Permitted · VWAP · Interest Conversion Rate · Interest Share Payment Allowed
  Interest Conversion Shares · Interest Shares Issuable · Failed Share Payment Cash · Late Fees
  Fractional Share Cash · Conversion Interest · Delivery Date · Rescission Date · Liquidated Damages
  Buy-In Payment · Beneficial Ownership Limitation · Holder Issuable Maximum · Excess Principal
  Reserved Shares Required · Alternate Consideration Securities · Alternate Consideration Cash
  Equity Conditions Met · Mandatory Prepayment Amount · Interest Rate in Force`
  .split(/[·\n]/)
  .map((name) => name.trim())
  .filter((name) => name !== "");
