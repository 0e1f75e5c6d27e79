import type { CommandOutput } from '../../shared/contract/contract.ts';
import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { Response } from '../../shared/domain/exchange.ts';
import { BodyFileError, type BodyFiles } from '../ports/body-files.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import type { Vault } from '../vault/vault.ts';
import type { History } from './history.ts';
import type { KeptResponses, SavedBody } from './kept-responses.ts';
import { suggestFileName } from './suggest-file-name.ts';
import { told } from '../told.ts';

export interface SaveResponseParts {
  readonly keptResponses: Pick<KeptResponses, 'has' | 'save'>;
  readonly files: Pick<BodyFiles, 'save'>;
  readonly history: Pick<History, 'get'>;
  readonly fileDialog: Pick<FileDialog, 'chooseSaveFile'>;
  readonly vault: Pick<Vault, 'state'>;
  /** Where it was written to. The window is told the file's name alone. */
  readonly onSaved: (path: string) => void;
}

/**
 * Writes a response's body where the person says: the bytes as they came while they are kept, afterwards what the history has, if that
 * is all of it. `not-found`, `export-failed`, `vault-locked`, `ledger-unavailable`.
 */
export async function saveResponse(
  id: string,
  { keptResponses, files, history, fileDialog, vault, onSaved }: SaveResponseParts,
): Promise<Result<CommandOutput<'responses.save'>>> {
  const record = history.get(id);
  const exchange = record.ok ? record.value.exchange : null;
  const response = exchange?.outcome.kind === 'response' ? exchange.outcome.response : null;
  const bytes = response === null ? null : wholeBody(response);
  if (!keptResponses.has(id) && bytes === null) return failed('not-found', GONE);
  const { name, kind } = suggestFileName(exchange?.url ?? '', response?.contentType ?? '');
  const file = await fileDialog.chooseSaveFile({ purpose: 'response', suggestedName: name, kind });
  if (file === null) return ok({ kind: 'cancelled' });
  // Nothing leaves a Keyfob that was locked while the dialog was open.
  if (vault.state().kind === 'locked') return failed('vault-locked');
  // While the dialog was open, later responses may have taken its place.
  const saved = keptResponses.has(id)
    ? await keptResponses.save(id, file.path)
    : await saveBytes(bytes, file.path, { files, isRedacted: response?.isRedacted ?? false });
  if (!saved.ok) return saved;
  onSaved(file.path);
  const { size, isRedacted } = saved.value;
  return ok({ kind: 'saved', fileName: file.name, bytes: size, isRedacted });
}

const GONE = told('responseNotKept');

async function saveBytes(
  bytes: Uint8Array | null,
  path: string,
  { files, isRedacted }: { readonly files: Pick<BodyFiles, 'save'>; readonly isRedacted: boolean },
): Promise<Result<SavedBody>> {
  if (bytes === null) return failed('not-found', GONE);
  try {
    await files.save(path, bytes);
    return ok({ size: bytes.length, isRedacted });
  } catch (error) {
    if (error instanceof BodyFileError) return failed('export-failed');
    throw error;
  }
}

/** What the history has of a body, if it has all of it. Text becomes UTF-8. */
function wholeBody({ body }: Response): Uint8Array | null {
  if (body.kind === 'empty') return new Uint8Array();
  if (body.isTruncated) return null;
  return body.kind === 'text' ? Buffer.from(body.text, 'utf8') : Buffer.from(body.hex, 'hex');
}
