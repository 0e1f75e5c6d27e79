import { describe, expect, test } from 'vitest';
import { createFirstPage } from '../../../electron/first-page/first-page.ts';
import type { FirstPageDrawer } from '../../../electron/first-page/first-page-drawer.ts';
import type { Handlers } from '../../../electron/ipc/handlers.ts';
import { createDispatch } from '../../../electron/ipc/dispatch.ts';
import { createLockedGate } from '../../../electron/ipc/locked-gate.ts';
import { failed, ok } from '../../../shared/domain/app-error.ts';
import type { FirstPageOrder } from '../../../shared/contract/first-page.ts';
import type { VaultState } from '../../../shared/domain/vault-state.ts';
import { anApiKey } from '../../support/builders.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { someAnswers } from '../../support/first-page-answers.ts';
import { holds } from '../../support/holds.ts';
import { recordingLogger } from '../../support/in-memory-ports.ts';
import { recordingHandlers } from '../../support/recording-handlers.ts';

const NAME = 'Nobody’s business';
const TEMPLATE =
  '<html lang="en"><style nonce="{first-page-nonce}"></style><!--first-page-head--><!--first-page-root-->';
const LOCKED: VaultState = { kind: 'locked', holder: 'passphrase', reason: 'hand' };

interface Arrangement {
  readonly draw?: FirstPageDrawer['draw'];
  readonly handlers?: Partial<Handlers>;
  readonly template?: string | null;
}

function arrange({ draw, handlers: replaced = {}, template = TEMPLATE }: Arrangement = {}) {
  const logger = recordingLogger();
  const vault = fakeVault();
  const orders: FirstPageOrder[] = [];
  const answers = someAnswers([anApiKey({ name: NAME })]);
  const answering = Object.fromEntries(
    Object.entries(answers).map(([command, answer]) => [command, () => ok(answer)]),
  );
  const { handlers } = recordingHandlers({ ...answering, ...replaced });
  const page = createFirstPage({
    drawer: {
      warm: () => undefined,
      draw: async (order) => {
        orders.push(order);
        return draw === undefined ? { markup: `<p>${NAME}</p>`, css: '', language: 'en' } : draw(order);
      },
      stop: () => undefined,
    },
    readTemplate: () => (template === null ? Promise.reject(new Error(NAME)) : Promise.resolve(template)),
    logger,
    languages: () => ['en-GB'],
    height: () => 700,
  });
  const source = { vault, dispatch: createDispatch(handlers, logger, createLockedGate(vault)) };
  return { page, vault, source, orders, logger };
}

describe('the page that is served drawn', () => {
  test('is drawn of what the window would be told, for its languages and its height', async () => {
    const { page, source, orders } = arrange();
    page.follow(source);
    expect(await page.write('abc')).toContain(`<p>${NAME}</p>`);
    expect(orders).toEqual([
      { answers: someAnswers([anApiKey({ name: NAME })]), languages: ['en-GB'], height: 700 },
    ]);
  });

  test('is none before everything is built, and where a command is refused', async () => {
    const { page, source, orders } = arrange({ handlers: { 'keys.page': () => failed('internal') } });
    expect(await page.write('abc')).toBeNull();
    page.follow(source);
    expect(await page.write('abc')).toBeNull();
    expect(orders).toEqual([]);
  });

  test('is none when it cannot be drawn', async () => {
    const { page, source } = arrange({ draw: () => Promise.resolve(null) });
    page.follow(source);
    expect(await page.write('abc')).toBeNull();
  });

  test('is none when anything of it fails, which is noted without what it was about', async () => {
    const { page, source, logger } = arrange({ template: null });
    page.follow(source);
    expect(await page.write('abc')).toBeNull();
    expect(logger.lines).toHaveLength(1);
    expect(JSON.stringify(logger.lines)).not.toContain(NAME);
  });

  test(
    'is none while Keyfob is locked, and nothing is asked for it',
    holds('confinement.first-page'),
    async () => {
      const { page, source, vault, orders } = arrange();
      page.follow(source);
      vault.become(LOCKED);
      expect(await page.write('abc')).toBeNull();
      expect(orders).toEqual([]);
    },
  );

  test('is none when Keyfob is locked while it is drawn', holds('confinement.first-page'), async () => {
    const { page, source, vault } = arrange({
      draw: (order) => {
        vault.become(LOCKED);
        return Promise.resolve({ markup: JSON.stringify(order), css: '', language: 'en' });
      },
    });
    page.follow(source);
    expect(await page.write('abc')).toBeNull();
  });

  test('waits until the keychain has answered, for what it answers', async () => {
    const { page, source, vault } = arrange();
    page.follow(source);
    vault.become({ kind: 'opening' });
    const writing = page.write('abc');
    vault.become({ kind: 'unlocked', holder: 'keychain' });
    expect(await writing).not.toBeNull();
    vault.become({ kind: 'opening' });
    const locked = page.write('abc');
    vault.become(LOCKED);
    expect(await locked).toBeNull();
  });
});
