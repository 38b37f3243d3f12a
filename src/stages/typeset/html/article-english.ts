/** The English title, names, abstract and keywords of an article, as the last section of its document. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { EnglishPart } from '../../../model/index.js';
import { keywordSpans, separated, withLabel } from './article-opening.js';
import { editionStrings } from './edition-strings.js';
import { printable } from './printable.js';
import { flowToHast, type HastContext } from './to-hast.js';

/** @returns `section.english`, or nothing when the part is empty */
export function englishPart(english: EnglishPart, context: HastContext): Element | undefined {
  const strings = editionStrings('en');
  const abstract = flowToHast(english.abstract, { ...context, language: 'en' });
  const parts = [
    ...(english.title ? [h('p.english-title', printable(english.title))] : []),
    ...(english.authors.length > 0
      ? [
          h(
            'p.english-byline',
            separated(
              english.authors.map((name) => h('span.contributor', printable(name))),
              strings.punctuation.names,
            ),
          ),
        ]
      : []),
    ...(english.affiliations ?? []).map((place) => h('p.english-affiliation', printable(place))),
    ...(abstract.length > 0 ? withLabel(abstract, strings.labels.abstract).map(asAbstract) : []),
    ...(english.keywords.length > 0
      ? [
          h('p.english-keywords', [
            h('span.label', strings.labels.keywords),
            ...keywordSpans(english.keywords, strings),
          ]),
        ]
      : []),
  ];
  return parts.length > 0 ? h('section.english', { lang: 'en' }, parts) : undefined;
}

function asAbstract<Content extends { type: string }>(node: Content): Content {
  const element = node as unknown as Element;
  if (node.type === 'element' && element.tagName === 'p') element.properties.className = ['english-abstract'];
  return node;
}
