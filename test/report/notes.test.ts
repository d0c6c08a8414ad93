/** Notes of the first example. The sums by hand stand in its README, those of the interest here. */
import { describe, expect, test } from "vitest";
import { NoteBook } from "../../src/report/notes/note-book.ts";
import type { Note } from "../../src/reports.ts";
import { explainReport } from "../../src/reports.ts";
import { parseDate } from "../../src/units/plain-date.ts";
import { exampleReplay } from "./pages.ts";

const replay = exampleReplay();

function notesOf(asked: { value: string; on?: string; of?: string }, book = new NoteBook()): readonly Note[] {
  const { on, ...query } = asked;
  const day = on === undefined ? undefined : parseDate(on);
  const notes = replay.explain(day === undefined ? query : { ...query, on: day }, (fact) => {
    book.noteOf(fact);
    return book.write();
  });
  return notes.ok ? notes.value : [];
}

describe("a note", () => {
  test("has the figure, the sum, the clause and the values that it uses", () => {
    const [note] = notesOf({ value: "Conversion Shares", of: "third" });
    expect(note?.title).toBe("Conversion Shares of third on 2006-11-13");
    // $36,500 at the $.009 that was fixed when the merger was announced: 4,055,555.55…, rounded down.
    expect(note?.figure.text).toBe("4,055,555 shares");
    expect(note?.sum).toContain("$36,500 ÷ $0.009 per share");
    expect(note?.section).toBe("1.1");
    expect(note?.lines.map(({ title, figure }) => [title, figure.text])).toEqual([
      ["Exact Shares of third", "4,055,555.55… shares"],
    ]);
  });

  test("leads on to the notes of what it uses, down to prices of the market", () => {
    const notes = notesOf({ value: "Conversion Price", on: "2006-11-20" });
    const byId = new Map(notes.map((it) => [it.id, it]));
    const price = notes[0]?.lines.find(({ title }) => title === "Variable Conversion Price");
    const market = byId.get(price?.figure.note ?? 0)?.lines.find(({ title }) => title === "Market Price");
    const window = byId.get(market?.figure.note ?? 0)?.lines[0];
    // Twenty trading days, ending one before the day.
    const listed = window?.each?.reduce((days, [what]) => days + (what.includes(" to ") ? 2 : 1), 0);
    expect([window?.figure.text, listed]).toEqual(["20 days", 20]);
  });

  test("is written once for all that rest on the value", () => {
    const notes = notesOf({ value: "Conversion Shares", of: "third" });
    const titles = notes.map(({ title, figure, section }) => `${title} ${figure.text} ${section}`);
    expect(titles.filter((it) => it.startsWith("Conversion Price on 2006-11-13 $0.009"))).toHaveLength(1);
  });

  test("of an account leaves out what was settled before", () => {
    const [note] = notesOf({ value: "Accrued Interest", on: "2006-05-30" });
    const account = notesOf({ value: "Interest", on: "2006-05-30" })[0] ?? note;
    // April was exempt, too: its interest was waived on the 30th. What is left is May's: 29 days of 346,750 × 8% ÷ 365.
    expect(account?.lines.at(0)?.title).toMatch(/^Before, 2005-12-\d\d to 2006-04-30/);
    expect(account?.lines.at(0)?.figure.text).toBe("$0");
    expect(account?.lines.slice(1).map(({ title, figure }) => [title, figure.text])).toEqual([["Interest", "$2,204"]]);
  });
});

test("no more notes are written than there is room for, and those that are left out are counted", () => {
  const book = new NoteBook(1000);
  const notes = notesOf({ value: "Conversion Shares", of: "third" }, book);
  const all = notesOf({ value: "Conversion Shares", of: "third" });
  expect(notes.length).toBeLessThan(all.length);
  const links = notes.flatMap(({ lines }) => lines.flatMap(({ figure }) => figure.note ?? []));
  expect(links.every((id) => id <= notes.length)).toBe(true);
  expect(book.leftOut).toBeGreaterThan(0);
});

test("the page of an explanation opens with the sum and has all notes on paper", () => {
  const page = explainReport(replay, { value: "Conversion Shares", of: "third" });
  if (!page.ok) throw new Error("no page");
  expect(page.value.title).toBe("Conversion Shares of third on 2006-11-13");
  expect(page.value.summary[0]).toContain("$36,500 ÷ $0.009 per share");
  expect(page.value.notes.every(({ isMain }) => isMain)).toBe(true);
});
