/** The proof screen in a real browser: questions answered by keys, words typed in the text, undo, reload, two windows. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lostNotes } from '../proof/opened.js';
import { openDesk } from './desk-page.js';
import { openBrowser, type OpenBrowser } from './open-browser.js';

let open: OpenBrowser;
before(async () => void (open = await openBrowser()));
after(() => open.close());

const left = (count: number): string =>
  `document.querySelector('.pane-queue .pane-title').textContent.startsWith('${count} question')`;

test('questions are answered by keys alone, and each answer is on the disk', async (t) => {
  const desk = await openDesk(t, open.browser, { '1.txt': lostNotes(8) });
  await desk.until(left(4));
  await desk.find('.question[aria-current=true] .choice');
  await desk.press('j', 'k', 'Enter');
  await desk.record(/^- accept: restore:pair-notes\n {2}at: /);
  await desk.until(left(3));
  await desk.press('2');
  await desk.until("document.activeElement.name === 'words'");
  await desk.page.keyboard.type('渡口志补编。');
  await desk.press('Enter');
  await desk.record(/- note: 渡口志补编。\n {2}after: /);
  await desk.until(left(2));
  await desk.until("[...document.querySelectorAll('.block.note')].some((one) => one.textContent === '渡口志补编。')");
  await desk.press('u');
  await desk.until(left(3));
  assert.doesNotMatch(await desk.corrections(), /渡口志补编/);
  await desk.press('a');
  await desk.until(left(0));
  assert.match(await desk.corrections(), /count: 4/);
  await desk.page.reload();
  await desk.until(left(0));
  assert.deepEqual(desk.complaints, []);
});

test('what is typed in the text becomes a record, Enter parts and Backspace joins', async (t) => {
  const desk = await openDesk(t, open.browser, { '1.txt': lostNotes(2) });
  await desk.find('.block.paragraph');
  await desk.caret('第二渡口', 4);
  await desk.page.keyboard.type('老');
  await desk.press('Escape');
  await desk.until("!document.querySelector('.sheet').textContent.includes('渡口老的')");
  assert.equal(await desk.corrections(), '', 'Escape leaves things as they were');
  await desk.caret('第二渡口', 4);
  await desk.page.keyboard.type('老');
  await desk.caret('第一渡口', 0);
  await desk.record(
    /^- find: 第二渡口的船夫\n {2}replace: 第二渡口老的船夫\n|^- find: .*渡口.*\n {2}replace: .*渡口老.*\n/,
  );
  await desk.until("document.querySelector('.sheet').textContent.includes('渡口老的船夫')");
  await desk.caret('第一渡口', 12);
  await desk.press('Enter');
  await desk.record(/- split: .+ \| .+\n/);
  await desk.until("document.querySelectorAll('.block.paragraph').length === 3");
  await desk.caret('第二渡口', 0);
  await desk.press('Backspace');
  await desk.record(/- join: .+ \| 第二渡\n/);
  await desk.until("document.querySelectorAll('.block.paragraph').length === 2");
  assert.deepEqual(desk.complaints, []);
});

test('a second window and an editor beside see what is done, and lose nothing', async (t) => {
  const desk = await openDesk(t, open.browser, { '1.txt': lostNotes(8) });
  await desk.until(left(4));
  const other = await desk.window();
  const see = (what: string) => other.waitForFunction(what, { polling: 100 });
  await see(left(4));
  await desk.press('Enter');
  await see(left(3));
  await desk.write('corrections.yaml', `# by hand\n${await desk.corrections()}- {find: 第八渡口, replace: 第九渡口}\n`);
  await desk.until("document.querySelector('.sheet').textContent.includes('第九渡口')");
  await see("document.querySelector('.sheet').textContent.includes('第九渡口')");
  await other.bringToFront();
  await other.keyboard.press('Enter');
  await desk.until(left(2));
  assert.match(await desk.corrections(), /^# by hand\n[^]*第九渡口[^]*- accept/);
});

test('hostile words are words', async (t) => {
  const attack = '<img src=x onerror="document.title=1">';
  const desk = await openDesk(t, open.browser, {
    '1.txt': `${lostNotes(4).replace('第二渡口', `第二渡口${attack}<script>document.title=2</script>`)}`,
    'issue.yaml': `journal: '${attack}'\n`,
    'corrections.yaml': `- {find: 第一渡口, replace: '${attack}'}\n`,
  });
  await desk.until("document.querySelector('.sheet')?.textContent.includes('onerror')");
  assert.equal(await desk.page.evaluate("document.querySelectorAll('#desk img, #desk script').length"), 0);
  assert.doesNotMatch(await desk.page.title(), /^[12]$/);
  assert.deepEqual(desk.complaints, []);
});
