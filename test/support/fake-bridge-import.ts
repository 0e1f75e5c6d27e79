import { ok } from '../../shared/domain/app-error.ts';
import type { ImportPreview } from '../../shared/domain/import.ts';
import type { HandlersOf } from './fake-bridge-handlers.ts';

/** An import with one of each thing. */
export const anImportPreview: ImportPreview = {
  token: 'import-1',
  formats: ['curl'],
  collections: [{ name: 'cURL', folders: 0, requests: 1 }],
  environments: [{ name: 'Staging', variables: 2 }],
  found: [
    {
      id: 'secret-1',
      mask: 'shop-••••••••0001',
      label: 'X-API-Key',
      places: ['cURL › https://api.shop.example/items'],
      origins: ['https://api.shop.example'],
      canBeKey: true,
      variables: [],
      suggestedName: 'api.shop.example X-API-Key',
      suggestedServiceId: null,
      suggestedService: {
        name: 'api.shop.example',
        baseUrl: 'https://api.shop.example',
        headerName: 'X-API-Key',
        origins: ['https://api.shop.example'],
        checkUrl: null,
        keyPrefix: null,
      },
    },
    {
      id: 'secret-2',
      mask: '••••••••word',
      label: 'password',
      places: ['Staging'],
      origins: [],
      canBeKey: true,
      variables: ['password'],
      suggestedName: 'password',
      suggestedServiceId: null,
      suggestedService: null,
    },
  ],
  notes: [
    {
      kind: 'kept',
      what: { message: 'tests', remedy: '', told: { name: 'importTests', values: {} } },
      where: 'List',
    },
  ],
  noteCount: 1,
};

export function fakeImportHandlers(): HandlersOf<'import'> {
  let count = 0;
  return {
    'import.choose': () => ok({ kind: 'preview', preview: anImportPreview }),
    'import.takeOpened': () => ok({ kind: 'preview', preview: anImportPreview }),
    'import.takeDropped': () => ok({ kind: 'preview', preview: anImportPreview }),
    'import.paste': () =>
      ok({ kind: 'ambiguous', token: 'import-1', formats: ['openapi', 'postman-environment'] }),
    'import.asFormat': () => ok({ kind: 'preview', preview: anImportPreview }),
    'import.keep': ({ choices }) =>
      ok({
        undoId: `undo-${String((count += 1))}`,
        collections: ['cURL'],
        environments: ['Staging'],
        keys: choices.filter(({ kind }) => kind === 'key').length,
        variables: choices.filter(({ kind }) => kind === 'variable').length,
      }),
    // The first import is taken back; what a further one made was changed and used.
    'import.undo': ({ undoId }) =>
      undoId === 'undo-1'
        ? ok({ kind: 'undone' })
        : ok({
            kind: 'stays',
            reasons: [
              { what: 'collection', name: 'Shop', why: 'changed' },
              { what: 'key', name: 'CI', why: 'used' },
            ],
          }),
    'import.discard': () => ok({}),
  };
}
