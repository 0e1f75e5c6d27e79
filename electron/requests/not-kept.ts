/**
 * Stands in a draft of the history where a secret was typed by hand (an `Authorization` header, an `api_key` parameter, …):
 * the value itself is not kept, because no secret is at rest in the clear. A request that still holds it is refused, so that
 * a request which is sent again asks for the value instead of sending this text.
 */
export const NOT_KEPT = '••••(not kept)••••';

/** `{{…}}`, perhaps behind a scheme, and nothing else: a value that names its secret instead of holding it, and so may be kept. */
const TEMPLATE_ONLY = /^\s*(?:(?:Basic|Bearer|Token)\s+)?\{\{[^{}]{1,200}\}\}\s*$/i;

/** What may be kept of a value that stands under a sensitive name. */
export function keptValue(value: string): string {
  return value === '' || TEMPLATE_ONLY.test(value) ? value : NOT_KEPT;
}
