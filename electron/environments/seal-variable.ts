import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import { ownIdOf, variablesOf, withOwnId, withSecretVariable } from './environment-document.ts';
import type { EnvironmentFiles } from './environment-files.ts';
import { valueInFile } from './environment-reading.ts';
import { told } from '../told.ts';

export interface SecretChange {
  readonly id: string;
  readonly name: string;
  /** `null`: the one that stands in the file, else the one that is sealed. */
  readonly secret: string | null;
  readonly origins: readonly string[];
}

/**
 * Seals a variable's value, or only says where it may go. The value is sealed before it leaves the file: a crash in between leaves both,
 * never neither. `invalid-input` without a value, and for one that holds an API key; `cancelled` when the person, asked outside the
 * window, does not want a value that the window does not know to go to a further origin.
 */
export async function sealVariable(wanted: SecretChange, context: EnvironmentFiles): Promise<Result<null>> {
  const { id, name, secret, origins } = wanted;
  const { read, change, secrets, keyScan, newId } = context;
  const document = await read(id);
  if (!document.ok) return document;
  const ownId = ownIdOf(document.value) ?? newId();
  const place = { environmentId: ownId, name };
  const kept = secrets.list(ownId).find((each) => each.name === name) ?? null;
  const value = secret ?? valueInFile(variablesOf(document.value), name);
  if (value === null && kept === null) return noValue();
  if (value !== null && keyScan.holdsSecret(value)) return keyInVariable();
  if (secret === null) {
    const allowed = await confirmed(wanted, kept?.origins ?? [], context);
    if (!allowed.ok) return allowed;
  }
  const sealed =
    value === null ? secrets.setOrigins(place, origins) : await secrets.put(place, value, origins);
  if (!sealed.ok) return sealed;
  const written = await change(id, 'the environment', (current) => {
    const named = ownIdOf(current) === ownId ? current : withOwnId(current, ownId);
    return ok({ document: withSecretVariable(named, name), value: null });
  });
  // What no file refers to would lie in the ledger for ever.
  if (!written.ok && kept === null) secrets.follow(ownId, { renamed: [], removed: [name] });
  return written;
}

async function confirmed(
  { name, origins }: SecretChange,
  before: readonly string[],
  { confirmOrigins }: EnvironmentFiles,
): Promise<Result<null>> {
  const added = origins.filter((origin) => !before.includes(origin));
  if (added.length === 0 || (await confirmOrigins(name, added))) return ok(null);
  return failed('cancelled', told('variableNotWidened'));
}

function noValue(): ReturnType<typeof failed> {
  return failed('invalid-input', { ...told('variableWithoutValue'), field: 'secret' });
}

function keyInVariable(): ReturnType<typeof failed> {
  return failed('invalid-input', { ...told('variableIsKey'), field: 'secret' });
}
