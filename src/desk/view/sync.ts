/** Keeps the columns at the same place: the one that a person moves leads, the others follow. */
import type { Pane } from './store.js';

/** A place of the source. */
export interface Place {
  text: number;
  offset: number;
}

type Follow = (place: Place) => void;

const followers = new Map<Pane, Follow>();
let leader: Pane | undefined;
let due: { pane: Pane; place: () => Place | undefined } | undefined;

/** Share of a column's height at which places are held against each other. */
export const eyeLevel = 0.3;

/** @returns what ends it */
export function follow(pane: Pane, go: Follow): () => void {
  followers.set(pane, go);
  return () => {
    if (followers.get(pane) === go) followers.delete(pane);
  };
}

/** A person has put a hand on a column. */
export function lead(pane: Pane): void {
  leader = pane;
}

/** A column has moved: where it stands now is worked out once a frame. */
export function moved(pane: Pane, place: () => Place | undefined): void {
  if (leader !== pane) return;
  if (!due) requestAnimationFrame(tell);
  due = { pane, place };
}

function tell(): void {
  const asked = due;
  due = undefined;
  const place = asked?.place();
  if (!asked || !place) return;
  for (const [pane, go] of followers) if (pane !== asked.pane) go(place);
}

/** What a column needs so that it can lead. */
export const leading = (pane: Pane) => ({
  onWheel: () => lead(pane),
  onPointerDown: () => lead(pane),
  onTouchStart: () => lead(pane),
  onKeyDown: () => lead(pane),
});
