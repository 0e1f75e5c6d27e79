import type { Page } from 'playwright-core';
import { tellPathsSymbol } from './electron-stand-in/page-runtime.ts';

/** What a person drags over the window and lets go: files and folders of this computer, or a text of another program. */
export type DraggedThing = { readonly paths: readonly string[] } | { readonly text: string };

interface Drag {
  /** Lets it go where it is. */
  drop(): Promise<void>;
}

/** Drags as the system does, so that the page's events are trusted. Stays over the point until it is dropped. */
export async function dragOver(
  page: Page,
  thing: DraggedThing,
  { x, y }: { readonly x: number; readonly y: number } = { x: 300, y: 300 },
): Promise<Drag> {
  const paths = 'paths' in thing ? [...thing.paths] : [];
  // On Electron the page has no such function: webUtils knows.
  await page.evaluate(
    ([symbol, told]) => {
      const tell: unknown = Reflect.get(globalThis, Symbol.for(symbol));
      if (typeof tell === 'function') Reflect.apply(tell, undefined, [told]);
    },
    [tellPathsSymbol, paths] as const,
  );
  const items = 'text' in thing ? [{ mimeType: 'text/plain', data: thing.text }] : [];
  const session = await page.context().newCDPSession(page);
  const data = { items, files: paths, dragOperationsMask: 1 };
  const send = async (type: 'dragEnter' | 'dragOver' | 'drop') => {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  };
  await send('dragEnter');
  await send('dragOver');
  return {
    async drop() {
      await send('drop');
      await session.detach();
    },
  };
}
