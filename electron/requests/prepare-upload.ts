import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { OpenedFile } from '../ports/file-looker.ts';
import type { ComposedRequest } from './composed-request.ts';
import { isUpload, type UploadPart } from './upload-body.ts';

/** Where a file would go, and on whose behalf. */
export interface FileGoing {
  readonly collectionId: string | null;
  /** The origin that the request goes to. */
  readonly origin: string;
  /** Whether the person sends this very request, or it is one of many that they let run. */
  readonly isByHand: boolean;
}

/** Files that the person chose, and no others. */
export interface ReadableFiles {
  /**
   * Opens a file that was chosen for this collection and may go to this origin; asks the person when it went to others alone.
   * `file-not-chosen`, `body-file-unreadable`, `vault-locked`.
   */
  readonly open: (path: string, going: FileGoing) => Promise<Result<OpenedFile>>;
}

export interface PreparedUpload {
  readonly request: ComposedRequest;
  /** Closes the files. Never rejects. */
  readonly close: () => Promise<void>;
}

/** Opens the files that a request sends, once for all its hops. Until then none of them is looked at, whatever path the request names. */
export async function prepareUpload(
  request: ComposedRequest,
  { files, ...going }: { readonly files: ReadableFiles } & Omit<FileGoing, 'origin'>,
): Promise<Result<PreparedUpload>> {
  const { body } = request;
  const opened: OpenedFile[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((file) => file.close()));
  };
  if (!isUpload(body)) return ok({ request, close });
  const { origin } = new URL(request.url);
  const parts: UploadPart[] = [];
  for (const part of body.parts) {
    if (part.kind === 'bytes') {
      parts.push(part);
      continue;
    }
    const file = await files.open(part.path, { ...going, origin });
    if (!file.ok) {
      await close();
      return file;
    }
    opened.push(file.value);
    parts.push({ ...part, file: file.value });
  }
  return ok({ request: { ...request, body: { parts } }, close });
}
