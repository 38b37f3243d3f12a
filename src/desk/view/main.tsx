/** Draws the desk. */
import { render } from 'preact';
import { begin } from './acts.js';
import { App } from './app.js';

render(<App />, document.getElementById('desk')!);
void begin();
