/**
 * One labelling of a whole text: the cheapest path over all lines, by what the witnesses say of each and what the grammar
 * says of neighbours (Viterbi). The margin of a line is what the best path loses when the line has to be something else.
 */
import { first, next } from './grammar.js';
import { lineRoles, type Labelled, type LineRole, type LineText, type Vote, type Witness } from './role.js';
import { weights } from './weights.js';

type Scores = Record<LineRole, number>;

const scoresOf = (of: (role: LineRole) => number): Scores =>
  Object.fromEntries(lineRoles.map((role) => [role, of(role)])) as Scores;

export function labelText(text: LineText, witnesses: readonly Witness[]): Labelled[] {
  const { lines, fixed } = text;
  const votes = lines.map((line, at): (Vote & { witness: string })[] =>
    fixed[at]
      ? []
      : witnesses.flatMap((witness) =>
          witness.read(line, at, text).map((vote) => ({ ...vote, witness: witness.name })),
        ),
  );
  const own = votes.map((said, at) =>
    scoresOf((role) =>
      (role === 'fixed') !== (fixed[at] === true)
        ? -1000
        : said.reduce((sum, vote) => (vote.for === role ? sum + weights[vote.weight] : sum), 0),
    ),
  );
  const step = (from: LineRole, to: LineRole): number => next[from][to] ?? 0;
  // best path up to each role of each line, and from it to the end
  const ahead: Scores[] = [];
  lines.forEach((_, at) => {
    ahead[at] = scoresOf(
      (role) =>
        own[at]![role] +
        (at === 0 ? first[role] : Math.max(...lineRoles.map((from) => ahead[at - 1]![from] + step(from, role)))),
    );
  });
  const behind: Scores[] = [];
  for (let at = lines.length - 1; at >= 0; at--) {
    behind[at] = scoresOf((role) =>
      at === lines.length - 1
        ? 0
        : Math.max(...lineRoles.map((to) => behind[at + 1]![to] + own[at + 1]![to] + step(role, to))),
    );
  }
  return lines.map((_, at): Labelled => {
    const ranked = lineRoles
      .map((role) => ({ role, score: ahead[at]![role] + behind[at]![role] }))
      .sort((a, b) => b.score - a.score);
    const [best, second] = ranked as [(typeof ranked)[0], (typeof ranked)[0]];
    return { role: best.role, margin: best.score - second.score, second: second.role, votes: votes[at]! };
  });
}
