/** No browser could be started; the message says what was tried and what to do. */
export class BrowserError extends Error {}
