/** Holds an article against what JATS allows: its tree in, an error out where it breaks a content model. */
import type { Element } from 'xast';
import { contentModels } from './content-models.js';

/** @throws that names the first element that may not be where it is */
export function checkContent(node: Element): void {
  const model = contentModels[node.name];
  const broken = (what: string): Error => new Error(`jats: <${node.name}> ${what}`);
  if (!model) throw broken('is not known');
  const wrong = Object.entries(node.attributes).find(
    ([name, value]) => value !== undefined && value !== null && !model.attributes?.includes(name),
  );
  if (wrong) throw broken(`may not have the attribute ${wrong[0]}`);
  const children = node.children.filter((child) => child.type === 'element') as Element[];
  if (!model.words && node.children.some((child) => child.type === 'text' && child.value.trim() !== ''))
    throw broken('may not hold words');
  const missing = model.needs?.find((name) => !children.some((child) => child.name === name));
  if (missing) throw broken(`lacks <${missing}>`);
  let reached = 0;
  for (const child of children) {
    const place = model.inOrder
      ? model.inOrder.findIndex((names) =>
          typeof names === 'string' ? names === child.name : names.includes(child.name),
        )
      : (model.any ?? []).indexOf(child.name);
    if (place < 0) throw broken(`may not hold <${child.name}>`);
    if (model.inOrder && place < reached) throw broken(`may not hold <${child.name}> so late`);
    reached = place;
    checkContent(child);
  }
}
