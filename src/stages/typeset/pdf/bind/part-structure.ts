/**
 * The structure tree of one printed part, made ready to stand in the tree of the whole: a printed document in, its
 * top element and the owners of its marked content out.
 *
 * Elements without a meaning of their own (`NonStruct`, most of what Chromium writes) are taken out and their content is
 * given to the element around them: ISO 32000-1, 14.8.4.2, has readers treat it so in any case.
 */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';

const [S, K, P, Pg, Type, MCID] = ['S', 'K', 'P', 'Pg', 'Type', 'MCID'].map((name) => PDFName.of(name)) as [
  PDFName,
  PDFName,
  PDFName,
  PDFName,
  PDFName,
  PDFName,
];
const nonStruct = PDFName.of('NonStruct');
const objectReference = PDFName.of('OBJR');
const markedContent = PDFName.of('MCR');

export interface PartStructure {
  /** What stands at the top of the part. */
  top: PDFRef;
  /** By key of the parent tree: owner of each piece of marked content of a page, or of one annotation. */
  parents: Map<number, PDFObject>;
}

/** @returns nothing where the part is not tagged */
export function readStructure(context: PDFContext, catalog: PDFDict): PartStructure | undefined {
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const top = root?.get(K);
  if (!root || !(top instanceof PDFRef)) return undefined;
  const owners = new Map<PDFRef, PDFRef>();
  prune(context, top, owners);
  const parents = new Map<number, PDFObject>();
  readNumbers(root.lookupMaybe(PDFName.of('ParentTree'), PDFDict), (key, value) => {
    const found = value instanceof PDFRef ? context.lookup(value) : value;
    if (found instanceof PDFArray) {
      const list = found.asArray().map((owner) => (owner instanceof PDFRef && owners.get(owner)) || owner);
      parents.set(key, context.obj(list));
    } else parents.set(key, (value instanceof PDFRef && owners.get(value)) || value);
  });
  return { top, parents };
}

/** Takes out what has no meaning below an element; notes who owns its content instead. */
function prune(context: PDFContext, top: PDFRef, owners: Map<PDFRef, PDFRef>): void {
  const waiting = [top];
  for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
    const element = context.lookup(ref, PDFDict);
    const page = element.get(Pg);
    const kids: PDFObject[] = [];
    const gather = (of: PDFDict): void => {
      for (const kid of kidsOf(of)) {
        const child = kid instanceof PDFRef ? context.lookup(kid) : undefined;
        if (!(kid instanceof PDFRef) || !(child instanceof PDFDict) || isReference(child)) {
          kids.push(withPage(context, kid, of.get(Pg), page));
        } else if (child.get(S) === nonStruct && !hasAttributes(child)) {
          owners.set(kid, ref);
          gather(child);
        } else {
          child.set(P, ref);
          kids.push(kid);
          waiting.push(kid);
        }
      }
    };
    gather(element);
    element.set(K, kids.length === 1 ? kids[0]! : context.obj(kids));
  }
}

/** Content keeps its page when it comes to an element of another one. */
function withPage(
  context: PDFContext,
  kid: PDFObject,
  of: PDFObject | undefined,
  own: PDFObject | undefined,
): PDFObject {
  if (of === own || of === undefined) return kid;
  if (kid instanceof PDFNumber) return context.obj({ Type: 'MCR', Pg: of, MCID: kid });
  const reference = kid instanceof PDFRef ? context.lookup(kid) : kid;
  if (reference instanceof PDFDict && !reference.has(Pg)) reference.set(Pg, of);
  return kid;
}

function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.lookup(K);
  if (kids instanceof PDFArray) return kids.asArray();
  const kid = element.get(K);
  return kid ? [kid] : [];
}

function isReference(kid: PDFDict): boolean {
  const type = kid.get(Type);
  return type === objectReference || type === markedContent || (kid.has(MCID) && !kid.has(S));
}

/** Whether an element says something: a name, words for what it shows, a language of its own. */
function hasAttributes(element: PDFDict): boolean {
  return ['ID', 'Alt', 'ActualText', 'A', 'Lang', 'T', 'E'].some((name) => element.has(PDFName.of(name)));
}

function readNumbers(node: PDFDict | undefined, tell: (key: number, value: PDFObject) => void): void {
  const numbers = node?.lookupMaybe(PDFName.of('Nums'), PDFArray);
  for (let i = 0; numbers && i + 1 < numbers.size(); i += 2) {
    const key = numbers.lookup(i);
    if (key instanceof PDFNumber) tell(key.asNumber(), numbers.get(i + 1));
  }
  const kids = node?.lookupMaybe(PDFName.of('Kids'), PDFArray);
  for (let i = 0; kids && i < kids.size(); i++) readNumbers(kids.lookupMaybe(i, PDFDict), tell);
}
