import { ok } from '../../shared/domain/app-error.ts';
import { bruBlocks } from './bruno/bru-blocks.ts';
import { convertBrunoFolder } from './bruno/bruno-folder.ts';
import { notReadable } from './import-failures.ts';
import type { Importer, ImportNote } from './importer.ts';
import { bruFile } from './bruno/bru-file.ts';
import { bruRequest } from './bruno/bru-request.ts';
import { bruEnvironment } from './bruno/bru-environment.ts';
import { collectionDocument } from './postman-parts.ts';
import type { ImportSource } from './import-source.ts';
import { told } from '../told.ts';

/** A Bruno collection's folder, or one of its files alone. */
export const brunoImporter: Importer = {
  id: 'bruno',
  detect: (source) => isSingleFile(source) || isFolder(source),
  convert(source) {
    if (isFolder(source)) return convertBrunoFolder(source.files);
    const blocks = bruBlocks(source.text ?? '');
    if (blocks === null) return notReadable(told('noBruno'));
    const notes: ImportNote[] = [];
    const path = source.files[0]?.path ?? '';
    const file = bruFile(path, blocks);
    const environment = bruEnvironment(file);
    if (environment !== null) return ok({ collections: [], environments: [environment], notes });
    const item = bruRequest(file, { headers: [], notes });
    if (item === null) return notReadable(told('brunoEmpty'));
    return ok({
      collections: [collectionDocument({ name: file.name, item: [item] })],
      environments: [],
      notes,
    });
  },
};

function isFolder({ files }: ImportSource): boolean {
  return (
    files.some(({ path }) => path === 'bruno.json' || path.endsWith('/bruno.json')) &&
    files.some(({ path }) => path.endsWith('.bru'))
  );
}

function isSingleFile({ text }: ImportSource): boolean {
  if (
    text === null ||
    !/^\s*(?:meta|get|post|put|patch|delete|head|options|vars|vars:secret)\s*[{[]\s*$/m.test(
      text.slice(0, 2_000),
    )
  )
    return false;
  const blocks = bruBlocks(text);
  return blocks !== null && blocks.some(({ name }) => name === 'meta' || name.startsWith('vars'));
}
