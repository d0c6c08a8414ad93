import type { WrittenEntry } from "../entry.ts";

/** The text of a contract that the head of a template names, TN5241 to TN5249. */
export const contractTexts = {
  TN5241: {
    slug: "section-not-in-the-contract",
    severity: "warning",
    message: "The contract's text has no section {section}",
    label: "not in {file}",
    help: "correct the number, or the text; `tenor cover` lists the sections that the text has",
    explanation:
      "Clauses are found by the numbers of their sections. A number that the text does not have leads a reader nowhere, and its clauses " +
      "are set against no sentence. The example is a contract for a template with clauses under 1.1 and 2.1.",
    language: "contract",
    wrong: "1.1 Notices. The Holder may give a Notice.\n\n2.2 Payment. The Borrower pays the Principal.\n",
    right:
      "1.1 Notices. The Holder may give a Notice.\n\n2.1 Payment. The Borrower pays the Principal. It pays in dollars.\n",
  },
  TN5242: {
    slug: "sentence-not-in-the-contract",
    severity: "warning",
    message: "Section {section} of the contract's text has no sentence {sentence}",
    label: "it has {has}",
    help: "name the sentence that says it; `tenor cover --full` numbers them",
    explanation:
      "A line such as `sentence 2` says which sentence of its section the clauses below it state. After a change of the text, or a " +
      "slip, there may be no such sentence. The example is a contract for a template that names the second sentence of 2.1.",
    language: "contract",
    wrong: "1.1 Notices. The Holder may give a Notice.\n\n2.1 Payment. The Borrower pays the Principal.\n",
    right:
      "1.1 Notices. The Holder may give a Notice.\n\n2.1 Payment. The Borrower pays the Principal. It pays in dollars.\n",
  },
} as const satisfies Readonly<Record<string, WrittenEntry>>;
