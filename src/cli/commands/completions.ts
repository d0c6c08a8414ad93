import type { Command } from "commander";
import { exitStatus } from "../exit-status.ts";
import type { Run } from "../options.ts";
import { wrongUse } from "../refuse.ts";

/** `tenor completions SHELL`: a script that completes commands and options; other words complete as file names. */
export const run: Run = ([shell = ""], _options, terminal, program) => {
  const render = Object.entries(shells).find(([name]) => name === shell)?.[1];
  if (render === undefined) {
    return wrongUse(`there are completions for ${Object.keys(shells).join(", ")}, not for ${shell}`, terminal);
  }
  const listed = program.createHelp().visibleCommands(program);
  terminal.out.write(`${render(listed.filter((it) => it.name() !== "help"))}\n`);
  return exitStatus.fine;
};

const shells = { bash: renderBash, zsh: renderZsh, fish: renderFish };

function renderBash(commands: readonly Command[]): string {
  const cases = commands.map((it) => `    ${it.name()}) options="${[...longOptions(it), "--help"].join(" ")}" ;;`);
  return `_tenor() {
  local current="\${COMP_WORDS[COMP_CWORD]}" options="--help --version"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ] && [ "\${current#-}" = "$current" ]; then
    COMPREPLY=($(compgen -W "${commands.map((it) => it.name()).join(" ")} help" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
  esac
}
complete -o default -F _tenor tenor`;
}

function renderZsh(commands: readonly Command[]): string {
  const list = commands.map((it) => `    ${quoted(`${it.name()}:${it.summary()}`)}`);
  const cases = commands.map((it) => {
    const options = it.options.flatMap(({ long, description, required }) =>
      long === undefined ? [] : [quoted(`${long}[${description}]${required ? ":value:" : ""}`)],
    );
    return `    ${it.name()}) _arguments ${[...options, "'--help[print help]'", "'*:file:_files'"].join(" ")} ;;`;
  });
  return `#compdef tenor
_tenor() {
  local -a commands
  commands=(
${list.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command="$words[2]"
  words=("\${words[@]:1}")
  (( CURRENT -= 1 ))
  case "$command" in
${cases.join("\n")}
  esac
}
compdef _tenor tenor`;
}

function renderFish(commands: readonly Command[]): string {
  return commands
    .flatMap((it) => [
      `complete -c tenor -n __fish_use_subcommand -f -a ${it.name()} -d ${quoted(it.summary())}`,
      ...it.options.flatMap(({ long, description, required }) =>
        long === undefined
          ? []
          : [
              `complete -c tenor -n '__fish_seen_subcommand_from ${it.name()}' ${required ? "-x " : ""}-l ${long.slice(2)} -d ${quoted(description)}`,
            ],
      ),
    ])
    .join("\n");
}

function longOptions({ options }: Command): string[] {
  return options.flatMap(({ long }) => long ?? []);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
