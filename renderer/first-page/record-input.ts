import { elementAt, placeOf, type Place } from './place.ts';

/** A press or a key that the served page could not answer. */
type Early =
  | { readonly kind: 'click'; readonly place: Place; readonly tagName: string }
  | { readonly kind: 'key'; readonly init: KeyboardEventInit };

export interface Recording {
  /** Records no more. `replay` gives the page that took over what was recorded, in order. */
  readonly stop: () => { readonly replay: () => void };
}

const CONTROLS = 'button, a, input, [role="row"]';
/** What the browser makes a click of, or moves the focus and the page by: it works in the served page too. */
const BY_THE_BROWSER = new Set(['Enter', ' ', 'Tab']);

/**
 * Records the presses and keys that come before the window's code is there to answer them. What the browser does by itself (typing into
 * a field, moving the focus, scrolling) it does; carry-over.ts takes it along.
 */
export function recordInput(root: HTMLElement): Recording {
  const recorded: Early[] = [];
  const onClick = (event: MouseEvent): void => {
    const control = event.target instanceof Element ? event.target.closest(CONTROLS) : null;
    if (control === null) return;
    // A link must not go where only the window's code may lead.
    event.preventDefault();
    const place = placeOf(control, root);
    if (place !== null && !(control instanceof HTMLInputElement)) {
      recorded.push({ kind: 'click', place, tagName: control.tagName });
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
    const isTyped = event.target instanceof HTMLInputElement && !ctrlKey && !metaKey && !altKey;
    if (isTyped || BY_THE_BROWSER.has(key)) return;
    recorded.push({ kind: 'key', init: { key, code, ctrlKey, metaKey, altKey, shiftKey } });
  };
  root.addEventListener('click', onClick, true);
  document.addEventListener('keydown', onKeyDown, true);
  return {
    stop() {
      root.removeEventListener('click', onClick, true);
      document.removeEventListener('keydown', onKeyDown, true);
      return {
        replay() {
          for (const early of recorded) replay(early, root);
        },
      };
    },
  };
}

function replay(early: Early, root: HTMLElement): void {
  if (early.kind === 'click') elementAt(early.place, root, early.tagName)?.click();
  else {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { ...early.init, bubbles: true, cancelable: true }));
    target.dispatchEvent(new KeyboardEvent('keyup', { ...early.init, bubbles: true, cancelable: true }));
  }
}
