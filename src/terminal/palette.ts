/** Colours of the terminal: plain where the stream is no terminal or the person wants none. */
import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Puts a style around words. */
export type Paint = (style: Style, words: string) => string;

/**
 * @param isTerminal whether the stream is one
 * @param env `NO_COLOR` set to anything switches colours off (no-color.org), `FORCE_COLOR` on
 */
export function palette(isTerminal: boolean, env: NodeJS.ProcessEnv = process.env): Paint {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const wanted = !env.NO_COLOR && env.TERM !== 'dumb' && (isTerminal || forced);
  return wanted ? (style, words) => styleText(style, words) : (_, words) => words;
}
