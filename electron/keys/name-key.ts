/**
 * What a name is compared by: two names that a person would call the same are equal. Unicode's own lower case, not a
 * language's, so that a ledger means the same under every locale; composed again, since lower case can decompose (İ).
 */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}
