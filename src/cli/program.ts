/** Reads the command line with Commander, and runs the command that it names. */
import { Command, CommanderError, InvalidArgumentError } from "commander";
import type { CommandShape } from "./command-shapes.ts";
import { commands, many } from "./command-shapes.ts";
import type { ExitStatus } from "./exit-status.ts";
import { exitStatus } from "./exit-status.ts";
import { version } from "./files/version.ts";
import { keepLimits } from "./limits.ts";
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** Runs one command. Whatever it throws, but for a wrong use of the command line, is a mistake of ours. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.fine;
  const program = createProgram(args, terminal, (it) => {
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

function createProgram(args: readonly string[], terminal: Terminal, finish: (status: ExitStatus) => void): Command {
  const isNeeded = neededBy(args);
  const program = new Command("tenor")
    .description("Runs the terms of convertible notes, exactly.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .option("--no-cache", "compile templates without the cache")
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
  for (const [name, shape] of Object.entries(commands)) {
    const command = program.command(name, { hidden: shape.isHidden ?? false });
    if (isNeeded(name)) describe(command, shape);
    command.action(async () => {
      const { run } = await shape.load();
      finish(await run(command.args, command.opts<Options>(), terminal, program));
    });
  }
  return program;
}

/** To describe all commands takes longer than many a command: only help, completions, and who names none, read of others. */
function neededBy(args: readonly string[]): (name: string) => boolean {
  const isNamed = Object.keys(commands).some((name) => args.includes(name));
  const readsAll = !isNamed || ["-h", "--help", "help", "completions"].some((it) => args.includes(it));
  return (name) => readsAll || args.includes(name);
}

function describe(command: Command, { summary, description, args, options = {}, examples }: CommandShape): void {
  command.summary(summary).description(description);
  for (const [name, meaning] of Object.entries(args)) command.argument(name, meaning);
  for (const [flags, meaning] of Object.entries(options)) {
    const [words, byDefault] = typeof meaning === "string" ? [meaning] : meaning;
    if (byDefault === many) command.option(flags, words, collect, []);
    else if (flags.includes("<")) command.option(flags, words, valueOfOption, byDefault);
    else command.option(flags, words, byDefault);
  }
  command.addHelpText("after", `\nExamples:\n${examples.map((line) => `  ${line}`).join("\n")}`);
}

function collect(value: string, values: readonly string[]): string[] {
  return [...values, valueOfOption(value)];
}

/** An option without its value takes the next option for it, which then does nothing. */
function valueOfOption(value: string): string {
  if (/^--[a-z]/.test(value)) throw new InvalidArgumentError("It is an option itself; write the value in front of it.");
  return value;
}

const programHelp = `
Examples:
  tenor run examples/juniper-first-eighteen-months/scenario.json
  tenor ask story.json "Conversion Price" --on 2006-05-10
  tenor check terms/juniper-2005.tenor
  tenor test examples

Exit status: 0 fine; 1 the input was wrong, a check or test failed, or a question
could not be answered; 2 wrong use of the command.`;
