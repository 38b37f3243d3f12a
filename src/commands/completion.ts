/** `kanben completion`: a script that completes commands, options and their choices in a shell, made of the program itself. */
import { Argument, type Command } from 'commander';
import type { AddCommand } from './command.js';

export const addCompletion: AddCommand = (program, { stdout, words }) => {
  program
    .command('completion')
    .description(words.cli.completion)
    .addArgument(new Argument('<shell>').choices(Object.keys(scripts)))
    .action((shell: keyof typeof scripts) => void stdout.write(scripts[shell](program)));
};

/** What may follow a command: its options with their meaning, and the values of those that have a choice. */
interface Completion {
  command: string;
  meaning: string;
  options: { flag: string; meaning: string; choices: readonly string[] }[];
}

function completionsOf(program: Command): Completion[] {
  return program.commands.map((command) => ({
    command: command.name(),
    meaning: command.description(),
    options: [...command.options, ...program.options].flatMap(({ long, description, argChoices = [] }) =>
      long ? [{ flag: long, meaning: description, choices: argChoices }] : [],
    ),
  }));
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const scripts = {
  bash(program: Command): string {
    const all = completionsOf(program);
    const flags = all.map(
      ({ command, options }) => `    ${command}) flags=${quoted(options.map(({ flag }) => flag).join(' '))} ;;`,
    );
    const choices = new Map(all.flatMap(({ options }) => options.map(({ flag, choices: of }) => [flag, of] as const)));
    const values = [...choices]
      .filter(([, of]) => of.length > 0)
      .map(([flag, of]) => `    ${flag}) COMPREPLY=($(compgen -W ${quoted(of.join(' '))} -- "$word")); return ;;`);
    return `_kanben() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} flags=''
  case $before in
${values.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(all.map(({ command }) => command).join(' '))} -- "$word") $(compgen -f -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${flags.join('\n')}
  esac
  case $word in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _kanben kanben
`;
  },

  zsh(program: Command): string {
    const all = completionsOf(program);
    const named = all.map(({ command, meaning }) => `    ${quoted(`${command}:${meaning.replaceAll(':', '\\:')}`)}`);
    const cases = all.map(({ command, options }) => {
      const specs = options.map(({ flag, meaning, choices }) => {
        const told = meaning.replace(/[[\]:]/g, ' ');
        return `      ${quoted(`${flag}[${told}]${choices.length > 0 ? `:value:(${choices.join(' ')})` : ''}`)}`;
      });
      return `    ${command}) _arguments \\\n${[...specs, `      '*:file:_files'`].join(' \\\n')} ;;`;
    });
    return `#compdef kanben
_kanben() {
  local -a commands=(
${named.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case $words[2] in
${cases.join('\n')}
  esac
}
compdef _kanben kanben
`;
  },

  fish(program: Command): string {
    const lines = completionsOf(program).flatMap(({ command, meaning, options }) => [
      `complete -c kanben -n __fish_use_subcommand -a ${command} -d ${quoted(meaning)}`,
      ...options.map(({ flag, meaning: said, choices }) => {
        const values = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : '';
        return `complete -c kanben -n '__fish_seen_subcommand_from ${command}' -l ${flag.slice(2)} -d ${quoted(said)}${values}`;
      }),
    ]);
    return `${lines.join('\n')}\n`;
  },
} as const;
