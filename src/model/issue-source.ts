/** What was found of an issue before a text is read. */
import type { VFile } from 'vfile';
import type { Message } from '../messages/index.js';
import type { IssueConfig, TextConfig } from './config/issue-config.js';

/** A raw text that has been found and not yet read. */
export interface TextSource {
  /** Absolute path. */
  path: string;
  /** The path as messages show it. */
  name: string;
  /** What `texts` in `issue.yaml` says of this file. */
  config?: TextConfig;
}

/** A file of the folder that may hold a text and is not read. */
export interface UnreadSource {
  /** Absolute path. */
  path: string;
  /** The path as messages show it. */
  name: string;
  reason: Message;
}

/** A file that an edition depends on. */
export interface ReadFile {
  /** Absolute path. */
  path: string;
  /** SHA-256 of its bytes when it was read, hexadecimal; null when there was none. */
  digest: string | null;
}

/** Everything that makes one issue, before a text is read. */
export interface IssueSource {
  /** ASCII file name without extension, unique in a build. */
  slug: string;
  /** The folder or file that was asked for, as messages show it. */
  name: string;
  /** Absolute path of the folder that pictures, the cover and the other paths of `issue.yaml` are relative to. */
  folder: string;
  /** True when a single file was asked for, not a folder. */
  single: boolean;
  /** In reading order. */
  texts: TextSource[];
  config: IssueConfig;
  /** `issue.yaml` as it stands beside the texts; holds the messages about it. */
  configFile?: VFile;
  /** `corrections.yaml` beside the texts, where there is one: its name for messages and what it says. */
  corrections?: { file: string; text: string };
  /** `issue.yaml` and `corrections.yaml`, there or not. */
  read?: ReadFile[];
  /** Files of the folder that are not read. */
  unread?: UnreadSource[];
}
