/** Progress with a way out: it is told before each stage, and there work can be stopped. */
import type { Progress } from '../model/index.js';

export function stoppable({
  signal,
  onProgress,
}: {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}): (progress: Progress) => void {
  return (progress) => {
    signal?.throwIfAborted();
    onProgress?.(progress);
  };
}
