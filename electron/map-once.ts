/** As `map`; of what stands in the list several times one result is made, which stands there as often. */
export function mapOnce<From, To extends object>(
  list: readonly From[],
  change: (each: From) => To,
): readonly To[] {
  const known = new Map<From, To>();
  return list.map((each) => {
    const before = known.get(each);
    if (before !== undefined) return before;
    const made = change(each);
    known.set(each, made);
    return made;
  });
}
