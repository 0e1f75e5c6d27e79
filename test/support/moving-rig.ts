import type { CommandName, CommandOutput } from '../../shared/contract/contract.ts';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import type { Result } from '../../shared/domain/app-error.ts';
import { wholeApp } from './whole-app.ts';

export const PASSPHRASE = 'four words that nobody guesses';

const never = { kind: 'never' } as const;

/** A Keyfob that exports to the file, and restores from it. */
export async function movingKeyfob(file: string) {
  const dialog = () => Promise.resolve({ path: file, name: 'export.json' });
  const app = wholeApp({ fileDialog: { chooseSaveFile: dialog, chooseExisting: dialog } });
  await app.vault.open();
  const ask = async <Name extends CommandName>(command: Name, input: unknown) =>
    (await app.invoke(command, input)) as Result<CommandOutput<Name>>;
  const value = async <Name extends CommandName>(command: Name, input: unknown) => {
    const result = await ask(command, input);
    if (!result.ok) throw new Error(`${command}: ${result.error.code}`);
    return result.value;
  };
  const secretOf = async ({ id }: Pick<ApiKey, 'id'>): Promise<string> => {
    await value('keys.copy', { id });
    return app.clipboard.readText();
  };
  const generate = (name: string, serviceId = 'local') =>
    value('keys.generate', { name, serviceId, expiry: never });
  const openExport = (passphrase = PASSPHRASE) => ask('moving.open', { passphrase });
  const restore = async () => {
    const opened = await value('moving.open', { passphrase: PASSPHRASE });
    if (opened.kind !== 'preview') throw new Error('Nothing was opened');
    return { opened, restored: await value('moving.restore', { token: opened.token }) };
  };
  /** An environment with one secret variable, as a person makes it. */
  const keepVariable = async (variable: {
    readonly environment: string;
    readonly name: string;
    readonly secret: string;
    readonly origins: readonly string[];
  }) => {
    const { name, secret, origins } = variable;
    const { id } = await value('environments.create', { name: variable.environment });
    await value('environments.setSecret', { id, name, secret, origins });
    return id;
  };
  return { app, ask, value, secretOf, generate, openExport, restore, keepVariable };
}
export type MovingKeyfob = Awaited<ReturnType<typeof movingKeyfob>>;
