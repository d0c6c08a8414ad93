// `npm start`: fetches what is missing to run, then runs the command line; without arguments, the first example. Plain
// JavaScript that Node 20 can run.
import { existsSync } from "node:fs";
import { install } from "./install.mjs";

install("running");
const firstExample = "examples/juniper-first-eighteen-months/scenario.json";

if (process.argv.length === 2) process.argv.push(...(existsSync(firstExample) ? ["run", firstExample] : ["--help"]));
await import("../bin/tenor.mjs");
