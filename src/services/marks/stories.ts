/** The stories of a template, and beside each clause how many of them expect something of it. */
import { groupBy } from "../../base/group-by.ts";
import type { Analysis, FileView } from "../analysis.ts";
import { occurrencesInUnit, occurrencesOf } from "../occurrences.ts";
import type { Place } from "../place.ts";
import { placeOf } from "../place.ts";
import { termKey } from "../terms.ts";

export interface StoryPlace {
  readonly title: string;
  /** The story as a whole, and its title. */
  readonly place: Place;
  readonly titleAt: Place;
}

export interface Lens {
  readonly place: Place;
  /** The stories that it is about: one that can be run, or those that expect something of a clause. */
  readonly stories: readonly string[];
  readonly isStory: boolean;
}

export function storiesIn(file: FileView): StoryPlace[] {
  return file.units.flatMap(({ statement }) =>
    statement.kind === "Story"
      ? [{ title: statement.title.text, place: placeOf(statement.span), titleAt: placeOf(statement.title.span) }]
      : [],
  );
}

export function lensesOf(file: FileView, analysis: Analysis): Lens[] {
  const own = storiesIn(file).map(({ title, titleAt }) => ({ place: titleAt, stories: [title], isStory: true }));
  const expected = expectedBy(analysis);
  const declared = occurrencesOf(file, analysis).filter(({ isDeclaration }) => isDeclaration);
  const ofClauses = declared.flatMap(({ term, ...place }) => {
    const stories = expected.get(termKey(term)) ?? [];
    return stories.length === 0 ? [] : [{ place, stories: [...new Set(stories)], isStory: false }];
  });
  return [...own, ...ofClauses].toSorted((a, b) => a.place.start - b.place.start);
}

/** By what they expect something of, the stories that do. */
function expectedBy(analysis: Analysis): ReadonlyMap<string, readonly string[]> {
  const pairs = analysis.files.flatMap((file) =>
    file.units.flatMap((unit) => {
      const { statement } = unit;
      if (statement.kind !== "Story") return [];
      const places = new Map(occurrencesInUnit(unit, file, analysis).map(({ start, term }) => [start, termKey(term)]));
      return statement.expectations.flatMap(({ value, section }) =>
        [value, ...(section === undefined ? [] : [section])].flatMap(({ span }) => {
          const key = places.get(placeOf(span).start);
          return key === undefined ? [] : [{ key, title: statement.title.text }];
        }),
      );
    }),
  );
  const grouped = groupBy(pairs, ({ key }) => key);
  return new Map([...grouped].map(([key, all]) => [key, all.map(({ title }) => title)]));
}
