/**
 * Reads the lines that fence a container, `::: warning` and `:::`: a construct of micromark, and the node that it makes.
 *
 * A line is a block by itself, wherever it stands; what it opens or closes is told once all blocks are there.
 */
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';

/** A line of colons with what stands behind them. */
export interface ContainerLine {
  type: 'containerLine';
  value: string;
  position?: { start: { offset?: number }; end: { offset?: number } };
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    containerLine: 'containerLine';
  }
}

const colon = 58;
const fewestColons = 3;

const tokenize: Tokenizer = function (effects, ok, nok) {
  let colons = 0;
  const isEnd = (code: Code): boolean => code === null || code < -2;
  const fence: State = (code) => {
    if (code === colon) {
      colons++;
      effects.consume(code);
      return fence;
    }
    return colons < fewestColons ? nok(code) : rest(code);
  };
  const rest: State = (code) => {
    if (isEnd(code)) {
      effects.exit('containerLine');
      return ok(code);
    }
    effects.consume(code);
    return rest;
  };
  return (code) => {
    effects.enter('containerLine');
    return fence(code);
  };
};

const construct: Construct = { name: 'containerLine', tokenize };

export const containerLines: Extension = { flow: { [colon]: construct } };

export const containerLinesFromMarkdown: FromMarkdown = {
  enter: {
    containerLine(token) {
      this.enter({ type: 'containerLine', value: this.sliceSerialize(token) } as never, token);
    },
  },
  exit: {
    containerLine(token) {
      this.exit(token);
    },
  },
};
