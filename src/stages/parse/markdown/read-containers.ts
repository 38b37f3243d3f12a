/**
 * Makes containers of the lines that fence them: flow content with `containerLine`s in, `container`s out.
 *
 * Read are `::: note`, `:::note 标题`, `::: {.note}`, `:::{note}`, their ends, and `> [!NOTE]`; what names a container is
 * its kind, and words behind the name are its title. A line that closes nothing goes, and is told.
 */
import type { Blockquote, Paragraph, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Container } from '../../../model/index.js';
import type { ContainerLine } from './container-line.js';

/** Is told of signs that are no words: where they stand, and what they were. */
export type TellSigns = (node: { position?: RootContent['position'] }, signs: string) => void;

const fence = /^(:{3,})[ \t]*(?:\{([^{}]*)\}|([\p{L}\p{N}_-]+))?(?:\{[^{}]*\}|\[([^[\]]*)\])?[ \t]*(.*?)[ \t]*:*$/u;

export function readContainers(root: Root, tell: TellSigns): void {
  root.children = gathered(root.children, tell);
  visit(root, (node) => {
    if (node.type === 'blockquote') readAlert(node, tell);
    if (node.type === 'blockquote' || node.type === 'listItem')
      (node.children as RootContent[]) = gathered(node.children, tell);
  });
}

interface Open {
  colons: number;
  container: Container;
}

function gathered(nodes: readonly RootContent[], tell: TellSigns): RootContent[] {
  if (!nodes.some((node) => isLine(node))) return [...nodes];
  const top: RootContent[] = [];
  const open: Open[] = [];
  for (const node of nodes) {
    const here = open.at(-1)?.container.children ?? top;
    if (!isLine(node)) {
      here.push(node);
      continue;
    }
    const { value } = node as unknown as ContainerLine;
    const position = (node as RootContent).position;
    const found = fence.exec(value)!;
    const [, colons, attributes, name, bracketed, rest] = found;
    const kind = name ?? kindOf(attributes);
    const title = [bracketed, rest].filter(Boolean).join(' ');
    if (kind === undefined && attributes === undefined && title === '') {
      // a row of colons closes the last that as many opened, as in pandoc, or whatever is open
      const at = open.findLastIndex((one) => one.colons === colons!.length);
      const closed = open.splice(at < 0 ? open.length - 1 : at);
      for (const { container } of closed) close(container, position?.end);
      tell(node, value);
      continue;
    }
    const container: Container = {
      type: 'container',
      ...(kind !== undefined && { kind }),
      children: [],
      ...(position && { position }),
    };
    here.push(container);
    open.push({ colons: colons!.length, container });
    tell(node, title === '' ? value : value.replace(title, ''));
    if (title !== '') container.children.push(titled(title, position));
  }
  for (const { container } of open) close(container, container.children.at(-1)?.position?.end);
  return top;
}

function close(container: Container, end: NonNullable<RootContent['position']>['end'] | undefined): void {
  if (end && container.position) container.position = { start: container.position.start, end };
}

/** A row of colons, which no type of mdast knows. */
function isLine(node: RootContent): boolean {
  return (node.type as string) === 'containerLine';
}

/** .note #id key=value: the first class. */
function kindOf(attributes: string | undefined): string | undefined {
  return attributes === undefined ? undefined : /(?:^|\s)\.?([\p{L}][\p{L}\p{N}_-]*)(?=\s|$)/u.exec(attributes)?.[1];
}

function titled(title: string, position: RootContent['position']): Paragraph {
  const placed = position && { position };
  return {
    type: 'paragraph',
    data: { boxTitle: true },
    children: [{ type: 'text', value: title, ...placed }],
    ...placed,
  };
}

/** > [!WARNING] */
function readAlert(node: Blockquote, tell: TellSigns): void {
  const [first] = node.children;
  const words = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || words?.type !== 'text') return;
  const found = /^\[!(\w+)\][+-]?[ \t]*(?:\n|$)?/u.exec(words.value);
  if (!found) return;
  tell(node, found[0].trim());
  words.value = words.value.slice(found[0].length);
  if (first.children.length === 1 && words.value === '') node.children.shift();
  Object.assign(node, { type: 'container', kind: found[1]!.toLowerCase() });
}
