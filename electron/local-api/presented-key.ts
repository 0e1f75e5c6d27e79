/** What a request presents as its API key. */
export type PresentedKey =
  | { readonly kind: 'one'; readonly secret: string }
  | { readonly kind: 'none' }
  /** More than one value in the same place: none of them is tried. */
  | { readonly kind: 'several' };

const HEADER = 'x-api-key';
const PARAMETER = 'apikey';

/**
 * The `X-API-Key` header, else the `apikey` parameter of the query, as the Postman API reads them.
 * `rawHeaders` is Node's flat list of names and values.
 */
export function presentedKey(rawHeaders: readonly string[], query: URLSearchParams): PresentedKey {
  const fromHeader = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === HEADER,
  );
  const [secret, ...others] = fromHeader.length > 0 ? fromHeader : query.getAll(PARAMETER);
  if (secret === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', secret } : { kind: 'several' };
}
