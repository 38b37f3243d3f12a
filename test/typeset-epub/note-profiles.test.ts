import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { imageSize } from 'image-size';
import { noteProfiles, type NoteProfile } from '../../src/model/choices.js';
import { makeEpub, readBackBook } from '../../src/stages/typeset/epub/index.js';
import { composeEdition } from '../../src/stages/typeset/html/index.js';
import { outputsAgree } from '../../src/stages/verify/outputs-agree.js';
import { fullIssue } from '../typeset-html/issue-fixture.js';
import { epubCheckTs } from './epub-check-ts.js';
import { elements, openBook, words } from './open-book.js';
import { tortureIssue } from './torture-issue.js';

const article = 'OEBPS/text/diao-ban-yu-huo-zi.xhtml';
const isCall = ({ properties }: Element) => [properties.className].flat().includes('note-call');
const isNote = ({ properties }: Element) => [properties.className].flat().includes('footnote');

async function bookFor(notes: NoteProfile) {
  const edition = composeEdition(fullIssue());
  return openBook(await makeEpub(edition, { notes, fonts: 'none' }));
}

/** Markup of the first call and of its note. */
async function firstOf(notes: NoteProfile): Promise<{ call: string; note: string; all: string }> {
  const all = await (await bookFor(notes)).text(article);
  return {
    call: /<sup[^>]*><a[^>]*id="call-note-\w+-1".*?<\/sup>/.exec(all)![0].replace(/note-\w{6}-/g, 'n-'),
    note: /<(aside|li|div)[^>]*id="note-\w+-1"[^]*?<\/\1>/.exec(all)![0].replace(/note-\w{6}-/g, 'n-'),
    all,
  };
}

for (const notes of noteProfiles) {
  test(`notes for ${notes}: the book is valid, holds the text, and each note leads to its calls and back`, async () => {
    for (const issue of [fullIssue, tortureIssue]) {
      const edition = composeEdition(issue());
      const bytes = await makeEpub(edition, { notes, fonts: 'none' });
      assert.deepEqual(await epubCheckTs(bytes), []);
      assert.deepEqual(await outputsAgree(edition, 'EPUB', { readBack: readBackBook(bytes) }), []);
      const book = await openBook(bytes);
      let found = 0;
      for (const name of book.names.filter((entry) => entry.startsWith('OEBPS/text/'))) {
        const tree = await book.tree(name);
        const calls = elements(tree, isCall);
        for (const note of elements(tree, isNote)) {
          found += 1;
          const own = calls.filter(({ properties }) => properties.href === `#${String(note.properties.id)}`);
          const backs = elements(note, ({ properties }) => [properties.className].flat().includes('note-back'));
          assert.ok(own.length > 0);
          assert.deepEqual(
            backs.map(({ properties }) => properties.href),
            own.map(({ properties }) => `#${String(properties.id)}`),
          );
        }
      }
      assert.equal(
        found,
        edition.documents.reduce((sum, document) => sum + document.notes.length, 0),
      );
    }
  });
}

test('standard: noteref within the raised mark, aside with type, role and class', async () => {
  const { call, note } = await firstOf('standard');
  assert.equal(
    call,
    '<sup class="note-mark"><a class="note-call" id="call-n-1" href="#n-1" epub:type="noteref" role="doc-noteref">[1]</a></sup>',
  );
  assert.match(note, /^<aside class="footnote" id="n-1" epub:type="footnote" role="doc-footnote">/);
});

test('duokan: the sign as a picture in a.duokan-footnote, the note as an item of its list', async () => {
  const { call, note, all } = await firstOf('duokan');
  assert.equal(
    call,
    '<sup class="note-mark"><a class="note-call duokan-footnote" id="call-n-1" href="#n-1" epub:type="noteref" role="doc-noteref"><img class="note-sign" src="../marks/note.png" alt="[1]" /></a></sup>',
  );
  assert.match(note, /^<li class="footnote duokan-footnote-item" id="n-1">/);
  assert.match(all, /<ol class="duokan-footnote-content">\s*<li/);
});

test('weread: the words of the note stand in the alternative text of the sign', async () => {
  const { call, note } = await firstOf('weread');
  assert.equal(
    call,
    '<sup class="note-mark"><a class="note-call" id="call-n-1" href="#n-1" epub:type="noteref" role="doc-noteref"><img class="note-sign qqreader-footnote" src="../marks/note.png" alt="《梦溪笔谈》卷十八。 此条又见他书。" /></a></sup>',
  );
  assert.match(note, /^<aside class="footnote"/);
});

test('plain: links there and back, and nothing that says what they are', async () => {
  const { call, note, all } = await firstOf('plain');
  assert.equal(call, '<sup class="note-mark"><a class="note-call" id="call-n-1" href="#n-1">[1]</a></sup>');
  assert.match(note, /^<div class="footnote" id="n-1">\s*<p><a class="note-back" href="#call-n-1" title=/);
  assert.doesNotMatch(all, /<aside|noteref|epub:type="footnote|doc-footnote|doc-backlink/);
});

test('the sign is in the books that call with it, and in no other', async () => {
  for (const notes of noteProfiles) {
    const book = await bookFor(notes);
    const carries = notes === 'duokan' || notes === 'weread';
    assert.equal(book.names.includes('OEBPS/marks/note.png'), carries, notes);
    if (!carries) continue;
    const { width, height, type } = imageSize(await book.bytes('OEBPS/marks/note.png'));
    assert.deepEqual([width, height, type], [96, 96, 'png']);
    assert.ok(words(await book.tree(article)).includes('《梦溪笔谈》卷十八。'), 'the note stands after the text, too');
  }
});
