// jsdom has no CSS.escape, which React Aria needs to find its own elements.
import 'css.escape';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

/** jsdom lays nothing out: every element is 0 by 0. A virtual list would then show no rows, so give them the size of a window. */
const height = { configurable: true, get: () => 600 };
const width = { configurable: true, get: () => 1000 };
Object.defineProperties(Element.prototype, { clientHeight: height, clientWidth: width });
Object.defineProperties(HTMLElement.prototype, { offsetHeight: height, offsetWidth: width });

/** Nothing is laid out, so nothing changes its size. */
class StillResizeObserver implements ResizeObserver {
  observe(): void {
    // Nothing to tell.
  }
  unobserve(): void {
    // Nothing was told.
  }
  disconnect(): void {
    // Nothing was told.
  }
}
globalThis.ResizeObserver = StillResizeObserver;

// CodeMirror asks where its text is drawn.
Object.assign(Range.prototype, { getClientRects: () => [] });

// jsdom cannot scroll; what asks for it is content with nothing happening.
Object.assign(Element.prototype, { scrollTo: () => undefined, scrollIntoView: () => undefined });

// The screens are loaded when they are first shown, which takes long on a busy machine.
configure({ asyncUtilTimeout: 8_000 });
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => {
  cleanup();
  document.documentElement.removeAttribute('data-ready');
  document.documentElement.removeAttribute('data-theme');
});
