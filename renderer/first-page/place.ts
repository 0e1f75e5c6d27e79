/** Where an element is below another: which child of which. The served page and the window's own have the same elements. */
export type Place = readonly number[];

export function placeOf(element: Element, root: Element): Place | null {
  const place: number[] = [];
  let at: Element = element;
  while (at !== root) {
    const parent = at.parentElement;
    if (parent === null) return null;
    place.unshift([...parent.children].indexOf(at));
    at = parent;
  }
  return place;
}

/** The element of a kind at a place; null when another is there. */
export function elementAt(place: Place, root: Element, tagName: string): HTMLElement | null {
  let at: Element | undefined = root;
  for (const index of place) at = at?.children[index];
  return at instanceof HTMLElement && at.tagName === tagName ? at : null;
}
