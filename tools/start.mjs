// `npm start`: fetches what is missing to run, then runs the command line; without arguments, the first example. Plain
// JavaScript that Node 20 can run.
import { existsSync } from "node:fs";
import { install } from "./install.mjs";

install("running");
const firstExample = "examples/juniper-first-eighteen-months/scenario.json";
// Three instructive days, and a passage that changes what is owed.
const firstLook = ["2007-01-16", "2007-04-30", "2007-05-14"].flatMap((day) => ["--day", day]);
firstLook.push("--reading", "late delivery days=business", "--value", "Damages Owed");

// `npm start -- report` writes the report of the first example, which is easier to read in a browser.
const report = "first-example.html";
if (process.argv[2] === "report" && process.argv.length === 3 && existsSync(firstExample))
  process.argv.splice(2, 1, "run", firstExample, "--html", report);

const isFirstLook = process.argv.length === 2 && existsSync(firstExample);
if (process.argv.length === 2)
  process.argv.push(...(isFirstLook ? ["glance", firstExample, ...firstLook] : ["--help"]));
if (isFirstLook) process.on("exit", showNext);
await import("../bin/tenor.mjs");

function showNext() {
  process.stdout.write(`
Next, with ${firstExample} as FILE:
  npm start -- report                                       a page with charts
  npm start -- run FILE                                     every day
  npm start -- explain FILE "Damages Owed" --on 2007-06-29  why it is $14,000
  npm start -- readings FILE                                each passage's price
`);
}
