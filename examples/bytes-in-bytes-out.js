// An issue that stands nowhere on disk: its files in, the files of its edition out.
import { makeEdition } from 'kanben';

const { ok, files, findings } = await makeEdition(
  {
    'issue.yaml': '刊名: 渡口志\n年: 2026\n期: 1\n',
    '1.txt': '渡口\n\n沈知白\n\n船[1]来了。\n\n注释\n\n[1] 渡船。\n',
  },
  { name: 'du-kou-zhi', formats: ['epub', 'html', 'jats'], sourceDateEpoch: 0, language: 'zh' },
);
for (const { rule, reason } of findings) console.error(`${rule}: ${reason}`);
console.log(
  ok,
  files.map(({ name, bytes }) => `${name} ${bytes.length > 0}`),
);
