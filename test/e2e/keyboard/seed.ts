import { expect, type Page } from '@playwright/test';
import type { CommandInput, CommandName, CommandOutput } from '../../../shared/contract/contract.ts';
import { DEFAULT_RUN_OPTIONS } from '../../../shared/domain/run.ts';

/** Gives a command as the window would; throws what it answers when it is refused. */
export async function command<Name extends CommandName>(
  page: Page,
  name: Name,
  input: CommandInput<Name>,
): Promise<CommandOutput<Name>> {
  const reply = await page.evaluate(([asked, argument]) => window.keyfob.invoke(asked, argument as never), [
    name,
    input,
  ] as const);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  return reply.value; // Of the command that was asked.
}

/** Something of everything, so that every control that a screen can have is there. */
export async function seedEverything(page: Page): Promise<void> {
  const weather = await command(page, 'services.create', {
    name: 'Weather',
    baseUrl: 'https://api.weather.test/v1',
    headerName: 'X-Weather',
    origins: ['https://api.weather.test'],
    checkUrl: 'https://api.weather.test/me',
    keyPrefix: null,
  });
  const expiry = { kind: 'after-days', days: 30 } as const;
  for (const [name, serviceId] of [
    ['Forecast', weather.id],
    ['Laptop', 'local'],
    ['CI pipeline', 'local'],
  ] as const)
    await command(page, 'keys.generate', { name, serviceId, expiry });
  const keys = await command(page, 'keys.list', {});
  const defaults = keys
    .filter(({ isDefault }) => isDefault)
    .map(({ serviceId, id }) => ({ serviceId, apiKeyId: id }));
  await command(page, 'profiles.save', { id: null, name: 'Work', defaults });
  const [collection] = await command(page, 'accessKeys.listCollections', {});
  if (collection !== undefined) await command(page, 'accessKeys.share', { collectionUid: collection.uid });
  const grace = await command(page, 'team.addMember', {
    name: 'Grace Hopper',
    email: 'grace@example.com',
    role: 'member',
  });
  await command(page, 'team.issueKey', { memberId: grace.id, name: 'Nightly build', expiry });
}

/** Two runs that have ended, with a request that failed. */
export async function seedRuns(page: Page): Promise<void> {
  const place = { collectionId: 'postman-api', folderId: 'user' };
  const expectations = [{ requestId: 'get-me', expectation: { kind: 'status', status: 418 } as const }];
  for (const id of ['run-of-the-seed-1', 'run-of-the-seed-2']) {
    await command(page, 'runs.start', {
      id,
      ...place,
      options: DEFAULT_RUN_OPTIONS,
      expectations,
      data: null,
    });
    await expect
      .poll(async () => (await command(page, 'runs.list', {})).find((run) => run.id === id)?.state)
      .toBe('finished');
  }
}
