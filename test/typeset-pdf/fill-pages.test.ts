import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fillPages, standardCosts } from '../../src/stages/typeset/pdf/plan/fill-pages.js';
import type { Geometry, NoteSize, PagePlan, Unit } from '../../src/stages/typeset/pdf/plan/types.js';

/** Ten lines a page; two lines of notes are as high as one of the body, and the gap is one line. */
const geometry: Geometry = { height: 100, line: 10, noteLine: 5, noteGap: 10 };

/** A paragraph of some lines; calls by line. Single first and last lines are kept. */
function paragraph(lines: number, calls: Record<number, number[]> = {}): Unit[] {
  return Array.from({ length: lines }, (_, k) => ({
    height: 10,
    before: 0,
    atTop: 0,
    breakBefore: k === 0 || (k >= 2 && lines - k >= 2),
    notes: calls[k] ?? [],
  }));
}

function note(lines: number, splittable = true): NoteSize {
  return { lines, splittable };
}

function ends(pages: readonly PagePlan[]): number[] {
  return pages.map(({ to }) => to);
}

test('text that fits is one page', () => {
  assert.deepEqual(ends(fillPages(paragraph(10), [], geometry)), [10]);
});

test('pages are filled to the last line', () => {
  assert.deepEqual(ends(fillPages(paragraph(25), [], geometry)), [10, 20, 25]);
});

test('no single line opens or closes a page', () => {
  // the eleventh line would be alone; the first of the second paragraph would be
  assert.deepEqual(ends(fillPages(paragraph(11), [], geometry)), [9, 11]);
  assert.deepEqual(ends(fillPages([...paragraph(9), ...paragraph(5)], [], geometry)), [9, 14]);
});

test('a heading goes over with its text', () => {
  const heading: Unit = { height: 10, before: 10, atTop: 0, breakBefore: true, notes: [] };
  const text = paragraph(5);
  text[0]!.breakBefore = false;
  const pages = fillPages([...paragraph(7), heading, ...text], [], geometry);
  assert.deepEqual(ends(pages), [7, 13]);
});

test('space above a block goes at the head of a page, what keeps the grid stays', () => {
  const units: Unit[] = [
    ...paragraph(10),
    { height: 10, before: 25, atTop: 0, breakBefore: true, notes: [] },
    { height: 10, before: 5, atTop: 0, breakBefore: false, notes: [] },
  ];
  const [, second] = fillPages(units, [], geometry);
  assert.equal(second!.slack, 100 - 5 - 10 - 5 - 10);
});

test('a table head that repeats takes its room on each page', () => {
  const rows = Array.from({ length: 12 }, (_, k): Unit => ({
    height: k === 0 ? 20 : 10,
    before: 0,
    atTop: k === 0 ? 0 : 10,
    breakBefore: true,
    notes: [],
  }));
  const pages = fillPages(rows, [], geometry);
  assert.deepEqual(ends(pages), [9, 12]);
  assert.equal(pages[1]!.slack, 100 - 10 - 30);
});

test('a line moves with its note', () => {
  // nine lines and a note of two lines do not fit (90 + 10 + 10): the calling line goes over with its neighbour
  const pages = fillPages(paragraph(12, { 8: [0] }), [note(2)], geometry);
  const page = pages.find(({ from, to }) => from <= 8 && 8 < to)!;
  assert.deepEqual(page.notes, [{ note: 0, from: 0, to: 2 }]);
  assert.equal(page.from <= 8 && page.from > 0, true);
});

test('a note that fits is not split', () => {
  const pages = fillPages(paragraph(20, { 5: [0] }), [note(6)], geometry);
  assert.equal(pages.flatMap(({ notes }) => notes).length, 1);
});

test('a note longer than a page goes on before the notes of the next', () => {
  const pages = fillPages(paragraph(20, { 3: [0], 12: [1] }), [note(40), note(2)], geometry);
  const parts = pages.map(({ notes }) => notes.filter(({ note }) => note === 0)).filter((list) => list.length > 0);
  assert.ok(parts.length >= 2);
  for (const { notes } of pages) {
    const carried = notes.findIndex(({ from }) => from > 0);
    assert.ok(carried <= 0, 'what goes on stands first');
  }
  covers(pages, 20, [note(40), note(2)]);
});

test('thirty notes in one line are all set, in order', () => {
  const notes = Array.from({ length: 30 }, () => note(2));
  const pages = fillPages(paragraph(4, { 1: notes.map((_, n) => n) }), notes, geometry);
  covers(pages, 4, notes);
});

test('a note in the last line stays with it', () => {
  const pages = fillPages(paragraph(15, { 14: [0] }), [note(3)], geometry);
  assert.deepEqual(pages.at(-1)!.notes, [{ note: 0, from: 0, to: 3 }]);
});

test('what is higher than a page is set and named', () => {
  const picture: Unit = { height: 150, before: 0, atTop: 0, breakBefore: true, notes: [] };
  const pages = fillPages([...paragraph(3), picture, ...paragraph(3)], [], geometry);
  assert.deepEqual(
    pages.map(({ oversize }) => oversize),
    [false, true, false],
  );
  const table = fillPages(paragraph(3, { 1: [0] }), [note(60, false)], geometry);
  assert.ok(table.some(({ oversize }) => oversize));
  covers(table, 3, [note(60, false)]);
});

test('a loose page gets lines above its headings, a last page does not', () => {
  const heading: Unit = { height: 10, before: 0, atTop: 0, breakBefore: true, stretch: 1, notes: [] };
  const picture: Unit = { height: 60, before: 0, atTop: 0, breakBefore: true, notes: [] };
  const [first, last] = fillPages([...paragraph(2), heading, ...paragraph(2), picture, heading], [], geometry);
  assert.deepEqual([first!.to, first!.stretched, first!.slack], [5, [2], 40]);
  assert.deepEqual(last!.stretched, []);
});

test('work grows with the length', () => {
  const long = Array.from({ length: 4000 }, () => paragraph(5)).flat();
  const start = performance.now();
  const pages = fillPages(long, [], geometry);
  assert.ok(performance.now() - start < 3000);
  assert.equal(pages.length, 2000);
});

test('law: every unit once, every line of every note once and in order, pages no higher than the type area', () => {
  const block = fc.record({ lines: fc.integer({ min: 1, max: 14 }), heading: fc.boolean() });
  const call = fc.record({ at: fc.nat(), lines: fc.integer({ min: 1, max: 25 }), splittable: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 12 }),
      fc.array(call, { maxLength: 12 }),
      (blocks, calls) => {
        const units = blocks.flatMap(({ lines, heading }) => {
          const made = heading ? paragraph(1) : paragraph(lines);
          made[0]!.before = heading ? 15 : 0;
          return made;
        });
        const placed = calls.map((c) => ({ ...c, at: c.at % units.length })).sort((a, b) => a.at - b.at);
        placed.forEach(({ at }, n) => units[at]!.notes.push(n));
        const notes = placed.map(({ lines, splittable }) => note(lines, splittable));
        const pages = fillPages(units, notes, geometry);
        covers(pages, units.length, notes);
        for (const page of pages) if (!page.oversize) assert.ok(heightOf(page, units) <= geometry.height + 0.01);
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});

test('the cheapest way is taken, not the first', () => {
  // filling the first page leaves the second loose by four; one line fewer on the first costs less
  const notes = [note(8)];
  const units = [...paragraph(10), ...paragraph(8, { 4: [0] })];
  const pages = fillPages(units, notes, geometry, { ...standardCosts });
  const worst = Math.max(...pages.slice(0, -1).map(({ slack }) => slack));
  assert.ok(worst <= 30, `loosest page leaves ${worst}`);
});

function covers(pages: readonly PagePlan[], units: number, notes: readonly NoteSize[]): void {
  let next = 0;
  for (const { from, to } of pages) {
    assert.equal(from, next);
    next = to;
  }
  assert.equal(next, units);
  const lines = pages
    .flatMap(({ notes }) => notes)
    .flatMap(({ note, from, to }) => Array.from({ length: to - from }, (_, k) => `${note}:${from + k}`));
  assert.deepEqual(
    lines,
    notes.flatMap(({ lines }, n) => Array.from({ length: lines }, (_, k) => `${n}:${k}`)),
  );
}

function heightOf({ from, to, notes }: PagePlan, units: readonly Unit[]): number {
  let height = 0;
  for (let u = from; u < to; u++) {
    const { before, atTop, height: own } = units[u]!;
    height += u === from ? atTop + (before % geometry.line) + own : before + own;
  }
  const lines = notes.reduce((sum, part) => sum + part.to - part.from + (part.from > 0 ? 1 : 0), 0);
  return height + (notes.length > 0 ? geometry.noteGap + lines * geometry.noteLine : 0);
}
