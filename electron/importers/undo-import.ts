import { readFileSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { ImportStay, ImportUndone } from '../../shared/domain/import.ts';
import type { Service } from '../../shared/domain/service.ts';
import { allKeys, recordActivity } from '../keys/activity-rows.ts';
import type { PlacedFile } from './import-files.ts';
import type { ImportServiceOptions } from './import-service.ts';
import type { SealedVariables } from './keep-variables.ts';
import { markUndone, moveToTrash } from './killed-imports.ts';

interface MadeFile extends PlacedFile {
  readonly what: 'collection' | 'environment';
}

/** What an import made, as it was right afterwards. No secret is in it. */
export interface MadeByImport {
  readonly importId: string;
  readonly files: readonly MadeFile[];
  readonly keys: readonly ApiKey[];
  readonly services: readonly Service[];
  /** Environments of which values were sealed, with the mark of those. */
  readonly sealed: readonly {
    readonly environmentId: string;
    readonly name: string;
    readonly mark: string;
  }[];
}

interface Made {
  readonly importId: string;
  readonly files: readonly MadeFile[];
  readonly keyIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly sealed: SealedVariables;
}

type Parts = Pick<
  ImportServiceOptions,
  'keys' | 'services' | 'secretVariables' | 'onFilesKept' | 'random' | 'ledger' | 'clock' | 'publish'
>;

export function describeMade(
  { keys, services, secretVariables }: Pick<Parts, 'keys' | 'services' | 'secretVariables'>,
  { importId, files, keyIds, serviceIds, sealed }: Made,
): MadeByImport {
  const environments = files.filter(({ what }) => what === 'environment');
  return {
    ...{ importId, files },
    keys: keyIds.map((id) => keys.get(id)).flatMap((key) => (key.ok ? [key.value] : [])),
    services: serviceIds.map((id) => services.find(id)).filter((service) => service !== null),
    sealed: sealed.ids.flatMap((environmentId, index) => {
      const mark = secretVariables.markOf(environmentId);
      return mark === '' ? [] : [{ environmentId, mark, name: nameOf(environments[index]?.path ?? '') }];
    }),
  };
}

/**
 * Takes back exactly what an import made: all of it in one transaction when it is as it was made, else nothing, with what is another by
 * now. Synchronous, so that nothing changes between looking and removing. The files go to `.trash`, where a person finds them again.
 * Killed in between, the next start ends it (killed-imports.ts).
 * `file-write-failed`, and the errors of the ledger.
 */
export function undoImport(parts: Parts, made: MadeByImport): Result<ImportUndone> {
  const reasons = [...fileReasons(made), ...keyReasons(parts, made), ...variableReasons(parts, made)];
  if (reasons.length > 0) return ok({ kind: 'stays', reasons });
  const moved: { readonly from: string; readonly to: string }[] = [];
  const putBack = (): void => {
    for (const { from, to } of moved) renameSync(to, from);
  };
  const ids = made.keys.map(({ id }) => id);
  const marks = made.files.flatMap(({ path }, index) => markUndone(path, made.importId, index) ?? []);
  try {
    const undone = parts.keys.removeWith(ids, () => {
      for (const { id } of made.services) {
        const removed = parts.services.remove(id);
        if (!removed.ok) return removed;
      }
      for (const { environmentId } of made.sealed) parts.secretVariables.removeWithin(environmentId);
      noteUndone(parts, made);
      for (const { path } of made.files) moved.push({ from: path, to: moveToTrash(path, parts.random.id()) });
      return ok(null);
    });
    if (!undone.ok) {
      putBack();
      return undone;
    }
  } catch (error) {
    putBack();
    if (error instanceof Error && 'syscall' in error) return failed('file-write-failed');
    throw error;
  } finally {
    // Files and ledger agree again.
    for (const mark of marks) rmSync(mark, { force: true });
  }
  parts.publish('activity.changed', {});
  parts.onFilesKept();
  return ok({ kind: 'undone' });
}

function noteUndone({ ledger, clock }: Parts, { importId, files, keys }: MadeByImport): void {
  const count = (kind: MadeFile['what']): number => files.filter(({ what }) => what === kind).length;
  const counts = {
    collections: count('collection'),
    environments: count('environment'),
    keys: keys.length,
  };
  const event = { kind: 'import-undone', importId, ...counts } as const;
  recordActivity(ledger, allKeys, { at: clock.now(), event });
}

function fileReasons({ files }: MadeByImport): readonly ImportStay[] {
  return files.flatMap(({ path, text, what }) => {
    const now = textAt(path);
    if (now === text) return [];
    return [{ what, name: nameOf(path), why: now === null ? ('gone' as const) : ('changed' as const) }];
  });
}

function keyReasons({ keys, services }: Parts, made: MadeByImport): readonly ImportStay[] {
  const ofKeys = made.keys.flatMap((key): readonly ImportStay[] => {
    const now = keys.get(key.id);
    const stay = { what: 'key', name: key.name } as const;
    if (!now.ok) return [{ ...stay, why: 'gone' }];
    if (isDeepStrictEqual(now.value, key)) return [];
    const isUsed = isDeepStrictEqual({ ...now.value, lastUsed: null }, { ...key, lastUsed: null });
    return [{ ...stay, why: isUsed ? 'used' : 'changed' }];
  });
  const ofServices = made.services.flatMap((service): readonly ImportStay[] => {
    const now = services.find(service.id);
    const stay = { what: 'service', name: service.name } as const;
    if (now === null) return [{ ...stay, why: 'gone' }];
    return isDeepStrictEqual(now, service) ? [] : [{ ...stay, why: 'changed' }];
  });
  return [...ofKeys, ...ofServices];
}

function variableReasons({ secretVariables }: Parts, { sealed }: MadeByImport): readonly ImportStay[] {
  return sealed.flatMap(({ environmentId, name, mark }) =>
    secretVariables.markOf(environmentId) === mark
      ? []
      : [{ what: 'environment' as const, name, why: 'changed' as const }],
  );
}

function textAt(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function nameOf(path: string): string {
  return basename(path).replace(/(?:\.postman_environment)?\.json$/, '');
}
