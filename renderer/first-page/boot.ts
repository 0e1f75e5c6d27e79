import { carryOver } from './carry-over.ts';
import { recordInput } from './record-input.ts';
import type { TakeOverEvent } from './take-over-events.ts';

// The script of a page that is drawn already: lets it be painted, then loads the window's code, which takes its place.

const root = document.getElementById('root');
const code = document.querySelector<HTMLLinkElement>('link[rel="modulepreload"]');
if (root === null || code === null) throw new Error('The first page is not as it was built');

const recording = recordInput(root);
document.addEventListener(
  'keyfob:take-over' satisfies TakeOverEvent,
  () => {
    const input = recording.stop();
    const restore = carryOver(root);
    document.addEventListener(
      'keyfob:taken-over' satisfies TakeOverEvent,
      () => {
        restore();
        input.replay();
      },
      { once: true },
    );
  },
  { once: true },
);
// The frame after the next one begins when the next one was handed on to be painted. A hidden page has no frames.
if (document.hidden) load(code.href);
else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(load, 0, code.href)));

function load(address: string): void {
  void import(/* @vite-ignore */ address);
}
