// A program that stays: after a correction, only what it reaches is made again.
import { Session } from 'kanben';

const session = new Session();
const issue = { '1.txt': '渡口\n\n船来了，人上船。水很平。\n' };
try {
  const first = await session.make(issue, { formats: ['html'] });
  const second = await session.make(
    { ...issue, 'corrections.yaml': '- {find: 水很平, replace: 水很静}\n' },
    { formats: ['html'], onProgress: ({ stage }) => stage === 'restore' && console.log('restored again') },
  );
  const [before, after] = [first, second].map(({ files }) => files.map(({ bytes }) => Buffer.from(bytes)).join(''));
  console.log(before.includes('水很平'), after.includes('水很静'));
} finally {
  await session.close();
}
