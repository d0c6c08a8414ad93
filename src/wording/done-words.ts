import type { PostingFact } from "../evaluate/replay/journal-facts.ts";

/** What has happened to an account, by the verb of the posting. */
export const doneWords: Readonly<Record<PostingFact["verb"], string>> = {
  charge: "charged",
  "fall due": "falls due",
  waive: "waived",
  convert: "converted",
  clear: "cleared",
  payment: "paid",
};
