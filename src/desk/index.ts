/** The desk: an issue proofed in the browser. */
export { serveDesk, type Desk, type DeskOptions } from './server/serve-desk.js';
