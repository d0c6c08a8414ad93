// `npm start`: fetches what is missing to run, then runs the command line; without arguments, the first example. Plain
// JavaScript that Node 20 can run.
import { existsSync } from "node:fs";
import { install } from "./install.mjs";

install("running");
const firstExample = "examples/juniper-first-eighteen-months/scenario.json";

const isFirstLook = process.argv.length === 2 && existsSync(firstExample);
if (process.argv.length === 2) process.argv.push(...(isFirstLook ? ["run", firstExample] : ["--help"]));
if (isFirstLook) process.on("exit", showNext);
await import("../bin/tenor.mjs");

function showNext() {
  process.stdout.write(`
Next, with ${firstExample} as FILE:
  npm start -- ask FILE "Conversion Price" --on 2006-11-20      one answer, on any day
  npm start -- explain FILE "Conversion Price" --on 2006-11-20  why it is that
  npm start -- due FILE --from 2006-11-13 --within "60 days"    what is due, and what follows if it is not done
  npm start -- readings FILE                                    what each open passage of the contract costs
`);
}
