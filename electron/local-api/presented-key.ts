/** What a request presents as its API key. */
export type PresentedKey =
  | { readonly kind: 'one'; readonly secret: string }
  | { readonly kind: 'none' }
  /** More than one value in the same place: none of them is tried. */
  | { readonly kind: 'several' };

const HEADER = 'x-api-key';
const PARAMETER = 'apikey';
const ACCESS_PARAMETER = 'access_key';

/**
 * The `X-API-Key` header, else the `apikey` parameter of the query, as the Postman API reads them.
 * `rawHeaders` is Node's flat list of names and values.
 */
export function presentedKey(rawHeaders: readonly string[], query: URLSearchParams): PresentedKey {
  const fromHeader = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === HEADER,
  );
  return oneOf(fromHeader.length > 0 ? fromHeader : query.getAll(PARAMETER));
}

/** The `access_key` parameter, which opens a collection without an API key. */
export function presentedAccessKey(query: URLSearchParams): PresentedKey {
  return oneOf(query.getAll(ACCESS_PARAMETER));
}

function oneOf([secret, ...others]: readonly string[]): PresentedKey {
  if (secret === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', secret } : { kind: 'several' };
}
