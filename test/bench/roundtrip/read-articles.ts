/** A file in, the articles that kanben makes of it out. */
import { findIssues } from '../../../src/stages/acquire/find-issues.js';
import type { Article } from '../../../src/model/index.js';
import { makeIssue } from '../../../src/pipeline/make-issue.js';

export async function readArticles(place: string): Promise<{ articles: Article[]; messages: string[] }> {
  const found = await findIssues([place], '/');
  const made = await makeIssue(found[0]!, { formats: [], cwd: '/' });
  return {
    articles: made.issue?.articles ?? [],
    messages: made.files.flatMap((file) =>
      file.messages.map(({ fatal, ruleId, reason }) => `${fatal === true ? 'FATAL ' : ''}${ruleId!}: ${reason}`),
    ),
  };
}
