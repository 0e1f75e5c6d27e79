import { ok, type Result } from '../../shared/domain/app-error.ts';
import type { ComposedRequest } from './composed-request.ts';
import { isUpload, type UploadPart } from './upload-body.ts';

/** Files that the person chose, and no others. */
export interface ReadableFiles {
  /** The size in bytes of a file that was chosen for this collection. `file-not-chosen`, `body-file-unreadable`. */
  readonly sizeOf: (collectionId: string | null, path: string) => Promise<Result<number>>;
}

/** Looks at the files that a request sends. Until then none of them is read, whatever path the request names. */
export async function prepareUpload(
  request: ComposedRequest,
  { files, collectionId }: { readonly files: ReadableFiles; readonly collectionId: string | null },
): Promise<Result<ComposedRequest>> {
  const { body } = request;
  if (!isUpload(body)) return ok(request);
  const parts: UploadPart[] = [];
  for (const part of body.parts) {
    if (part.kind === 'bytes') {
      parts.push(part);
      continue;
    }
    const size = await files.sizeOf(collectionId, part.path);
    if (!size.ok) return size;
    parts.push({ ...part, size: size.value });
  }
  return ok({ ...request, body: { parts } });
}
