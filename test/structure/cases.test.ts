/** The structure stage on its cases: raw text in, issue out; `issue.yaml` may stand beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { issueConfigSchema } from '../../src/model/config/issue-config.js';
import { clean } from '../../src/stages/clean/index.js';
import { packageFolder } from '../../src/system/locations.js';
import { parse } from '../../src/stages/parse/index.js';
import { restore } from '../../src/stages/restore/index.js';
import { structure } from '../../src/stages/structure/index.js';
import { messagesOf, testCases } from '../cases/case-folders.js';
import { dumpIssue } from '../cases/dump-issue.js';
import { rawText } from '../cases/raw-text.js';

// a file that does one thing to every issue is named by a verb of its own
const steps = readdirSync(path.join(packageFolder, 'src/stages/structure'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => /^(read|give|split|unique)-/.test(name));

testCases('structure', steps, ({ input, kind, folder }) => {
  const raw = rawText(input);
  const yaml = path.join(folder, 'issue.yaml');
  const config = issueConfigSchema.parse(
    existsSync(yaml) ? parseYaml(readFileSync(yaml, 'utf8'), { schema: 'failsafe' }) : {},
  );
  const tree = restore(parse(clean(raw, kind)));
  const text = { path: raw.path, name: raw.name, ...(config.texts?.[0] && { config: config.texts[0] }) };
  const issue = structure([tree], {
    slug: 'issue',
    name: 'issue',
    folder: '/texts/issue',
    single: false,
    texts: [text],
    config,
  });
  return { before: '', after: dumpIssue(issue), messages: messagesOf(raw, 'structure') };
});
