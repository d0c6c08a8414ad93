import { expect, test } from "vitest";
import { formatTime, parseTime } from "../../src/units/time-of-day.ts";

test.each([
  ["00:00", 0],
  ["12:00", 720],
  ["18:00", 1080],
  ["09:05", 545],
  ["23:59", 1439],
  ["5:00 p.m.", 1020],
  ["05:30 pm", 1050],
  ["12:00 p.m.", 720],
  ["12:15 a.m.", 15],
])("%s is %i minutes after midnight", (text, minutes) => {
  expect(parseTime(text)).toBe(minutes);
});

test.each([
  "",
  "24:00",
  "18:60",
  "9:05",
  "18",
  "18:00:00",
  "18.00",
  " 18:00",
  "18:00\n",
  "18:00 pm",
  "0:30 a.m.",
  "6 p.m.",
  "-1:00",
])("%j is no time of day", (text) => {
  expect(parseTime(text)).toBeUndefined();
});

test("every minute of the day is written and read back", () => {
  const texts = Array.from({ length: 24 * 60 }, (_, minutes) => {
    const hours = Math.floor(minutes / 60);
    return `${String(hours).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  });
  expect(texts.map((text) => parseTime(text))).toEqual(texts.map((_, minutes) => minutes));
  expect(texts.map((text) => formatTime(parseTime(text) ?? (0 as never)))).toEqual(texts);
});
