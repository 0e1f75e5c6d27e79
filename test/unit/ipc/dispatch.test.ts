import { describe, expect, test } from 'vitest';
import { createDispatch } from '../../../electron/ipc/dispatch.ts';
import type { Handlers } from '../../../electron/ipc/handlers.ts';
import {
  LedgerDamagedError,
  LedgerUnavailableError,
  LedgerWriteError,
} from '../../../electron/keys/ledger/ledger.ts';
import { PreferenceWriteError } from '../../../electron/ports/preference-store.ts';
import { appError, failed, ok } from '../../../shared/domain/app-error.ts';
import { recordingLogger } from '../../support/in-memory-ports.ts';
import { recordingHandlers } from '../../support/recording-handlers.ts';
import { holds } from '../../support/holds.ts';

const sender = { url: 'app://keyfob/index.html', isTopFrame: true };

function arrange(replaced: Partial<Handlers> = {}) {
  const logger = recordingLogger();
  const { handlers, calls } = recordingHandlers(replaced);
  const dispatch = createDispatch(handlers, logger);
  const call = (command: unknown, input: unknown) => dispatch({ sender, command, input });
  return { dispatch, call, calls, logged: () => JSON.stringify(logger.lines) };
}

describe('dispatch', () => {
  test('gives the handler the parsed input and the window the parsed output', async () => {
    const { call } = arrange({ 'keys.copy': ({ id }) => ok({ clearsAt: id.length }) });
    expect(await call('keys.copy', { id: 'abc' })).toEqual({ ok: true, value: { clearsAt: 3 } });
  });

  test('applies defaults and transforms before the handler sees the input', async () => {
    const { call, calls } = arrange();
    await call('keys.rename', { id: 'abc', name: '  Build server ' });
    expect(calls).toEqual([{ command: 'keys.rename', input: { id: 'abc', name: 'Build server' } }]);
  });

  test('refuses a foreign sender before it looks at anything else', holds('bridge.sender'), async () => {
    const { dispatch, calls } = arrange();
    for (const foreign of [
      null,
      { url: 'https://evil.example/', isTopFrame: true },
      { ...sender, isTopFrame: false },
    ]) {
      const answer = await dispatch({ sender: foreign, command: 'keys.list', input: {} });
      expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden-sender' } });
    }
    expect(calls).toEqual([]);
  });

  test.each([
    '',
    'keys',
    'keys.list ',
    'KEYS.LIST',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    null,
    7,
    {},
    ['keys.list'],
  ])('does not know the command %j', async (command) => {
    const { call, calls } = arrange();
    expect(await call(command, {})).toMatchObject({ ok: false, error: { code: 'unknown-command' } });
    expect(calls).toEqual([]);
  });

  test('names the field that is wrong and uses the schema’s own words', async () => {
    const { call } = arrange();
    expect(await call('keys.rename', { id: 'abc', name: '   ' })).toEqual({
      ok: false,
      error: appError('invalid-input', { message: 'Give the key a name', field: 'name' }),
    });
    expect(
      await call('keys.generate', {
        name: 'CI',
        serviceId: 'local',
        expiry: { kind: 'after-days', days: 0 },
      }),
    ).toMatchObject({
      error: {
        code: 'invalid-input',
        field: 'expiry.days',
        message: 'A field is too small; the least is 1.',
      },
    });
  });

  test('never repeats a value or a field’s name that it does not know', async () => {
    const { call, logged } = arrange();
    const canary = 'canary-4711';
    const answers = [
      await call('keys.copy', { id: { [canary]: canary } }),
      await call('keys.copy', { id: 'abc', [canary]: canary }),
      await call('preferences.set', { theme: canary }),
      await call('services.create', {
        name: 'S',
        baseUrl: canary,
        headerName: `${canary}\n`,
        origins: [canary],
      }),
      await call(canary, {}),
    ];
    expect(answers.map(({ ok: isOk }) => isOk)).toEqual([false, false, false, false, false]);
    expect(JSON.stringify(answers)).not.toContain(canary);
    expect(logged()).not.toContain(canary);
  });

  test(
    'fails an answer with a field that its schema does not list, and logs no value',
    holds('confinement.outputs'),
    async () => {
      const leaky: Handlers['keys.copy'] = () => ok({ clearsAt: 1, secret: 'canary-4711' });
      const { call, logged } = arrange({ 'keys.copy': leaky });
      const answer = await call('keys.copy', { id: 'abc' });
      expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
      expect(JSON.stringify(answer) + logged()).not.toContain('canary-4711');
      expect(logged()).toContain('keys.copy');
    },
  );

  test('fails an error with a field that errors do not have', async () => {
    const leaky: Handlers['keys.copy'] = () => ({
      ok: false,
      error: { ...failed('key-expired').error, cause: 'canary-4711' } as ReturnType<typeof failed>['error'],
    });
    const { call } = arrange({ 'keys.copy': leaky });
    expect(await call('keys.copy', { id: 'abc' })).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  test('passes a handler’s expected failure on as it is', async () => {
    const refusal = failed('key-expired', { field: 'id' });
    const { call } = arrange({ 'keys.copy': () => refusal });
    expect(await call('keys.copy', { id: 'abc' })).toEqual(refusal);
  });

  const thrownAndAnswered: readonly (readonly [thrown: unknown, code: string])[] = [
    [new LedgerUnavailableError(), 'ledger-unavailable'],
    [new LedgerDamagedError(), 'ledger-unavailable'],
    [new LedgerWriteError(), 'ledger-write-failed'],
    [new PreferenceWriteError(), 'ledger-write-failed'],
    [new Error('canary-4711', { cause: new TypeError('canary-4711') }), 'internal'],
    ['canary-4711', 'internal'],
    [null, 'internal'],
  ];

  test.each(thrownAndAnswered)('turns what a handler throws into a typed error: %s', async (thrown, code) => {
    // A bug may throw anything, also what is no error.
    const broken: Handlers['keys.list'] = () => {
      throw thrown;
    };
    const { call, logged } = arrange({ 'keys.list': broken });
    const answer = await call('keys.list', {});
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(answer) + logged()).not.toContain('canary-4711');
  });

  test('logs where a bug is, without its message', holds('confinement.failures'), async () => {
    const broken: Handlers['keys.list'] = () => {
      throw new RangeError('the secret is canary-4711');
    };
    const { call, logged } = arrange({ 'keys.list': broken });
    await call('keys.list', {});
    expect(logged()).toContain('RangeError');
    expect(logged()).toContain('dispatch.test.ts');
    expect(logged()).not.toContain('canary-4711');
  });
});
