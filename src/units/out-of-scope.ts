/** Why a sentence of a contract may be left out of its template: `sentence 3 is out of scope: "another document"`. */
export const outOfScopeReasons = [
  "recital or form",
  "definition used elsewhere",
  "representation",
  "another document",
  "procedure and governing law",
  "judgement of a person",
] as const;
