/** The language in which a person is spoken to: what was asked for and the environment in, a language out. */

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** What decides on it, the first that says something: our own variable, then those of the locale in POSIX order. */
const variables = ['KANBEN_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'];

/**
 * @param args what stands after the program's name: `--lang` is needed before they are parsed, for the help itself
 * @param environment as `process.env`
 * @param locale of the system, where the environment says nothing (Windows, macOS)
 */
export function languageOf(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  locale = Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  const said = variables.map((name) => environment[name]).find(Boolean);
  return languageNamed(askedFor(args)) ?? languageNamed(said ?? locale) ?? 'en';
}

function askedFor(args: readonly string[]): string | undefined {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return undefined;
  return args[at] === '--lang' ? args[at + 1] : args[at]!.slice('--lang='.length);
}

/** `zh_CN.UTF-8`, `zh-Hans` and `ZH` are zh. */
function languageNamed(name: string | undefined): Language | undefined {
  const tag = name?.toLowerCase().split(/[-_.@]/)[0];
  return languages.find((language) => language === tag);
}
