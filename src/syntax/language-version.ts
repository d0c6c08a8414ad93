/** The version of the language that this Tenor reads, in notes and in clauses. A text that names none is of this one. */
export const languageVersion = 1;
