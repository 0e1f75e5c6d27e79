/** What the page tells about the element that has the focus. */
export interface FocusReport {
  /** The same for the same element. */
  readonly id: number;
  readonly role: string;
  readonly name: string;
  /** Nothing has the focus: the end of the page was passed, or it was lost. */
  readonly isLost: boolean;
  /** The one that arrows have chosen, where the focus itself stays on a list or its input. */
  readonly activeId: number | null;
  /** Whether it opens a menu or a list of options. */
  readonly opensPopup: boolean;
  readonly isInPopup: boolean;
  /** Whether arrows choose among what belongs to it, while the focus itself stays. */
  readonly hasChoices: boolean;
  /** Whether it is a row with controls of its own. */
  readonly hasControls: boolean;
  /** The row of a grid or tree in which it lies, or which it is. */
  readonly rowId: number | null;
  /** Its own dialog's name. */
  readonly dialog: string | null;
}

export interface KeyboardProbe {
  /** Forgets what was reached. */
  begin(): void;
  /** Notes what has the focus now, and whether what had it before looked any different with it. */
  step(): FocusReport;
  /** What can be used with the pointer and was not reached, in the open dialog or else on the page. */
  missed(): string[];
  /** What had the focus and did not show it. */
  invisible(): string[];
  /** How many tabs each list of tabs has. */
  tabCounts(): number[];
  isSelectedTab(list: number): boolean;
}

declare global {
  interface Window {
    keyboardProbe?: KeyboardProbe;
  }
}

/** Runs in the page, as text: it may use nothing from outside itself. */
export function installKeyboardProbe(): void {
  const CONTROLS =
    'a[href],button,input:not([type=hidden]),select,textarea,summary,[contenteditable=true],[tabindex="0"]';
  const ROLES =
    'button link textbox searchbox checkbox radio combobox switch tab menuitem menuitemradio menuitemcheckbox option treeitem slider spinbutton'
      .split(' ')
      .map((role) => `[role=${role}]`)
      .join(',');
  const ROWS = '[role=row][tabindex]';
  const POPUPS = '[role=menu],[role=listbox]';
  const HANDLERS = ['onClick', 'onDoubleClick', 'onMouseDown', 'onPointerDown', 'onPointerUp'];
  const numbers = new WeakMap<Element, number>();
  let count = 0;
  let reached = new WeakSet<Element>();
  let reachedNames = new Set<string>();
  let unseen = new Set<string>();
  let before: { readonly element: Element; readonly look: ReadonlyMap<Element, string> } | null = null;

  const idOf = (element: Element): number => {
    const known = numbers.get(element);
    if (known !== undefined) return known;
    count += 1;
    numbers.set(element, count);
    return count;
  };
  const roleOf = (element: Element): string => {
    const type = element.getAttribute('type') ?? '';
    return element.getAttribute('role') ?? `${element.tagName.toLowerCase()}${type === '' ? '' : `:${type}`}`;
  };
  const textOf = (element: Element | null): string =>
    (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 60);
  const nameOf = (element: Element): string => {
    const labelled = (element.getAttribute('aria-labelledby') ?? '').split(' ');
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const candidates = [
      element.getAttribute('aria-label') ?? '',
      labelled.map((id) => textOf(document.getElementById(id))).join(' '),
      labels.map(textOf).join(' '),
      textOf(element),
      element.getAttribute('title') ?? '',
      element.getAttribute('placeholder') ?? '',
    ];
    return candidates.map((text) => text.trim()).find((text) => text !== '') ?? '';
  };
  const fullNameOf = (element: Element): string => {
    const place = element.closest(`${ROWS},li`);
    const within = place === null || place === element ? '' : ` in “${textOf(place)}”`;
    return `${roleOf(element)} “${nameOf(element)}”${within}`;
  };
  const isShown = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return box.width > 2 && box.height > 2 && element.checkVisibility({ visibilityProperty: true });
  };
  /** A control that draws itself hides its input: what is seen of it is its label. */
  const isVisible = (element: Element): boolean =>
    isShown(element) || (element instanceof HTMLInputElement && [...(element.labels ?? [])].some(isShown));
  /** The select that stands in for a drawn one, for the browser's own filling in of forms. */
  const isStandIn = (element: Element): boolean =>
    element.matches('select[tabindex="-1"]') && element.closest('[aria-hidden=true]') !== null;
  const isEnabled = (element: Element): boolean =>
    !isStandIn(element) &&
    !element.matches(':disabled') &&
    element.closest('[aria-disabled=true],[data-disabled=true],[inert]') === null;
  const hasHandler = (element: Element): boolean => {
    const key = Object.keys(element).find((name) => name.startsWith('__reactProps$'));
    const props: unknown = key === undefined ? null : Reflect.get(element, key);
    return (
      typeof props === 'object' &&
      props !== null &&
      HANDLERS.some((name) => typeof Reflect.get(props, name) === 'function')
    );
  };
  const isPointer = (element: Element): boolean =>
    getComputedStyle(element).cursor === 'pointer' &&
    (element.parentElement === null || getComputedStyle(element.parentElement).cursor !== 'pointer');
  const isControl = (element: Element): boolean => element.matches(`${CONTROLS},${ROLES},${ROWS}`);
  const isTarget = (element: Element): boolean =>
    isControl(element) ||
    isPointer(element) ||
    (hasHandler(element) && element.querySelector(`${CONTROLS},${ROLES},${ROWS}`) === null);
  /** One that is closed stays until it has faded. */
  const isOpen = (overlay: Element): boolean =>
    isShown(overlay) && overlay.closest('[data-exiting]') === null;
  const scope = (): Element =>
    [...document.querySelectorAll(POPUPS)].filter(isOpen).find((popup) => popup.closest('[data-trigger]')) ??
    [...document.querySelectorAll('[role=dialog],[role=alertdialog]')].filter(isOpen).at(-1) ??
    document.body;

  const isReached = (element: Element): boolean =>
    reached.has(element) || (isControl(element) && reachedNames.has(fullNameOf(element)));
  const isMet = (element: Element): boolean => {
    if (isReached(element)) return true;
    if (element instanceof HTMLLabelElement && element.control !== null && isReached(element.control))
      return true;
    // A control that is a part of another: what it does is done with keys where the focus is.
    const isOutOfOrder = element instanceof HTMLElement && element.tabIndex < 0;
    if (isControl(element) && !isOutOfOrder) return false;
    if (isControl(element)) {
      if (element.hasAttribute('aria-keyshortcuts')) return true;
      return element.getAttribute('slot') === 'chevron' && isReached(element.closest(ROWS) ?? element);
    }
    // The label of what was reached: pressing it leads there.
    const named =
      element.id === '' ? null : document.querySelector(`[aria-labelledby~="${CSS.escape(element.id)}"]`);
    if (named !== null && (isReached(named) || [...named.querySelectorAll('*')].some(isReached))) return true;
    const holder = element.closest(`${CONTROLS},${ROLES},${ROWS}`);
    if (holder !== null && holder !== element && isReached(holder)) return true;
    const editor = element.closest('.cm-editor')?.querySelector('.cm-content') ?? null;
    if (editor !== null && isReached(editor)) return true;
    return [...element.querySelectorAll(`${CONTROLS},${ROLES}`)].some(isReached);
  };
  /** How it and what is around it is drawn: a ring may be its parent's, or that of a box which stands for it. */
  const lookOf = (element: Element): ReadonlyMap<Element, string> => {
    const around = [element, ...element.querySelectorAll('*')].slice(0, 20);
    let parent = element.parentElement;
    for (let level = 0; level < 3 && parent !== null && parent !== document.body; level += 1) {
      around.push(parent, ...[...parent.children].slice(0, 6));
      parent = parent.parentElement;
    }
    const isItem = element.matches(`${ROLES},${ROWS}`);
    return new Map(
      around.map((each) => {
        const style = getComputedStyle(each);
        const outline = style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`;
        return [each, `${outline}|${style.boxShadow}|${isItem ? style.backgroundColor : ''}`];
      }),
    );
  };
  const note = (element: Element): void => {
    reached.add(element);
    reachedNames.add(fullNameOf(element));
  };
  const checkLook = (focused: Element): void => {
    if (
      before !== null &&
      before.element !== focused &&
      before.element.isConnected &&
      isVisible(before.element)
    ) {
      const now = lookOf(before.element);
      const isSame = [...before.look].every(([element, look]) => (now.get(element) ?? look) === look);
      // A dialog that has just opened has the focus as a whole, until the first key is pressed.
      if (isSame && !before.element.matches('[role=dialog],[role=alertdialog]'))
        unseen.add(fullNameOf(before.element));
    }
    before = { element: focused, look: lookOf(focused) };
  };

  window.keyboardProbe = {
    begin() {
      reached = new WeakSet();
      reachedNames = new Set();
      unseen = new Set();
      before = null;
    },
    step() {
      const focused = document.activeElement ?? document.body;
      const activeName = focused.getAttribute('aria-activedescendant') ?? '';
      const active = activeName === '' ? null : document.getElementById(activeName);
      const isLost = focused === document.body || focused === document.documentElement;
      if (!isLost) {
        if (before?.element !== focused) checkLook(focused);
        note(focused);
        if (active !== null) note(active);
      } else before = null;
      const row = focused.closest(ROWS);
      const dialog = focused.closest('[role=dialog],[role=alertdialog]');
      return {
        id: idOf(focused),
        role: roleOf(focused),
        name: nameOf(focused),
        isLost,
        activeId: active === null ? null : idOf(active),
        opensPopup: focused.matches('[aria-haspopup]:not([aria-haspopup=dialog])'),
        isInPopup: focused.closest('[data-trigger]') !== null && focused.closest(POPUPS) !== null,
        hasChoices: focused.matches(
          '[role=listbox],[role=combobox],[aria-autocomplete],[aria-activedescendant]',
        ),
        hasControls: focused === row && row.querySelector(`:is(${CONTROLS}):not([slot=chevron])`) !== null,
        rowId: row === null ? null : idOf(row),
        dialog: dialog === null ? null : nameOf(dialog),
      };
    },
    missed: () =>
      [...scope().querySelectorAll('*')]
        .filter((element) => isTarget(element) && isVisible(element) && isEnabled(element) && !isMet(element))
        .map(fullNameOf),
    invisible: () => [...unseen],
    tabCounts: () =>
      [...scope().querySelectorAll('[role=tablist]')]
        .filter(isShown)
        .map((list) => list.querySelectorAll('[role=tab]').length),
    isSelectedTab: (list) =>
      [...scope().querySelectorAll('[role=tablist]')]
        .filter(isShown)
        [list]?.querySelector('[role=tab][aria-selected=true]') === document.activeElement,
  };
}
