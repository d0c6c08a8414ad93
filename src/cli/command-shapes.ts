/** The commands: their arguments, options and help. Each loads when it is used. */
import type { Run } from "./options.ts";

/** What stands as the default of an option that may be repeated. */
export const many = Symbol("many");

export interface CommandShape {
  readonly summary: string;
  readonly description: string;
  /** Left out of help and completions. */
  readonly isHidden?: boolean;
  readonly args: Readonly<Record<string, string>>;
  /** By its flags what an option means, and its default. */
  readonly options?: Readonly<Record<string, string | readonly [meaning: string, byDefault: string | typeof many]>>;
  readonly examples: readonly string[];
  readonly load: () => Promise<{ readonly run: Run }>;
}

export const commands: Readonly<Record<string, CommandShape>> = {
  check: {
    summary: "report errors in templates",
    description: "Reads templates and reports what is wrong in them, with the place and the way out.",
    args: { "<file...>": "templates, and bindings beside them (.binding.json); - reads standard input" },
    options: {
      "--json": "print the findings as JSON",
      "--watch": "check again when a file changes",
      "--fix": "write what findings have for a way out, where it keeps all words and so can't change the meaning",
      "--unsafe-fixes": "with --fix, write the other ways out as well, such as a name that may have been meant",
    },
    examples: [
      "tenor check --fix draft.tenor",
      "tenor check terms/juniper-2005.tenor",
      "tenor check --json - < draft.tenor",
    ],
    load: () => import("./commands/check.ts"),
  },
  cover: {
    summary: "how much of a contract's text a template says",
    description:
      "Sets a contract's text against its template, sentence by sentence: which clauses say it, what is said in words or out " +
      "of scope, and what nothing says; and figures that only one of the two has. Exits with 1 where a sentence is not covered.",
    args: { "<template>": "a template" },
    options: {
      "--text <file>": "the contract's text: plain, Markdown or .docx; by default the file that the note's head names",
      "--against <file>": "a changed text of the contract: say which clauses and stories it makes stale",
      "--full": "list every sentence with its clauses",
      "--json": "print everything as JSON",
      "--html <file>": "write a page with the text on the left and the clauses on the right",
    },
    examples: [
      "tenor cover terms/note.tenor --text contract.txt",
      "tenor cover terms/note.tenor --html cover.html",
      "tenor cover terms/note.tenor --against new-draft.txt",
    ],
    load: () => import("./commands/authoring/cover.ts"),
  },
  fmt: {
    summary: "write templates in the one style",
    description:
      "Writes templates in the one style: indentation, line breaks and blanks. Words, comments and paragraphs stay, and " +
      "so does the meaning. A template that does not parse is not touched.",
    args: { "<path...>": "templates, and folders of them; - reads standard input and writes standard output" },
    options: {
      "--check": "write nothing; say which templates are not in form, and exit with 1 where there are any",
      "--range <lines>": "only the statements on these lines, such as 12:30",
      "--json": "print which files changed as JSON",
    },
    examples: ["tenor fmt terms", "tenor fmt --check terms examples", "tenor fmt - < draft.tenor"],
    load: () => import("./commands/authoring/fmt.ts"),
  },
  lsp: {
    summary: "serve an editor: the language server",
    description:
      "Serves an editor by the Language Server Protocol over standard input and output: findings while typing, what a name means, " +
      "completion, rename and more. docs/editor.md says how an editor is set up.",
    args: {},
    options: { "--stdio": "what it does anyway; some editors add it" },
    examples: ["tenor lsp"],
    load: () => import("./commands/authoring/lsp.ts"),
  },
  init: {
    summary: "lay out a template from a contract's text",
    description:
      "Writes a template to begin with: the sections of a contract's text, and in comments its defined terms, and the " +
      "figures and dates of each section. It parses as it stands, and computes nothing yet.",
    args: { "<contract>": "a contract's text: plain, Markdown or .docx" },
    options: { "--write <file>": "write the template to this file; without it, to standard output" },
    examples: ["tenor init contract.txt --write note.tenor"],
    load: () => import("./commands/authoring/init.ts"),
  },
  new: {
    summary: "write a note to begin with, from clauses of the library",
    description:
      "Asks step by step what a note says, and writes a template of clauses of the library that says it: it checks clean, and its " +
      "stories pass. Answers may come from a file or a pipe, a line each. With --with or --defaults nothing is asked: what " +
      "is not answered stays as --list says, and is marked to be settled.",
    args: { "[file]": "the template to write, such as note.tenor; - writes to standard output" },
    options: {
      "--with <name=answer>": ["an answer, such as interest=quarterly; may be repeated", many],
      "--defaults": "ask nothing",
      "--list": "list the questions, with their answers and what stands where nobody answers",
      "--json": "print what was asked, answered and written as JSON",
    },
    examples: [
      "tenor new note.tenor",
      "tenor new note.tenor --with interest=quarterly --with rate=8% --with conversion=lesser",
      "tenor new --list",
    ],
    load: () => import("./commands/authoring/new.ts"),
  },
  mutate: {
    summary: "changes to a template that no story notices",
    description:
      "Changes one number, comparison, day count, order or clause of a template at a time, and lists the changes that no " +
      "story notices: neither those in it and beside it nor the scenarios named. Exits with 1 where there is one without a reason.",
    args: { "<template>": "a template", "[scenario...]": "more scenarios that should notice" },
    options: {
      "--section <number>": "only changes to this section",
      "--most <number>": ["try at most so many changes", "5000"],
      "--explained <file>":
        "what no story has to notice, each with its reason, as JSON; without it, the list beside the template, note.explained.json",
      "--json": "print the changes as JSON",
    },
    examples: [
      "tenor mutate terms/term-loan.tenor",
      "tenor mutate terms/juniper-2005.tenor examples/juniper-first-eighteen-months/scenario.json --section 1.2(a)",
    ],
    load: () => import("./commands/authoring/mutate.ts"),
  },
  run: {
    summary: "run a scenario: timeline, answers, what is owed",
    description: "Runs a scenario: what happens day by day, the answers to its questions, what is owed at the end.",
    args: { "<scenario>": "a scenario; - reads standard input" },
    options: {
      "--json": "print everything as JSON",
      "--story <name>": "the story with this name, where a template is named in place of a scenario",
      "--plan <plan>":
        "let further events come from this plan: its name in the file of plans beside the template, or a file",
      "--through <date>":
        "run the plan through this day; without it, through the last day of the scenario and its market data",
      "--save-scenario <file>": "write the scenario that the plan made",
      "--csv": "print the timeline as CSV",
      "--html <file>": "write a report with charts to this file, for reading and printing",
      "--xlsx <file>": "write the report's tables to this workbook, a sheet each",
      "--text <file>": "show the contract's text beside the clauses of the report; plain text, Markdown or .docx",
    },
    examples: [
      "tenor run examples/juniper-first-eighteen-months/scenario.json",
      "tenor run story.json --csv > timeline.csv",
      "tenor run story.json --html report.html --text contract.md",
      'tenor run terms/term-loan.tenor --story "without interest the parts are equal"',
      'tenor run examples/discount-to-average/scenario.json --plan "a tranche every ten trading days" --save-scenario made.json',
    ],
    load: () => import("./commands/run.ts"),
  },
  test: {
    summary: "compare answers with what scenarios expect",
    description:
      "Runs scenarios and compares their answers with what they expect. Folders are searched for .json files that ask " +
      "something, and for .tenor files; with a template come the stories beside it. The last line counts questions.",
    args: { "<path...>": "scenarios, templates and folders" },
    options: {
      "--filter <words>": "only what has these words in its path or its name",
      "--json": "print the count and the failures as JSON",
      "--junit <file>": "write the results to this file as well, as JUnit's XML",
      "--tap": "print the results for the Test Anything Protocol",
      "--quiet": "print failures and the last line only",
      "--watch": "test again when a file changes",
      "--coverage": "of a template, say which clauses, branches, readings, exceptions and refusals no story gets to",
      "--html <file>": "with --coverage, write it as a page to this file",
      "--boundaries":
        "of a template, say on which sides of its thresholds stories stand, and write stories for the others",
      "--write <file>": "with --boundaries, write the stories whose answers are open to this file",
      "--section <number>": "with --boundaries, only the thresholds of this section",
      "--explained <file>":
        "with --boundaries, sides on which no story has to stand, each with its reason; without it, those in note.explained.json",
    },
    examples: [
      "tenor test examples",
      "tenor test --quiet examples terms",
      'tenor test terms/juniper-2005.tenor --filter "lesser of"',
      "tenor test examples --junit results.xml",
      "tenor test terms/term-loan.tenor --coverage",
      "tenor test terms/term-loan.tenor examples/term-loan/scenario.json --boundaries",
    ],
    load: () => import("./commands/test.ts"),
  },
  ask: {
    summary: "ask for one value",
    description: "Answers one question about a scenario: a value by its defined name, as of the end of a day.",
    args: {
      "<scenario>": "a scenario; - reads standard input",
      "<value>": "the value's name, in quotes where it has spaces",
    },
    options: {
      "--story <name>": "the story with this name, where a template is named in place of a scenario",
      "--on <date>": "as of the end of this day, such as 2006-05-10",
      "--of <id>": "of the event with this id, or of a section",
      "--json": "print the answer as JSON",
    },
    examples: [
      'tenor ask story.json "Conversion Price" --on 2006-05-10',
      'tenor ask story.json "Conversion Shares" --of c1 --json',
    ],
    load: () => import("./commands/ask.ts"),
  },
  explain: {
    summary: "explain a value, or a finding",
    description:
      "Explains a value: first its sum on one line, then the clauses that give it, then the tree of all values, down " +
      "to prices, events and deal terms. With --code, explains a finding such as TN3002.",
    args: {
      "[scenario]": "a scenario; - reads standard input",
      "[value]": "the value's name, in quotes where it has spaces",
    },
    options: {
      "--story <name>": "the story with this name, where a template is named in place of a scenario",
      "--on <date>": "as of the end of this day, such as 2006-05-10",
      "--of <id>": "of the event with this id, or of a section",
      "--depth <number>": "how many levels of the tree to show",
      "--full": "open every value, and show each day of a window",
      "--code <code>": "a finding's code",
      "--json": "print the tree as JSON",
      "--html <file>": "write the explanation as a page to this file",
      "--text <file>": "show the contract's text beside the clauses of the page; plain text, Markdown or .docx",
    },
    examples: [
      'tenor explain story.json "Conversion Price" --on 2006-05-10',
      'tenor explain story.json "Conversion Shares" --of c1 --depth 2',
      'tenor explain story.json "Conversion Price" --on 2006-05-10 --html price.html',
      "tenor explain --code TN3002",
    ],
    load: () => import("./commands/explain.ts"),
  },
  values: {
    summary: "what can be asked, by section",
    description:
      "Lists what can be asked of a template or a scenario, by section: the name, the event or the section of which it " +
      "has to be asked, the unit, and the words of the template. Of a scenario, with the ids of its events.",
    args: { "<file>": "a template or a scenario; - reads a scenario from standard input" },
    options: { "--json": "print the list as JSON" },
    examples: ["tenor values terms/juniper-2005.tenor", "tenor values examples/term-loan/scenario.json --json"],
    load: () => import("./commands/values.ts"),
  },
  due: {
    summary: "what is owed or must be done, by when",
    description:
      "Lists what is owed or must be done: by which party, by when, and what follows if it is not. Events after the day from " +
      "which it looks ahead have not happened yet.",
    args: { "<scenario>": "a scenario; - reads standard input" },
    options: {
      "--from <date>": "as things stand at the end of this day; without it, of the scenario's last day",
      "--within <time>": ['how far to look ahead, such as "6 weeks" or "1 year"', "30 days"],
      "--json": "print the list as JSON",
    },
    examples: ["tenor due story.json", 'tenor due story.json --from 2006-06-13 --within "2 months"'],
    load: () => import("./commands/standing/due.ts"),
  },
  balances: {
    summary: "where everybody stands over time: what is owed, shares, cash, defaults",
    description:
      "Shows the position at the end of each month, and of the last day: principal, interest, damages, the price of " +
      "conversion, shares, cash, and the defaults that continue. The template says by roles which values these are.",
    args: { "<scenario>": "a scenario; - reads standard input" },
    options: {
      "--every <period>": ["month, quarter or year", "month"],
      "--from <date>": "from this day on; without it, from the first day of the note",
      "--through <date>": "through this day; without it, through the scenario's last day",
      "--csv": "print a row for each value on each day as CSV",
      "--json": "print the positions as JSON",
    },
    examples: [
      "tenor balances examples/juniper-first-eighteen-months/scenario.json --every quarter",
      "tenor balances story.json --from 2006-06-01 --through 2006-12-31",
      "tenor balances story.json --csv > balances.csv",
    ],
    load: () => import("./commands/standing/balances.ts"),
  },
  powers: {
    summary: "what each party may do on a day, and why not",
    description:
      "Lists the powers of the template as things stand at the end of a day: whether the notice may be given that day, the " +
      "conditions that do not hold, the limit, and what it would be refused for. Later events have not happened yet.",
    args: { "<scenario>": "a scenario; - reads standard input", "[event]": "only the power to give this event" },
    options: {
      "--on <date>": "on this day; without it, on the scenario's last day",
      "--json": "print the list as JSON",
    },
    examples: ["tenor powers story.json", 'tenor powers story.json "Notice of Conversion" --on 2007-05-14'],
    load: () => import("./commands/standing/powers.ts"),
  },
  glance: {
    summary: "what `npm start` shows",
    description:
      "Shows some days of a scenario, the position at its end, and a value where one passage is read otherwise.",
    isHidden: true,
    args: { "<scenario>": "a scenario" },
    options: {
      "--day <date>": ["a day of the timeline; may be repeated", many],
      "--reading <name=choice>": "a reading, and another choice of it",
      "--value <name>": ["the value that it moves", many],
    },
    examples: ['tenor glance story.json --day 2006-05-10 --reading roll="next day" --value Principal'],
    load: () => import("./commands/glance.ts"),
  },
  readings: {
    summary: "passages that can be read in more than one way, and how each choice changes the results",
    description:
      "Of a template, lists the passages that can be read in more than one way, and the template's own views. Of a " +
      "scenario, runs every other choice of every reading and lists the answers that move; then runs choices in pairs " +
      "and lists those whose effects do not just add up.",
    args: { "<file>": "a template or a scenario; - reads a scenario from standard input" },
    options: {
      "--value <name>": ["of this value at the scenario's end, instead of what it asks; may be repeated", many],
      "--all": "list choices that move nothing as well",
      "--pairs <number>": "how many pairs of choices to run together, at most; 100 unless said",
      "--json": "print the list as JSON",
      "--html <file>": "write what each choice moves as a page to this file",
      "--xlsx <file>": "write its tables to this workbook, a sheet each",
      "--text <file>": "show the contract's text on the page; plain text, Markdown or .docx",
    },
    examples: [
      "tenor readings terms/juniper-2005.tenor",
      "tenor readings story.json",
      'tenor readings story.json --value "Outstanding Principal" --value "Accrued Interest"',
      "tenor readings story.json --pairs 0",
      "tenor readings story.json --html readings.html",
    ],
    load: () => import("./commands/readings.ts"),
  },
  verify: {
    summary: "run a result again, and say whether it is the same",
    description:
      "Runs a result again that --json printed, or a page or workbook that --html or --xlsx wrote, and says whether every byte agrees; else " +
      "names each input that has changed, and each answer that differs.",
    args: { "<result>": "what a command printed with --json, or wrote with --html or --xlsx; - reads standard input" },
    options: {
      "--scenario <file>": "where the scenario is now; by default where the result says, from its folder or from here",
      "--json": "print the differences as JSON",
    },
    examples: [
      "tenor run examples/term-loan/scenario.json --json > result.json",
      "tenor verify result.json",
      "tenor verify report.html",
      "tenor verify tables.xlsx",
      "tenor verify result.json --scenario elsewhere/scenario.json",
    ],
    load: () => import("./commands/verify.ts"),
  },
  compare: {
    summary: "set instruments side by side in one story",
    description:
      "Runs one story for several instruments and sets them side by side: their terms, what becomes of each, what it costs the " +
      "issuer and brings the holder, and the first day and clause at which they part. A subject is a template, by path or name; " +
      'a template with deal terms and readings of its own, as "note.tenor?NAME=VALUE&NAME=VALUE"; or a subject file (.json). So two ' +
      "readings, two drafts and two sets of terms compare alike. The binding beside a template (note.binding.json) says which of " +
      "its events the story's are.",
    args: { "<subject...>": "two or more: template.tenor, template.tenor?NAME=VALUE, name, subject.json" },
    options: {
      "--story <file>": "what happens, in common terms (tenor/story@1); - reads standard input",
      "--binding <file>": "the binding of each template that has none beside it",
      "--full": "whole clauses, every day that is looked at, and the rule behind each total",
      "--json": "print everything as JSON",
      "--html <file>": "write all of it as a page with a chart of the cost to this file",
      "--xlsx <file>": "write its tables to this workbook, a sheet each",
    },
    examples: [
      "tenor compare terms/juniper-2005.tenor terms/secured-services-2006.tenor --story story.json",
      'tenor compare juniper-2005 "juniper-2005?late delivery days=business" --story story.json',
      "tenor compare old.tenor new.tenor --binding note.binding.json --story story.json",
      "tenor compare cheap.json dear.json --story story.json --json",
      "tenor compare cheap.json dear.json --story story.json --html compared.html",
    ],
    load: () => import("./commands/compare.ts"),
  },
  simulate: {
    summary: "run a note over many price paths: distributions of cash, shares, dilution and return",
    description:
      "Runs a note over price paths that a model makes, and shows the outcome: means with standard errors, percentiles, defaults " +
      "and limits by clause with their share of paths. The same seed gives the same paths on every machine. The subject is a " +
      'template with deal terms, as "note.tenor?NAME=VALUE&NAME=VALUE", or a scenario, whose events then happen on each path. ' +
      "docs/simulation.md lists the models and their parameters.",
    args: { "<subject>": "a template with deal terms behind a question mark, or a scenario" },
    options: {
      "--plan <name>":
        "let the rules of this plan give events on each path: its name in the file of plans beside the template, or a file",
      "--model <text>": "gbm, jumps, bootstrap or replay, with parameters: gbm?volatility=80%&price=1.20",
      "--paths <number>": ["how many paths to run", "1000"],
      "--seed <number>": ["a whole number; the same one gives the same paths", "1"],
      "--through <date>": "the last day; without it the scenario's last day, or the note's maturity",
      "--value <name>": ["show this value, too, as each path ends; may be repeated", many],
      "--compare <changes>": ["the same paths with NAME=VALUE&NAME=VALUE changed; may be repeated", many],
      "--sweep <values>": ["the same paths for NAME=VALUE,VALUE,…; twice for all pairs", many],
      "--readings": "the same paths under each other choice of each reading",
      "--best <side>": "of a sweep, the cell that serves the holder or the issuer best",
      "--loss <amount>": "with --best, what the worst twentieth of paths may lose on average, at most",
      "--path <number>": "run this path alone, and print its timeline",
      "--exact":
        "run all paths in the exact engine; else only what can't be compiled, and what the compiled note can't decide",
      "--check <number>":
        "run so many paths, drawn by the seed, in the exact engine as well, and report how far both agree",
      "--json": "print everything as JSON",
      "--csv": "print a row for each metric as CSV; with --path, the timeline",
      "--parquet <file>": "write those rows to this file as Parquet",
      "--html <file>":
        "write a page with charts to this file: over time, distributions, heat maps, the path that costs most",
      "--threads <number>": "run on so many threads; by default, on all cores",
      "--redis <url>": "hand the paths out to workers through this Redis or Valkey",
      "--keep <folder>": "keep what is done in this folder; by default, in the cache",
      "--patience <seconds>": "with --redis, wait so long for a worker; 60 unless said",
    },
    examples: [
      'tenor simulate examples/juniper-first-eighteen-months/scenario.json --model "gbm?volatility=90%&price=0.055" --paths 500',
      'tenor simulate scenario.json --model "bootstrap?file=prices.csv&block=10" --seed 7 --json',
      'tenor simulate scenario.json --model "gbm?volatility=90%&price=0.055" --sweep "volatility=60%,90%,120%"',
      'tenor simulate scenario.json --model "gbm?volatility=90%&price=0.055" --path 4711',
      'tenor simulate "discount-to-average.tenor?Principal=500000&Issue Date=2026-01-05&Maturity Date=2027-01-04" --plan "a tranche every ten trading days" --model "gbm?volatility=80%&price=1" --through 2027-01-04 --paths 100000 --check 100',
      'tenor simulate scenario.json --model "gbm?volatility=90%&price=0.055" --paths 100000 --redis redis://queue.example:6379',
    ],
    load: () => import("./commands/simulate.ts"),
  },
  portfolio: {
    summary: "many notes in one run: answers, what is due, defaults",
    description:
      "Runs the rows of a file, CSV or Parquet, each a note with its scenario, deal terms and as-of day, and puts answers, what is due, " +
      "breaches and defaults into one table. A row that fails says so and stops nothing. Started again after Ctrl+C, it goes on from " +
      "where it was. docs/distributed.md says how it runs on several machines.",
    args: { "<file>": "a table of notes; - reads standard input" },
    options: {
      "--value <name>": ["answer this value for each row, in place of all that have a role; may be repeated", many],
      "--within <time>": ['how far to look ahead for what falls due, such as "6 weeks"', "30 days"],
      "--csv": "print the table as CSV",
      "--json": "print the rows as JSON, each on its line",
      "--parquet <file>": "write the table to this file as Parquet",
      "--redis <url>": "hand the rows out to workers through this Redis or Valkey",
      "--threads <number>": "run on so many threads; by default, on all cores",
      "--chunk <number>": ["so many rows go together", "50"],
      "--keep <folder>": "keep what is done in this folder; by default, in the cache",
      "--patience <seconds>": "with --redis, wait so long for a worker; 60 unless said",
    },
    examples: [
      "tenor portfolio examples/portfolio/notes.csv",
      'tenor portfolio notes.csv --value "Outstanding Principal" --csv > positions.csv',
      "tenor portfolio notes.parquet --parquet positions.parquet",
      "tenor portfolio notes.csv --redis rediss://queue.example:6379 --json",
    ],
    load: () => import("./commands/many/portfolio.ts"),
  },
  worker: {
    summary: "run what other machines hand out through Redis",
    description:
      "Takes chunks of portfolios and simulations out of Redis or Valkey, runs them on the cores of this machine, and gives back what they come to, " +
      "until it is stopped. Any number of workers may run, all of the same version. A worker opens no file: texts come by their " +
      "content. A password may stand in TENOR_REDIS_PASSWORD. docs/distributed.md says what it needs and what is lost when it fails.",
    args: {},
    options: {
      "--redis <url>": "where the work is handed out",
      "--threads <number>": "run on so many threads; by default, on all cores",
    },
    examples: [
      "tenor worker --redis redis://queue.example:6379",
      "tenor worker --redis rediss://queue.example:6379 --threads 8",
    ],
    load: () => import("./commands/many/worker.ts"),
  },
  schema: {
    summary: "print a JSON Schema for a template's scenarios",
    description:
      "Prints a JSON Schema for the scenarios of a template. An editor completes names with it: save it beside a " +
      'scenario, and name it there as "$schema".',
    args: { "<template>": "a template; - reads standard input" },
    examples: ["tenor schema terms/juniper-2005.tenor > juniper-2005.schema.json"],
    load: () => import("./commands/schema.ts"),
  },
  completions: {
    summary: "print a script that completes commands in a shell",
    description: "Prints a script with which a shell completes Tenor's commands and options.",
    args: { "<shell>": "bash, zsh or fish" },
    examples: [
      'eval "$(tenor completions bash)"    # in ~/.bashrc',
      'eval "$(tenor completions zsh)"     # in ~/.zshrc, after compinit',
      "tenor completions fish > ~/.config/fish/completions/tenor.fish",
    ],
    load: () => import("./commands/completions.ts"),
  },
};
