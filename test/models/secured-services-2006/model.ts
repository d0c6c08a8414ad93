/**
 * A second implementation of the 7% debenture, written from the contract's text and its catalog of names. It walks the
 * days one by one, does what each event and each day's end bring, and answers questions at the end of the day they name.
 * It shares nothing with the engine or the template.
 */

import type { Answer } from "./answers.ts";
import { ofConversions, ofEvents, onDays } from "./answers.ts";
import type { Day } from "./base/days.ts";
import { dayOf } from "./base/days.ts";
import type { Market } from "./base/market.ts";
import { MissingData } from "./base/market.ts";
import type { WrittenEvent, WrittenStory } from "./base/story.ts";
import { readReadings, readTerms } from "./base/story.ts";
import type { Book } from "./book.ts";
import { conversionFor, openBook, Refused } from "./book.ts";
import { noteDefaults } from "./defaults/defaults.ts";
import { areConditionsMet } from "./defaults/equity-conditions.ts";
import { effects, momentOf } from "./events.ts";
import { settleFromCredit } from "./interest/dues.ts";
import { chargePeriod } from "./interest/periods.ts";
import { decideOnShares, endShares } from "./interest/share-payment.ts";
import { noteLateShares } from "./shares/delivery.ts";

export interface Question {
  readonly value: string;
  readonly on?: string;
  readonly of?: string;
}

export type ModelAnswer = Answer | { readonly error: "refused" | "missing data" };

/** The answers, in the order of the questions. */
export function answersOf(story: WrittenStory, market: Market, questions: readonly Question[]): ModelAnswer[] {
  const answers = new Map<Question, ModelAnswer>();
  const book = walk(story, market, Math.max(0, ...questions.map((it) => dayAsked(it) ?? 0)), {
    dayEnded: (at) => {
      for (const it of questions) if (dayAsked(it) === at.today) answers.set(it, answer(at, it, story.events));
    },
  });
  // What is asked of an event alone stands as the event left it.
  return questions.map((it) => (answers.has(it) ? (answers.get(it) as ModelAnswer) : answer(book, it, story.events)));
}

interface Watcher {
  /** Further events of the day, after those of the story. */
  readonly more?: (book: Book) => readonly WrittenEvent[];
  readonly dayEnded?: (book: Book) => void;
}

/** Goes through the days of the story, and on to the day named. */
export function walk(story: WrittenStory, market: Market, end: Day, { more, dayEnded }: Watcher): Book {
  const book = openBook(readTerms(story.terms), readReadings(story.readings ?? {}), market);
  const timeline = Map.groupBy(
    story.events.map((event) => ({ event, ...momentOf(event) })),
    ({ day }) => day,
  );
  const lastDay = Math.max(end, ...timeline.keys());
  for (let day = book.today; day <= lastDay; day++) {
    book.today = day;
    for (const { event } of (timeline.get(day) ?? []).toSorted((one, other) => one.phase - other.phase))
      apply(book, event);
    for (const event of more?.(book) ?? []) apply(book, event);
    endDay(book);
    dayEnded?.(book);
  }
  return book;
}

const dayAsked = ({ on }: Question): Day | undefined => (on === undefined ? undefined : dayOf(on));

function apply(book: Book, event: WrittenEvent): void {
  try {
    effects[event.event]?.(book, event);
    book.reports.push({ on: book.today, basis: book.basis, event });
    noteDefaults(book, "event");
  } catch (refusal) {
    if (!(refusal instanceof Refused)) throw refusal;
    if (event.id !== undefined) book.refused.add(event.id);
  }
}

function endDay(book: Book): void {
  book.prices.set(book.today, book.price);
  const last = book.principals.at(-1);
  if (last?.amount !== book.principal) book.principals.push({ from: book.today, amount: book.principal });
  noteLateShares(book);
  chargePeriod(book);
  settleFromCredit(book);
  endShares(book);
  noteDefaults(book, "end");
  if (!areConditionsMet(book)) book.unmet.push(book.today);
  decideOnShares(book);
}

function answer(book: Book, { value, of }: Question, events: readonly WrittenEvent[]): ModelAnswer {
  try {
    const event = events.find(({ id }) => id !== undefined && id === of);
    if (event === undefined) return named(onDays, value)(book, of);
    if (book.refused.has(of as string)) throw new Refused();
    if (value in ofConversions)
      return named(ofConversions, value)(book, conversionFor(book, { ...event, for: of as string }));
    return named(ofEvents, value)(book, event);
  } catch (found) {
    if (found instanceof Refused) return { error: "refused" };
    if (found instanceof MissingData) return { error: "missing data" };
    throw found;
  }
}

function named<T>(table: Readonly<Record<string, T>>, name: string): T {
  const found = table[name];
  if (found === undefined) throw new Error(`the model has no ${name}`);
  return found;
}
