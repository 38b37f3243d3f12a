/** Ids of headings: made of their words, so that they stay when other headings come and go. */
import { asciiSlug, shortDigest } from './ascii-id.js';

/** Gives out ids that are unique in an article and, by their digest, in the edition. */
export class HeadingIds {
  private readonly seen = new Map<string, number>();

  /** @param article id of the article, part of the digest */
  constructor(private readonly article: string) {}

  /** @param text of the heading; only among equal ones does the order count */
  idOf(text: string): string {
    const count = (this.seen.get(text) ?? 0) + 1;
    this.seen.set(text, count);
    const slug = asciiSlug(text, 24);
    const id = `h-${slug && `${slug}-`}${shortDigest(`${this.article}\n${text}`)}`;
    return count === 1 ? id : `${id}-${count}`;
  }
}
