/**
 * The pictures of the texts: an address in a text in, a picture that the edition may carry out.
 *
 * Raw text is not trusted: a picture is a file of the text's own folder or it is not shown.
 */
import { readFile } from 'node:fs/promises';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, relative, resolve, isAbsolute } from 'node:path';
import { cutName, cutOf, densityOf, pixelsOf, type PageCut } from '../../../model/page-pictures.js';
import { imageSizes } from '../../../system/load-late.js';
import { digestOf } from '../../acquire/file-digest.js';
import type { EditionPicture, RawText, ReadFile } from '../../../model/index.js';
import { asciiSlug, shortDigest } from './ascii-id.js';

/** Kinds that every EPUB 3.3 reading system and Chromium show; SVG is left out because it can carry scripts. */
const mediaTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** Why a picture cannot be shown. */
export type PictureFault = 'remote' | 'outside' | 'absent' | 'unreadable' | 'undrawn';

/** Pictures by the file they come from. */
export class PictureCollection {
  private readonly byDigest = new Map<string, EditionPicture>();
  private readonly looked = new Map<string, string | null>();

  /** All pictures, in the order in which they were asked for. */
  get all(): EditionPicture[] {
    return [...this.byDigest.values()];
  }

  /** The files that were asked for, with those that could not be shown. */
  get read(): ReadFile[] {
    return [...this.looked].map(([path, digest]) => ({ path, digest }));
  }

  /** @param address as written in the text, relative to its folder */
  find(raw: RawText, address: string): EditionPicture | PictureFault {
    const cut = raw.paged && cutOf(address);
    if (cut) return this.cut(raw, address, cut);
    const own = raw.structured?.pictures.get(address);
    if (own) return this.take(own, basename(address, extname(address)), own);
    if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(address)) return 'remote';
    const folder = dirname(raw.path);
    const named = resolve(folder, decoded(address.replace(/[?#].*$/, '')));
    let path: string;
    let bytes: Buffer;
    this.looked.set(named, null);
    try {
      path = realpathSync(named);
      const inside = relative(realpathSync(folder), path);
      if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return 'outside';
      if (!statSync(path).isFile()) return 'absent';
      bytes = readFileSync(path);
      this.looked.set(named, digestOf(bytes));
    } catch {
      return isInside(folder, named) ? 'absent' : 'outside';
    }
    return this.take(bytes, basename(path, extname(path)), path);
  }

  /** A picture cut from a page; where none is drawn, because nothing is made of it, one of its size. */
  private cut(raw: RawText, address: string, cut: PageCut): EditionPicture | PictureFault {
    if (!raw.drawn) {
      const { width, height } = pixelsOf(cut);
      const density = densityOf(cutName(cut));
      return {
        src: `images/${asciiSlug(cutName(cut))}.png`,
        name: cutName(cut),
        content: new Uint8Array(),
        mediaType: 'image/png',
        width: Math.round(width / density),
        height: Math.round(height / density),
      };
    }
    const bytes = raw.drawn.get(address);
    return bytes ? this.take(bytes, cutName(cut), bytes) : 'undrawn';
  }

  private take(bytes: Uint8Array, name: string, content: EditionPicture['content']): EditionPicture | 'unreadable' {
    const digest = shortDigest(bytes);
    const known = this.byDigest.get(digest);
    if (known) return known;
    try {
      const { type = '', width, height, orientation = 1 } = imageSizes().imageSize(bytes);
      const mediaType = mediaTypes[type];
      if (!mediaType || !width || !height) return 'unreadable';
      const turned = orientation > 4;
      const density = densityOf(name);
      const picture: EditionPicture = {
        src: `images/${asciiSlug(name) || 'picture'}-${digest}.${type}`,
        name,
        content,
        mediaType,
        width: Math.round((turned ? height : width) / density),
        height: Math.round((turned ? width : height) / density),
      };
      this.byDigest.set(digest, picture);
      return picture;
    } catch {
      return 'unreadable';
    }
  }
}

/** The bytes of a picture. */
export async function pictureBytes({ content }: EditionPicture): Promise<Uint8Array> {
  return typeof content === 'string' ? readFile(content) : content;
}

function isInside(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
