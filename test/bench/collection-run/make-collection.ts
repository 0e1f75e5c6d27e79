/** What the runners send: `count` requests to addresses below `path`. */
export interface CollectionWanted {
  readonly count: number;
  readonly path: string;
  readonly origin: string;
  /**
   * A variable's value in the key's header, for those that have no keys of their own; `by-runner`: what runs it signs; `none`: its
   * authorization says that nothing is to be signed.
   */
  readonly signing: { readonly apiKey: string } | 'by-runner' | 'none';
}

export interface BenchRequest {
  readonly method: 'GET' | 'POST';
  /** With `{{baseUrl}}` and `{{page}}`. */
  readonly url: string;
  readonly body: string | null;
}

const FOLDER = 50;

/** One of five has a JSON body. */
export function requestsOf({
  count,
  path,
}: Pick<CollectionWanted, 'count' | 'path'>): readonly BenchRequest[] {
  return Array.from({ length: count }, (_none, index) => ({
    method: index % 5 === 4 ? 'POST' : 'GET',
    url: `{{baseUrl}}${path}/${String(index + 1)}?page={{page}}`,
    body: index % 5 === 4 ? '{"name": "Item {{page}}", "tags": ["a", "b"]}' : null,
  }));
}

/** The requests as a Postman collection (v2.1), in folders of 50. */
export function makeCollection(wanted: CollectionWanted): string {
  const { origin, signing } = wanted;
  const apiKey = typeof signing === 'string' ? null : signing.apiKey;
  const items = requestsOf(wanted).map((request, index) => makeItem(request, index, apiKey !== null));
  const folders = Array.from({ length: Math.ceil(items.length / FOLDER) }, (_none, folder) => ({
    name: `Folder ${String(folder + 1)}`,
    item: items.slice(folder * FOLDER, (folder + 1) * FOLDER),
  }));
  const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
  const variable = [
    { key: 'baseUrl', value: origin },
    { key: 'page', value: '3' },
    ...(apiKey === null ? [] : [{ key: 'apiKey', value: apiKey }]),
  ];
  const auth = signing === 'none' ? { auth: { type: 'noauth' } } : {};
  return JSON.stringify({ info: { name: 'Bench', schema }, item: folders, ...auth, variable }, null, 2);
}

function makeItem({ method, url, body }: BenchRequest, index: number, hasKeyHeader: boolean): object {
  const header = [
    ...(hasKeyHeader ? [{ key: 'X-API-Key', value: '{{apiKey}}' }] : []),
    { key: 'Accept', value: 'application/json' },
    ...(body === null ? [] : [{ key: 'Content-Type', value: 'application/json' }]),
  ];
  const raw = { mode: 'raw', raw: body, options: { raw: { language: 'json' } } };
  const request = { method, url, header, ...(body === null ? {} : { body: raw }) };
  return { name: `Request ${String(index + 1)}`, request };
}
