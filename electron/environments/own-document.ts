import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { DocumentFiles } from '../collections/document-file.ts';
import { ownIdOf, withoutOwnId, type EnvironmentDocument } from './environment-document.ts';
import type { SecretVariables } from './secret-variables.ts';

export interface Ownership {
  readonly files: Pick<DocumentFiles<EnvironmentDocument>, 'read'>;
  readonly secrets: Pick<SecretVariables, 'list' | 'ownerOf' | 'setOwner'>;
}

/**
 * Whether a file has the id of another one, of which it is a copy that was made by hand: what is sealed under the id is not its. The
 * first file that is seen with an id for which something is sealed owns it; a file that took the owner's place, by another name, owns it from then on.
 */
export async function isCopy(
  fileName: string,
  document: EnvironmentDocument,
  { files, secrets }: Ownership,
): Promise<boolean> {
  const ownId = ownIdOf(document);
  if (ownId === null) return false;
  const owner = secrets.ownerOf(ownId);
  if (owner === fileName) return false;
  if (secrets.list(ownId).length === 0) return owner !== null;
  if (owner !== null && (await mayHaveId(owner, ownId, files))) return true;
  // A ledger that refuses is asked again when the file is read the next time.
  secrets.setOwner(ownId, fileName);
  return false;
}

/** The document as it is used: a copy has no id, and gets one of its own when something of it is sealed. */
export async function ownDocument(
  fileName: string,
  document: EnvironmentDocument,
  ownership: Ownership,
): Promise<Result<EnvironmentDocument>> {
  return ok((await isCopy(fileName, document, ownership)) ? withoutOwnId(document) : document);
}

/** A file that cannot be read now may have it. */
async function mayHaveId(fileName: string, ownId: string, files: Ownership['files']): Promise<boolean> {
  const document = await files.read(fileName);
  return document.ok ? ownIdOf(document.value) === ownId : document.error.code !== 'not-found';
}
