/** An issue made of a small text, for tests that damage it, and what the proofs then say. */
import { clean } from '../../src/stages/clean/index.js';
import type { Issue } from '../../src/model/index.js';
import { parse } from '../../src/stages/parse/index.js';
import { restore } from '../../src/stages/restore/index.js';
import { issueOfTree } from '../cases/issue-of-tree.js';
import { rawText } from '../cases/raw-text.js';

const text = `# 活字的命运

沈一

〔提要〕 本文逐一对读两份记录。

〔关键词〕 活字、雕版

谈中国印刷史,通常从雕版讲到活字。<sup>[1]</sup>仿佛后者一出，前者便应退场，事实并非如此。<sup>[2]</sup>

---

[1] 沈括：《梦溪笔谈》卷十八。

[2] 王祯：《农书》卷二十二。
`;

/** A sound issue of one article with two notes. */
export function soundIssue(name = 'input.txt'): Issue {
  return issueOfTree(restore(parse(clean(rawText(text, name)))));
}

/** Fatal messages of an issue, `stage:rule reason`. */
export function fatal(issue: Issue): string[] {
  return issue.raws.flatMap(({ file }) =>
    file.messages
      .filter((message) => message.fatal === true)
      .map(({ source, ruleId, reason }) => `${source}:${ruleId} ${reason}`),
  );
}
