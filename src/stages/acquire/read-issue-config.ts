/**
 * Reads `issue.yaml`: its text in, a checked configuration out.
 *
 * What cannot be meant is a Misuse with its line; what is doubtful (a check digit that does not fit) is a warning.
 */
import iconv from 'iconv-lite';
import type { VFile } from 'vfile';
import { fileMessage } from '../../messages/file-message.js';
import { messages, type Message } from '../../messages/index.js';
import { Misuse, type Fault } from '../../messages/misuse.js';
import { issueConfigSchema, type IssueConfig } from '../../model/config/issue-config.js';
import { readYaml } from './read-yaml.js';
import { isbnHolds, issnHolds } from './standard-numbers.js';

/** A configuration that was read. */
export interface ConfigReading {
  config: IssueConfig;
  /** The file itself, with the warnings about it. */
  file: VFile;
  /** Warns that a text of the folder is not listed. */
  leftOut(name: string): void;
}

/**
 * @param file `issue.yaml`; its path is the name for messages
 * @param exists tells whether a path relative to its folder leads to a file
 */
export async function readIssueConfig(file: VFile, exists: (path: string) => Promise<boolean>): Promise<ConfigReading> {
  const { value: config, lineOf } = readYaml(String(file.value), file.path, () => issueConfigSchema, {});
  const complaints: Fault[] = [];
  const complain = (path: PropertyKey[], reason: Message): unknown =>
    complaints.push({ file: file.path, line: lineOf(path), reason });
  const seen = new Map<string, number>();
  for (const [index, text] of (config.texts ?? []).entries()) {
    const place = ['texts', index, 'file'];
    if (!(await exists(text.file))) complain(place, messages.acquire.listedTextMissing(text.file));
    if (seen.has(text.file)) complain(place, messages.acquire.listedTwice(text.file, seen.get(text.file)!));
    else seen.set(text.file, lineOf(place));
    if (text.encoding && !iconv.encodingExists(text.encoding))
      complain(['texts', index, 'encoding'], messages.acquire.unknownEncoding(text.encoding));
  }
  if (config.cover && !(await exists(config.cover))) complain(['cover'], messages.acquire.coverMissing(config.cover));
  if (complaints.length > 0) throw new Misuse(complaints);

  const warn = (path: PropertyKey[], rule: string, reason: Message): void => {
    const place = { line: lineOf(path), column: 1 };
    fileMessage(file, reason, { place, source: 'acquire', ruleId: rule }).fatal = false;
  };
  if (config.issn && !issnHolds(config.issn)) warn(['issn'], 'issn-holds', messages.acquire.issnWrong(config.issn));
  if (config.isbn && !isbnHolds(config.isbn)) warn(['isbn'], 'isbn-holds', messages.acquire.isbnWrong(config.isbn));
  const leftOut = (name: string): void => warn(['texts'], 'text-listed', messages.acquire.textNotListed(name));
  return { config, file, leftOut };
}
