/**
 * The order of the rooms of `src/`, and the two rules that keep it: no file imports a room that comes later in the list,
 * and no files import one another in a circle, types included.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** A room may import those above it in this list, and itself. */
export const rooms = [
  'system',
  'version.ts',
  'messages',
  'model',
  'vocabulary',
  'positions',
  'diagnostics',
  'cache',
  // the stages of a text, in the order of the road
  'stages/acquire',
  'stages/clean',
  'stages/parse',
  'stages/restore',
  'stages/revise',
  'stages/structure',
  'stages/typeset',
  'stages/verify',
  // what compares editions, runs the stages and writes what they make
  'inspect',
  'editions',
  'pipeline',
  'publish',
  'build',
  'proof',
  'export',
  'doctor',
  'plugins',
  'index.ts',
  // the desk, a client of the library
  'desk',
  // what speaks with a person
  'terminal',
  'commands',
  'bin.ts',
];

/** Rooms that are clients of the library: all that they may import, beside themselves. */
const clients = new Map([['desk', ['index.ts', 'messages']]]);

/** @param {string} file relative to `src/`, with slashes */
const roomOf = (file) => rooms.findIndex((room) => file === room || file.startsWith(`${room}/`));

const relative = (/** @type {string} */ file) => path.relative(src, file).split(path.sep).join('/');

/** The file of `src/` that an import names; undefined for a library. */
function targetOf(/** @type {string} */ from, /** @type {string} */ specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const file = path.resolve(path.dirname(from), specifier);
  return ['.ts', '.tsx'].map((end) => file.replace(/\.js$/, end)).find((one) => existsSync(one));
}

const importPattern = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^'\n]+)'/g;

/** @type {Map<string, string[]> | undefined} */
let graph;

/** What each file of `src/` imports, read once a run. */
function importsOf(/** @type {string} */ file) {
  graph ??= new Map(
    readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => {
        const place = path.join(src, name);
        const targets = [...readFileSync(place, 'utf8').matchAll(importPattern)].map(([, to]) => targetOf(place, to));
        return [place, targets.filter((target) => target !== undefined)];
      }),
  );
  return graph.get(file) ?? [];
}

/** The shortest way from one file to another along imports; undefined where there is none. */
function wayBetween(/** @type {string} */ from, /** @type {string} */ to) {
  /** @type {Map<string, string | undefined>} */
  const cameFrom = new Map([[from, undefined]]);
  for (const file of cameFrom.keys()) {
    if (file === to) {
      const way = [];
      for (let at = /** @type {string | undefined} */ (to); at; at = cameFrom.get(at)) way.unshift(relative(at));
      return way;
    }
    for (const next of importsOf(file)) if (!cameFrom.has(next)) cameFrom.set(next, file);
  }
  return undefined;
}

/** Calls `check` with each import of a file of `src/` that names another. */
function eachImport(check) {
  return {
    create(context) {
      const from = context.filename;
      const look = (node) => {
        const target = typeof node.source?.value === 'string' && targetOf(from, node.source.value);
        if (target) check(context, node.source, from, target);
      };
      return {
        ImportDeclaration: look,
        ExportNamedDeclaration: look,
        ExportAllDeclaration: look,
        ImportExpression: look,
        TSImportType: look,
      };
    },
  };
}

export default {
  rules: {
    'no-upward-import': eachImport((context, node, from, target) => {
      const [own, other] = [roomOf(relative(from)), roomOf(relative(target))];
      if (own < 0) context.report({ node, message: `${relative(from)} is in no room of lint/rooms.js.` });
      else if (own !== other && clients.get(rooms[own])?.includes(rooms[other]) === false)
        context.report({ node, message: `${rooms[own]} is a client of the library and imports nothing else of it.` });
      else if (other > own) context.report({ node, message: `${rooms[own]} comes before ${rooms[other]}.` });
    }),
    'no-circle': eachImport((context, node, from, target) => {
      const back = wayBetween(target, from);
      if (back) context.report({ node, message: `Imports in a circle: ${[relative(from), ...back].join(' → ')}.` });
    }),
  },
};
