/** Asks epubcheck-ts, which needs no Java: a book in, its errors and warnings out. */
import { EpubCheck } from '@likecoin/epubcheck-ts';

export async function epubCheckTs(book: Uint8Array): Promise<unknown[]> {
  const { messages } = await EpubCheck.validate(book);
  return messages.filter(({ severity }) => severity !== 'usage' && severity !== 'info');
}
