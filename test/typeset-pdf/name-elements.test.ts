import assert from 'node:assert/strict';
import test from 'node:test';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { elementName, nameElements } from '../../src/stages/typeset/pdf/bind/name-elements.js';

/** A structure tree as Chromium writes it, its nodes counted from somewhere. */
async function treeFrom(start: number): Promise<string[]> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context } = pdf;
  const id = (k: number) => PDFString.of(`node${String(start + k).padStart(8, '0')}`);
  const cell = context.obj({ S: 'TD', A: context.obj({ O: 'Table', Headers: [id(7)] }) });
  cell.set(PDFName.of('ID'), id(9));
  const head = context.obj({ S: 'TH' });
  head.set(PDFName.of('ID'), id(7));
  const [first, second] = [context.register(head), context.register(cell)];
  context.register(context.obj({ Limits: [id(7), id(9)], Names: [id(7), first, id(9), second] }));
  context.register(context.obj({ T: PDFString.of('node of a tree') }));
  assert.equal(
    nameElements(pdf, (k) => PDFString.of(elementName(k + 1))),
    2,
  );
  return context.enumerateIndirectObjects().map(([, object]) => object.toString());
}

test('names of nodes are the same wherever Chromium begins to count', async () => {
  const [a, b] = [await treeFrom(274), await treeFrom(99_999_990)];
  assert.deepEqual(a, b);
  const text = a.join('\n');
  assert.match(text, /\/Limits \[ \(node00000001\) \(node00000002\) \]/);
  assert.match(text, /\/Headers \[ \(node00000001\) \]/);
  assert.match(text, /\(node of a tree\)/);
});
