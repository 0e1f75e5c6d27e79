import type { Page } from 'playwright-core';

export interface TimedAction {
  readonly name: string;
  /** Statements that run before; what they declare, the others see. */
  readonly prelude: string;
  /** `act`: these statements are run and timed. `key`: a real key press, timed from when its event was made. */
  readonly start:
    { readonly kind: 'act'; readonly act: string } | { readonly kind: 'key'; readonly key: string };
  /** An expression that is true when the page shows the answer. */
  readonly isDone: string;
}

const LONGEST_MS = 5_000;

/**
 * From the press until the frame that shows the answer was painted, in milliseconds. Looked at once a frame, before it is painted;
 * the frame after it begins when it was.
 */
export async function timeInPage(page: Page, { name, prelude, start, isDone }: TimedAction): Promise<number> {
  const begin =
    start.kind === 'act'
      ? `const start = performance.now(); { ${start.act}; }`
      : `const start = await new Promise((resolve) => {
           addEventListener('keydown', (event) => resolve(event.timeStamp), { capture: true, once: true });
           globalThis.__isListening = true;
         });`;
  const timed = page.evaluate(
    `(async () => {
      ${prelude}
      ${begin}
      for (;;) {
        if (${isDone}) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          return performance.now() - start;
        }
        if (performance.now() - start > ${String(LONGEST_MS)}) throw new Error(${JSON.stringify(`It never came: ${name}`)});
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    })()`,
  );
  if (start.kind === 'key') {
    await page.waitForFunction('globalThis.__isListening === true');
    await page.evaluate('globalThis.__isListening = false');
    await page.keyboard.press(start.key);
  }
  return Number(await timed);
}
