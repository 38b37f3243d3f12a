/** The files that an exported issue needs beside its texts: an issue in, names and contents out. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EditionPicture, Issue } from '../model/index.js';
import { PictureCollection } from '../stages/typeset/html/pictures.js';

/** Collects files under names that differ. */
export class Gathered {
  /** Content by name within the folder. */
  readonly files = new Map<string, Uint8Array>();
  private readonly pictures = new PictureCollection();

  /**
   * How an article calls a picture → how its file of Markdown does. What cannot be shown keeps an address that cannot.
   *
   * @param raw the text that the article stands in
   */
  addressOf(raw: Issue['articles'][number]['raw'], called: string): string {
    const found = this.pictures.find(raw, called);
    if (typeof found === 'object') return addressOf(this.takePicture(found));
    return found === 'remote' ? called : `missing/${called.replace(/^.*[\\/]/, '')}`;
  }

  private takePicture({ content, name, src }: EditionPicture): string {
    if (typeof content === 'string') return this.take('images', content);
    return this.keep('images', `${name}${path.extname(src)}`, content);
  }

  /** Takes a file in under its own name, or one that tells it from another of that name. */
  take(folder: string, file: string): string {
    return this.keep(folder, path.basename(file), readFileSync(file));
  }

  private keep(folder: string, base: string, bytes: Uint8Array): string {
    for (let n = 1; ; n++) {
      const name = [folder, ...(n > 1 ? [String(n)] : []), base].filter(Boolean).join('/');
      const taken = this.files.get(name);
      if (taken && digest(taken) !== digest(bytes)) continue;
      this.files.set(name, bytes);
      return name;
    }
  }
}

/** What an address may not hold as it is: `%`, what ends a path, what Markdown would have to escape. */
const addressOf = (name: string): string =>
  name.replace(/[%?#<>()\\\s]/g, (mark) =>
    encodeURIComponent(mark).replace(/[()]/g, (one) => `%${one.charCodeAt(0).toString(16)}`),
  );

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
