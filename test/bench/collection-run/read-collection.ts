import { readFileSync } from 'node:fs';
import type { SavedRequest } from '../../../shared/domain/collection.ts';
import type { PlainCollection } from '../../support/plain-collection.ts';
import { emptyRequestDraft, type RequestDraft } from '../../../shared/domain/http-request.ts';

interface Item {
  readonly name: string;
  readonly item?: readonly Item[];
  readonly request?: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly header: readonly { readonly key: string; readonly value: string }[];
    readonly body?: { readonly raw: string };
  };
}

interface PostmanFile {
  readonly info: { readonly name: string };
  readonly item: readonly Item[];
  readonly variable: readonly { readonly key: string; readonly value: string }[];
}

/** A collection of the bench (`makeCollection`). `keyChoice`: which key its requests ask for. */
export function readCollection(
  file: string,
  serviceId: string,
  keyChoice: RequestDraft['keyChoice'],
): PlainCollection {
  const { info, item, variable } = JSON.parse(readFileSync(file, 'utf8')) as PostmanFile; // the bench's own file
  return {
    name: info.name,
    serviceId,
    folders: item.map((folder, index) => ({
      id: String(index),
      name: folder.name,
      requests: (folder.item ?? []).map((each, at) =>
        toRequest(each, `${String(index)}.${String(at)}`, keyChoice),
      ),
    })),
    variables: variable.map(({ key, value }) => ({ name: key, value, isEnabled: true })),
  };
}

function toRequest({ name, request }: Item, id: string, keyChoice: RequestDraft['keyChoice']): SavedRequest {
  if (request === undefined) throw new Error('A folder within a folder');
  const { method, url, header, body } = request;
  return {
    id,
    description: '',
    draft: {
      ...emptyRequestDraft(),
      name,
      method,
      keyChoice,
      url,
      headers: header.map(({ key, value }) => ({ name: key, value, isEnabled: true })),
      body: body === undefined ? { kind: 'none' } : { kind: 'json', text: body.raw },
    },
  };
}
