/** What the command line has: commands, their arguments, options and help. The commands themselves load when they are used. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import type { ExitStatus } from "./exit-status.ts";
import { exitStatus } from "./exit-status.ts";
import { packageFolder } from "./files/folders.ts";
import { keepLimits } from "./limits.ts";
import type { Terminal } from "./terminal.ts";

/** Runs one command. Whatever it throws, but for a wrong use of the command line, is a mistake of ours. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.fine;
  const program = createProgram(terminal, (it) => {
    status = it;
  });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander throws for help that was asked for as well.
    return error.exitCode === 0 ? exitStatus.fine : exitStatus.wrongUse;
  }
  return status;
}

function createProgram(terminal: Terminal, finish: (status: ExitStatus) => void): Command {
  const program = new Command("tenor")
    .description("Runs the terms of convertible notes, exactly.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .option("--no-cache", "read templates anew, whatever the cache has")
    .option("--limit <name=value>", "change a limit, such as steps=200000000; may be repeated", collect, [])
    .hook("preAction", (it) => {
      const wrong = keepLimits(it.opts<{ limit: string[] }>().limit);
      if (wrong !== undefined) it.error(`error: ${wrong}`);
      // Each command is a bundle of its own, and all of them see the environment.
      if (it.opts<{ cache: boolean }>().cache === false) process.env.TENOR_CACHE = "off";
    })
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out.write(text), writeErr: (text) => terminal.err.write(text) })
    .addHelpText("after", programHelp);
  addCheck(program, terminal, finish);
  addRun(program, terminal, finish);
  addTest(program, terminal, finish);
  addAsk(program, terminal, finish);
  addExplain(program, terminal, finish);
  addDue(program, terminal, finish);
  addReadings(program, terminal, finish);
  addSchema(program, terminal, finish);
  addCompletions(program, terminal, finish);
  return program;
}

type Adder = (program: Command, terminal: Terminal, finish: (status: ExitStatus) => void) => void;

const addCheck: Adder = (program, terminal, finish) => {
  program
    .command("check")
    .summary("find fault with templates")
    .description("Reads templates and tells what is wrong with them, with the place and the way out.")
    .argument("<file...>", "templates; - reads standard input")
    .option("--json", "print the findings as JSON")
    .option("--watch", "check again when a file changes")
    .addHelpText("after", examples("tenor check terms/juniper-2005.tenor", "tenor check --json - < draft.tenor"))
    .action(async (files: string[], options: object) => {
      const { runCheck } = await import("./commands/check.ts");
      finish(await runCheck(files, options, terminal));
    });
};

const addRun: Adder = (program, terminal, finish) => {
  program
    .command("run")
    .summary("run a scenario: timeline, answers, what is owed")
    .description("Runs a scenario: what happens day by day, the answers to its questions, what is owed at the end.")
    .argument("<scenario>", "a scenario; - reads standard input")
    .option("--json", "print everything as JSON")
    .option("--csv", "print the timeline as CSV")
    .addHelpText(
      "after",
      examples(
        "tenor run examples/juniper-first-eighteen-months/scenario.json",
        "tenor run story.json --csv > timeline.csv",
      ),
    )
    .action(async (scenario: string, options: object) => {
      const { runRun } = await import("./commands/run.ts");
      finish(await runRun(scenario, options, terminal));
    });
};

const addTest: Adder = (program, terminal, finish) => {
  program
    .command("test")
    .summary("hold answers against what scenarios expect")
    .description(
      "Runs scenarios and holds their answers against what they expect. Folders are searched for .json files that ask " +
        "something, and for .tenor files. The last line counts questions.",
    )
    .argument("<path...>", "scenarios, templates and folders")
    .option("--json", "print the count and the failures as JSON")
    .option("--quiet", "print failures and the last line only")
    .option("--watch", "test again when a file changes")
    .addHelpText("after", examples("tenor test examples", "tenor test --quiet examples terms"))
    .action(async (paths: string[], options: object) => {
      const { runTest } = await import("./commands/test.ts");
      finish(await runTest(paths, options, terminal));
    });
};

const addAsk: Adder = (program, terminal, finish) => {
  program
    .command("ask")
    .summary("ask for one value")
    .description("Answers one question about a scenario: a value by its defined name, as of the end of a day.")
    .argument("<scenario>", "a scenario; - reads standard input")
    .argument("<value>", "the value's name, in quotes where it has spaces")
    .option("--on <date>", "as of the end of this day, such as 2006-05-10")
    .option("--of <id>", "of the event with this id, or of a section")
    .option("--json", "print the answer as JSON")
    .addHelpText(
      "after",
      examples(
        'tenor ask story.json "Conversion Price" --on 2006-05-10',
        'tenor ask story.json "Conversion Shares" --of c1 --json',
      ),
    )
    .action(async (scenario: string, value: string, options: object) => {
      const { runAsk } = await import("./commands/ask.ts");
      finish(await runAsk(scenario, value, options, terminal));
    });
};

const addExplain: Adder = (program, terminal, finish) => {
  program
    .command("explain")
    .summary("tell why a value is what it is, or what a finding means")
    .description(
      "Tells why a value is what it is: the clauses that give it, down to prices, events and deal terms. With --code, " +
        "what a finding such as TN3002 means.",
    )
    .argument("[scenario]", "a scenario; - reads standard input")
    .argument("[value]", "the value's name, in quotes where it has spaces")
    .option("--on <date>", "as of the end of this day, such as 2006-05-10")
    .option("--of <id>", "of the event with this id, or of a section")
    .option("--full", "whole clauses, and each day of a window")
    .option("--code <code>", "a finding's code")
    .option("--json", "print the tree as JSON")
    .addHelpText(
      "after",
      examples(
        'tenor explain story.json "Conversion Price" --on 2006-05-10',
        'tenor explain story.json "Conversion Shares" --of c1 --full',
        "tenor explain --code TN3002",
      ),
    )
    .action(async (scenario: string | undefined, value: string | undefined, options: object) => {
      const { runExplain } = await import("./commands/explain.ts");
      finish(await runExplain(scenario, value, options, terminal));
    });
};

const addDue: Adder = (program, terminal, finish) => {
  program
    .command("due")
    .summary("what is owed or must be done, by when")
    .description(
      "Lists what is owed or must be done: by whom, by when, and what follows if it is not. Events after the day from " +
        "which it looks ahead have not happened yet.",
    )
    .argument("<scenario>", "a scenario; - reads standard input")
    .option("--from <date>", "as things stand at the end of this day; without it, of the scenario's last day")
    .option("--within <time>", 'how far to look ahead, such as "6 weeks"', "30 days")
    .option("--json", "print the list as JSON")
    .addHelpText(
      "after",
      examples("tenor due story.json", 'tenor due story.json --from 2006-06-13 --within "2 months"'),
    )
    .action(async (scenario: string, options: { within: string }) => {
      const { runDue } = await import("./commands/due.ts");
      finish(await runDue(scenario, options, terminal));
    });
};

const addReadings: Adder = (program, terminal, finish) => {
  program
    .command("readings")
    .summary("passages that can be read in more than one way, and what hangs on them")
    .description(
      "Of a template, lists the passages that can be read in more than one way, and the template's own views. Of a " +
        "scenario, runs every other choice of every reading and lists the answers that move.",
    )
    .argument("<file>", "a template or a scenario; - reads a scenario from standard input")
    .option(
      "--value <name>",
      "of this value at the scenario's end, instead of what it asks; may be repeated",
      collect,
      [],
    )
    .option("--all", "list choices that move nothing as well")
    .option("--json", "print the list as JSON")
    .addHelpText(
      "after",
      examples(
        "tenor readings terms/juniper-2005.tenor",
        "tenor readings story.json",
        'tenor readings story.json --value "Outstanding Principal" --value "Accrued Interest"',
      ),
    )
    .action(async (file: string, options: { value: string[] }) => {
      const { runReadings } = await import("./commands/readings.ts");
      finish(await runReadings(file, options, terminal));
    });
};

function collect(value: string, values: readonly string[]): string[] {
  return [...values, value];
}

const addSchema: Adder = (program, terminal, finish) => {
  program
    .command("schema")
    .summary("print a JSON Schema for a template's scenarios")
    .description(
      "Prints a JSON Schema for the scenarios of a template. An editor completes names with it: save it beside a " +
        'scenario, and name it there as "$schema".',
    )
    .argument("<template>", "a template; - reads standard input")
    .addHelpText("after", examples("tenor schema terms/juniper-2005.tenor > juniper-2005.schema.json"))
    .action(async (template: string) => {
      const { runSchema } = await import("./commands/schema.ts");
      finish(await runSchema(template, terminal));
    });
};

const addCompletions: Adder = (program, terminal, finish) => {
  program
    .command("completions")
    .summary("print a script that completes commands in a shell")
    .description("Prints a script with which a shell completes Tenor's commands and options.")
    .argument("<shell>", "bash, zsh or fish")
    .addHelpText(
      "after",
      examples(
        'eval "$(tenor completions bash)"    # in ~/.bashrc',
        'eval "$(tenor completions zsh)"     # in ~/.zshrc, after compinit',
        "tenor completions fish > ~/.config/fish/completions/tenor.fish",
      ),
    )
    .action(async (shell: string) => {
      const { runCompletions } = await import("./commands/completions.ts");
      finish(runCompletions(shell, program, terminal));
    });
};

const programHelp = `
Examples:
  tenor run examples/juniper-first-eighteen-months/scenario.json
  tenor ask story.json "Conversion Price" --on 2006-05-10
  tenor check terms/juniper-2005.tenor
  tenor test examples

Exit status: 0 fine; 1 the input was wrong, a check or test failed, or a question
could not be answered; 2 wrong use of the command.`;

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}

function version(): string {
  const text = readFileSync(join(packageFolder(), "package.json"), "utf8");
  return String(Object(JSON.parse(text)).version);
}
