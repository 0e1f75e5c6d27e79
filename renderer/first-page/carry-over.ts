import { elementAt, placeOf, type Place } from './place.ts';

interface KeptField {
  readonly place: Place;
  readonly value: string;
}

interface KeptScroll {
  readonly place: Place;
  readonly tagName: string;
  readonly top: number;
  readonly left: number;
}

/**
 * Takes note of what a person did to the served page that shows in it: what has the focus, what was typed, how far it is scrolled.
 * Answers the way to do the same to the page that took its place.
 */
export function carryOver(root: HTMLElement): () => void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const focus = focused === null || !root.contains(focused) ? null : placeOf(focused, root);
  const tagName = focused?.tagName ?? '';
  const selection = focused instanceof HTMLInputElement ? [focused.selectionStart, focused.selectionEnd] : [];
  const fields = [...root.querySelectorAll('input')].flatMap(keptField);
  const scrolls = [...root.querySelectorAll('[role="grid"], [data-screen] > div')].flatMap(keptScroll);

  function keptField(input: HTMLInputElement): readonly KeptField[] {
    const place = input.value === input.defaultValue ? null : placeOf(input, root);
    return place === null ? [] : [{ place, value: input.value }];
  }
  function keptScroll(element: Element): readonly KeptScroll[] {
    const { scrollTop: top, scrollLeft: left, tagName: name } = element;
    const place = top === 0 && left === 0 ? null : placeOf(element, root);
    return place === null ? [] : [{ place, tagName: name, top, left }];
  }

  return () => {
    for (const { place, tagName: name, top, left } of scrolls)
      elementAt(place, root, name)?.scrollTo({ top, left });
    if (focus !== null) elementAt(focus, root, tagName)?.focus({ preventScroll: true });
    for (const { place, value } of fields) {
      const input = elementAt(place, root, 'INPUT');
      if (input instanceof HTMLInputElement) type(input, value);
    }
    const active = document.activeElement;
    const [start, end] = selection;
    if (active instanceof HTMLInputElement && start !== undefined && end !== undefined) {
      active.setSelectionRange(start, end);
    }
  };
}

/** As a person would: React hears of a value that was set by its own property only. */
function type(input: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
