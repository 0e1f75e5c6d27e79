import { expect, test } from 'vitest';
import { startServices } from '../../../electron/app/start-services.ts';
import { preferencesSchema } from '../../../shared/domain/preferences.ts';

async function started(startLocalApi: boolean): Promise<readonly string[]> {
  const happened: string[] = [];
  await startServices({
    preferences: { get: () => preferencesSchema.parse({ startLocalApi }) },
    localApi: {
      start: async () => {
        happened.push('Local API');
        return { kind: 'stopped' };
      },
    },
    requests: { load: async () => void happened.push('requests') },
  });
  return happened;
}

test('the Local API starts with Keyfob, unless the person prefers that it waits until it is needed', async () => {
  expect(await started(true)).toEqual(['Local API', 'requests']);
  expect(await started(false)).toEqual(['requests']);
  expect(preferencesSchema.parse({}).startLocalApi).toBe(true);
});
