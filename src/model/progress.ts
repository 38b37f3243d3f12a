/** How far a build has come. */

/** Progress of a build, for whoever wants to show it. */
export interface Progress {
  issue: string;
  stage: 'read' | 'clean' | 'parse' | 'restore' | 'structure' | 'typeset' | 'make' | 'verify' | 'write';
  /** The output that is made, where the stage is `make`: EPUB, PDF. */
  target?: string;
  /** For instance the article or page under way. */
  detail?: string;
  done?: number;
  total?: number;
}
