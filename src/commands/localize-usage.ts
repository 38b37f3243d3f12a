/** Has the parser of the command line speak the language of the person: a program in, the same with other words out. */
import type { Command } from 'commander';
import type { MessageSet } from '../messages/index.js';

/** What the parser says of arguments that it cannot take, and which sentence says it. */
const errors: [pattern: RegExp, name: keyof MessageSet['cli']['usage']['errors']][] = [
  [/^error: missing required argument '(.+)'/, 'missingArgument'],
  [/^error: option '(.+)' argument missing/, 'optionWithoutValue'],
  [/^error: required option '(.+)' not specified/, 'missingOption'],
  [/^error: unknown option '(.+)'(?:\n\(Did you mean (?:one of )?(.+)\?\))?/, 'unknownOption'],
  [/^error: unknown command '(.+)'(?:\n\(Did you mean (?:one of )?(.+)\?\))?/, 'unknownCommand'],
  [/^error: too many arguments.*Expected (\d+) arguments? but got (\d+)/, 'tooManyArguments'],
  [/^error: option '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\./, 'notOneOf'],
  [/^error: option '.+' argument '.*' is invalid\. (.+)/, 'wrongValue'],
];

/** To be called before commands are added: they take it over. */
export function localizeUsage(program: Command, { cli: { usage, error } }: MessageSet): Command {
  return program
    .helpOption('-h, --help', usage.help)
    .helpCommand('help [command]', usage.help)
    .configureHelp({
      styleTitle: (title) => usage.titles[title as keyof typeof usage.titles] ?? title,
      optionDescription: ({ description, argChoices, defaultValue, defaultValueDescription }) => {
        const notes = [
          ...(argChoices ? [usage.choices(argChoices.join(', '))] : []),
          ...(typeof defaultValue === 'string' || defaultValueDescription
            ? [usage.default(defaultValueDescription ?? String(defaultValue))]
            : []),
        ];
        return [description, ...notes].join(' ');
      },
    })
    .configureOutput({
      outputError: (text, write) => {
        for (const [pattern, name] of errors) {
          const found = pattern.exec(text);
          if (found) return write(`${error}: ${(usage.errors[name] as Wording)(...found.slice(1))}\n`);
        }
        write(text);
      },
    });
}

type Wording = (...parts: (string | undefined)[]) => string;
