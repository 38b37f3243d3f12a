/** The section `pdf` of the messages: what print says to the person at the terminal. */
export const pdfMessages = {
  noBrowser: (failures: string[]) =>
    'No browser could be started to print the PDF. Supply one in any of three ways: ' +
    '(1) name it with --browser <path> or PUPPETEER_EXECUTABLE_PATH; ' +
    '(2) install Google Chrome, Chromium or Microsoft Edge; ' +
    '(3) on Linux (x64), install the optional package: npm install @sparticuz/chromium.' +
    (failures.length > 0 ? ` Tried: ${failures.join('; ')}` : ''),
  namedBrowserFails: (failures: string[]) =>
    `The browser that was named does not start: ${failures.join('; ')}. Name another one (--browser, ` +
    'PUPPETEER_EXECUTABLE_PATH), or name none and let an installed or the packaged one be found.',
  noTemporaryFolder: (folder: string, code: string) =>
    `The browser needs a temporary folder, and ${folder} cannot be used (${code}): make room there, or name another one in TMPDIR.`,
  browserTooSlow: (document: string, minutes: number) =>
    `The browser worked for ${minutes} minutes on "${document}" and was stopped: the text is too long to be set in one piece. Split it into several files or volumes.`,
  browserDied: (reason: string) =>
    `The browser ended twice while it set the pages (${reason}). Try again with more free memory, or with another browser (--browser).`,
  oldBrowser: (version: number, least: number) =>
    `The browser found is Chromium ${version}; below ${least} it cannot set Chinese marks and Han–Latin gaps as print needs. Use a newer one.`,
  missingGlyphs: (list: string[]) =>
    `No font has ${list.length === 1 ? 'the character' : `these ${list.length} characters`}: ${list.join(', ')}. They are printed as empty boxes.`,
  stylesMissing: (path: string) =>
    `print.css names ${path}, which cannot be read. Give the path of a style sheet relative to the folder of issue.yaml.`,
  coarsePicture: (page: number, what: string, resolution: number, least: number) =>
    `Page ${page}: the picture "${what}" has ${resolution} pixels an inch where it stands; a press wants ${least}. Supply a larger one.`,
  colour: (pages: number[]) =>
    `${pages.length === 1 ? 'Page' : 'Pages'} ${pages.join(', ')} ${pages.length === 1 ? 'holds' : 'hold'} colour: the output is for one black ink, and a printer will ask.`,
  unreadablePicture: (path: string, code: string) =>
    `The picture ${path} cannot be read (${code}): its place stays empty.`,
  textDiffers: (document: string, page: number | undefined, expected: string, found: string) =>
    `"${document}"${page === undefined ? '' : `, page ${page}`}: the printed text is not the text of the edition: expected "${expected}", found "${found}".`,
  noteCount: (note: string, document: string, times: number) =>
    `Note ${note} of "${document}" stands ${times} times on the pages, expected once.`,
  noteAway: (note: string, document: string, page: number) =>
    `Note ${note} of "${document}" does not begin on page ${page}, where it is called: too many notes are called there.`,
  overflow: (page: number, what: string, by: number) =>
    `Page ${page}: "${what}" is ${by} px larger than the type area.`,
  oversize: (page: number, what: string) =>
    `Page ${page}: "${what}" cannot be broken and is higher than a page; its end is cut off.`,
  brokenNumbers: (page: number, what: string) =>
    `Page ${page}: the table “${what}” has more columns than the page is wide: its numbers are broken. Print it on a larger size, or part it in two.`,
  unstable: (page: number, what: string, planned: number, found: number) =>
    `Page ${page}: "${what}" was planned ${planned} px high and is ${found} px high.`,
  misplaced: (page: number, what: string, planned: number, found: number) =>
    `Page ${page}: "${what}" was planned ${planned} px below the head of the type area and stands at ${found} px.`,
  contentsPage: (entry: string, stated: string, found: string) =>
    `The contents say that "${entry}" begins on page ${stated}; it begins on page ${found}.`,
};
