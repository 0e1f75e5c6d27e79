import { describeBug } from '../app/describe-bug.ts';
import type { Dispatch } from '../ipc/dispatch.ts';
import type { Logger } from '../ports/logger.ts';
import type { Vault } from '../vault/vault.ts';
import { askFirstPage } from './first-page-answers.ts';
import type { FirstPageDrawer } from './first-page-drawer.ts';
import { writeFirstPage } from './write-first-page.ts';

export interface FirstPageOptions {
  readonly drawer: FirstPageDrawer;
  /** The built `first-page.html`. */
  readonly readTemplate: () => Promise<string>;
  /** The page's `navigator.languages`. */
  readonly languages: () => readonly string[];
  /** Of the window's content, in CSS pixels. */
  readonly height: () => number;
  readonly logger: Logger;
}

/** What a page asks; there when everything is built. */
export interface FirstPageSource {
  readonly dispatch: Dispatch;
  readonly vault: Pick<Vault, 'state' | 'onChange'>;
}

export interface FirstPage {
  /** The start page as it is now, to be served with this nonce; null where the window has to draw it by itself. */
  readonly write: (nonce: string) => Promise<string | null>;
  readonly follow: (source: FirstPageSource) => void;
  readonly stop: () => void;
}

/** The keychain is asked while the window opens, and answers in milliseconds or after a dialog of its own. */
const VAULT_LIMIT_MS = 150;

/** Draws the start page for a window that opens. Never while Keyfob is locked, and nothing that the window would not be told. */
export function createFirstPage(options: FirstPageOptions): FirstPage {
  const { drawer, readTemplate, languages, height, logger } = options;
  let source: FirstPageSource | null = null;
  const written = async ({ dispatch, vault }: FirstPageSource, nonce: string): Promise<string | null> => {
    await settled(vault);
    if (!isShown(vault)) return null;
    const [answers, template] = await Promise.all([askFirstPage(dispatch), readTemplate()]);
    const drawn = answers && (await drawer.draw({ answers, languages: languages(), height: height() }));
    // Keyfob may have been locked in the meantime.
    if (!isShown(vault) || answers === null || drawn === null) return null;
    return writeFirstPage({ template, drawn, answers, nonce });
  };
  return {
    async write(nonce) {
      if (source === null) return null;
      try {
        return await written(source, nonce);
      } catch (error) {
        // Whatever it is, the window can do without.
        logger.error('The first page was not drawn', { bug: describeBug(error) });
        return null;
      }
    },
    follow(built) {
      source = built;
    },
    stop: drawer.stop,
  };
}

/** Whether the state is one that lasts, and in which the keys' names may be shown. */
function isShown(vault: FirstPageSource['vault']): boolean {
  const { kind } = vault.state();
  return kind !== 'locked' && kind !== 'opening';
}

async function settled({ state, onChange }: FirstPageSource['vault']): Promise<void> {
  if (state().kind !== 'opening') return;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const done = (): void => {
    resolve(undefined);
  };
  const timer = setTimeout(done, VAULT_LIMIT_MS);
  const stop = onChange(() => {
    if (state().kind !== 'opening') done();
  });
  await promise;
  clearTimeout(timer);
  stop();
}
