import { DROP_CHANNEL } from '../shared/contract/bridge.ts';

/** What the preload sees of the page's drops: Electron's own types would bring the whole page with them. */
interface PageDrop {
  readonly isTrusted: boolean;
  readonly dataTransfer: {
    readonly files: ArrayLike<File>;
    getData(type: 'text/plain'): string;
  } | null;
}
interface DropPage {
  addEventListener(name: 'drop', listener: (event: PageDrop) => void, isCapturing: true): void;
  readonly document: { querySelector(selector: string): unknown };
}

/** On the page's own notice of a drop to import. Where it is not shown, what is dropped belongs to a field. */
const DROP_NOTICE = '[data-drop-import]';
/** One more than what is taken, so that too many can be said. */
const FILES_TOLD = 101;

/**
 * Tells the main process what the person dropped to import, before the page hears of it. The page names no path and gets none: a drop
 * that a script makes is not told.
 */
export function tellDrops(
  global: object,
  { getPathForFile }: Pick<Electron.WebUtils, 'getPathForFile'>,
  ipcRenderer: Pick<Electron.IpcRenderer, 'send'>,
): void {
  const page = global as DropPage; // The page's own: main's types know none.
  page.addEventListener(
    'drop',
    ({ isTrusted, dataTransfer }) => {
      if (!isTrusted || dataTransfer === null || page.document.querySelector(DROP_NOTICE) === null) return;
      const files = Array.from(dataTransfer.files).slice(0, FILES_TOLD);
      const paths = files.map((file) => getPathForFile(file));
      ipcRenderer.send(DROP_CHANNEL, {
        paths: paths.filter((path) => path !== ''),
        text: files.length === 0 ? dataTransfer.getData('text/plain') : '',
      });
    },
    true,
  );
}
