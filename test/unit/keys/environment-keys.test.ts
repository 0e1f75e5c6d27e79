import { describe, expect, it } from 'vitest';
import { memoryKeysBench } from '../../support/keys-bench.ts';
import { errorOf, valueOf } from '../../support/results.ts';

const value = 'v'.repeat(30);

describe('keys in the environment', () => {
  it('are found by their names, in order, and only those whose value can be a key', () => {
    const { keys } = memoryKeysBench({
      environment: {
        WEATHER_API_KEY: value,
        POSTMAN_API_KEY: ` ${value}\n`,
        CI_TOKEN: 'short',
        SOME_TOKEN: `two words ${value}`,
        EMPTY_API_KEY: '',
        API_KEY_FILE: value,
        PATH: value,
        weather_api_key: value,
      },
    });
    expect(keys.listInEnvironment()).toEqual(['POSTMAN_API_KEY', 'WEATHER_API_KEY']);
  });

  it('are offered few at a time', () => {
    const environment = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`A${String(index)}_TOKEN`, value]),
    );
    expect(memoryKeysBench({ environment }).keys.listInEnvironment()).toHaveLength(6);
  });

  it('are staged as a paste is: the caller gets a token and a mask', async () => {
    const bench = memoryKeysBench({ environment: { WEATHER_API_KEY: ` ${value} ` } });
    const staged = valueOf(bench.keys.stageFromEnvironment('WEATHER_API_KEY'));
    expect(JSON.stringify(staged)).not.toContain(value);
    expect(staged.length).toBe(value.length);
    const { id } = valueOf(
      await bench.keys.addStaged({
        ...{ token: staged.token, name: 'From the shell', serviceId: 'postman' },
        ...{ expiry: { kind: 'never' }, verification: 'skipped' },
      }),
    );
    expect(bench.keys.get(id).ok).toBe(true);
  });

  it.each(['PATH', 'HOME_TOKEN', '__proto__', 'constructor', 'toString'])('leave %s alone', (name) => {
    const bench = memoryKeysBench({ environment: { PATH: value, HOME_TOKEN: 'short' } });
    expect(errorOf(bench.keys.stageFromEnvironment(name)).code).toBe('not-found');
  });
});
