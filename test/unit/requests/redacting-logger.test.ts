import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { redactingLogger } from '../../../electron/requests/redacting-logger.ts';
import { createSecretRegistry } from '../../../electron/requests/secret-registry.ts';
import { recordingLogger } from '../../support/in-memory-ports.ts';
import { holds } from '../../support/holds.ts';

const VALUE = 'the-value-of-a-key/+';

function bench(): { readonly log: ReturnType<typeof redactingLogger>; readonly text: () => string } {
  const registry = createSecretRegistry();
  registry.createRedactor().add(VALUE, 'MASK');
  const inner = recordingLogger();
  return {
    log: redactingLogger(inner, registry),
    text: () => inspect(inner.lines, { depth: null, showHidden: true }),
  };
}

describe('the log', () => {
  it('holds no secret, wherever it stands', holds('confinement.logs'), () => {
    const { log, text } = bench();
    const cycle: Record<string, unknown> = { deep: [{ value: VALUE }] };
    cycle['self'] = cycle;
    const failure = Object.assign(new Error(`invalid header ${VALUE}`, { cause: new Error(VALUE) }), {
      code: 'ERR_INVALID_CHAR',
      input: VALUE,
      headers: { 'x-api-key': VALUE },
    });

    log.error(`failed with ${encodeURIComponent(VALUE)}`, {
      failure,
      cycle,
      [VALUE]: 1,
      map: new Map([[VALUE, VALUE]]),
      set: new Set([VALUE]),
      bytes: Buffer.from(VALUE),
      url: new URL(`https://a.test/?q=${encodeURIComponent(VALUE)}`),
      base64: Buffer.from(VALUE).toString('base64'),
    });

    expect(text()).not.toContain(VALUE);
    expect(text()).not.toContain(encodeURIComponent(VALUE));
    expect(text()).not.toContain(Buffer.from(VALUE).toString('base64').slice(0, 20));
    expect(text()).toContain('ERR_INVALID_CHAR');
    expect(text()).not.toContain('invalid header');
  });

  it('leaves out what stands under a sensitive name, known or not', holds('confinement.logs'), () => {
    const { log, text } = bench();

    log.info('sent', {
      authorization: 'Bearer unknown',
      cookie: 'a=unknown',
      url: 'https://u:unknown@a.test/?token=unknown',
      status: 200,
    });

    expect(text()).not.toContain('unknown');
    expect(text()).toContain('200');
  });

  it('is written even when a field cannot be read', () => {
    const { log, text } = bench();
    const bad = {
      get broken(): never {
        throw new Error('no');
      },
    };

    log.warn('still here', { bad });

    expect(text()).toContain('still here');
  });
});
