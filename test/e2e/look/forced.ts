import type { Page } from '@playwright/test';

/** What cannot be told apart with forced colours: controls without an edge, and states that look like their opposite. */
export function indistinct(window: Page): Promise<string[]> {
  return window.evaluate(findIndistinct);
}

/** Runs in the page, as text: it may use nothing from outside itself. */
function findIndistinct(): string[] {
  const found = new Set<string>();
  const told = (element: Element): string =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).replaceAll(/\s+/g, ' ').trim().slice(0, 40)}”`;
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 2 && height > 2 && element.checkVisibility({ visibilityProperty: true });
  };
  const isSeen = (color: string, ground: string): boolean =>
    !/rgba\(.*, 0\)|transparent/.test(color) && color !== ground;
  const groundOf = (element: Element): string => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/, 0\)$/.test(backgroundColor)) return backgroundColor;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const hasEdge = (element: Element): boolean => {
    const style = getComputedStyle(element);
    const ground = groundOf(element.parentElement ?? element);
    return (
      isSeen(style.backgroundColor, ground) ||
      (style.borderBlockEndStyle !== 'none' &&
        Number.parseFloat(style.borderBlockEndWidth) >= 1 &&
        isSeen(style.borderBlockEndColor, ground)) ||
      (style.outlineStyle !== 'none' && isSeen(style.outlineColor, ground))
    );
  };
  /** What stands in a list, a table or the rail has the lines of that. */
  const LINED = 'table,[role=grid],[role=treegrid],[role=table],ul,ol,nav,summary';
  const FIELDS = 'input:not([type=checkbox],[type=radio],[type=hidden],[role=switch]),textarea,button';
  for (const control of document.querySelectorAll(FIELDS)) {
    if (!isShown(control) || control.closest(LINED) !== null) continue;
    const around = [control, control.parentElement, control.parentElement?.parentElement].filter(
      (each) => each instanceof Element,
    );
    if (!around.some(hasEdge)) found.add(`no edge: ${told(control)}`);
  }

  const lookOf = (element: Element): string =>
    [element, ...element.querySelectorAll('*')]
      .slice(0, 8)
      .flatMap((each) => [null, '::before', '::after'].map((part) => getComputedStyle(each, part)))
      .map((style) =>
        [
          ...[style.content === 'none' ? '' : `${style.backgroundColor} ${style.content}`],
          ...[style.backgroundImage, style.visibility, style.transform, style.opacity],
          ...[
            style.outlineStyle === 'none' ? '' : style.outline,
            `${style.borderWidth} ${style.borderColor}`,
          ],
        ].join('|'),
      )
      .join('/');
  const compare = (chosen: Element, others: readonly Element[]): void => {
    // The browser lays a plate under text that is forced: on a ground of its own it would be gone.
    const style = getComputedStyle(chosen);
    const isFilled = isSeen(style.backgroundColor, groundOf(chosen.parentElement ?? chosen));
    if (isFilled && chosen.textContent !== '' && style.forcedColorAdjust !== 'none')
      found.add(`text on a plate: ${told(chosen)}`);
    const other = others.find((each) => each !== chosen && isShown(each));
    if (other !== undefined && isShown(chosen) && lookOf(chosen) === lookOf(other))
      found.add(`chosen looks like not: ${told(chosen)}`);
  };
  for (const chosen of document.querySelectorAll(
    '[aria-selected=true],[aria-current=page],[aria-current=true]',
  )) {
    const name = chosen.hasAttribute('aria-selected') ? 'aria-selected' : 'aria-current';
    const place = chosen.closest('[role=listbox],[role=grid],[role=treegrid],[role=tablist],nav');
    const kind = chosen.getAttribute('role') === null ? chosen.tagName : `[role=${chosen.role ?? ''}]`;
    const others = [...(place?.querySelectorAll(kind) ?? [])];
    compare(
      chosen,
      others.filter((each) => each.getAttribute(name) !== chosen.getAttribute(name)),
    );
  }
  for (const kind of ['checkbox', 'radio']) {
    const drawn = [...document.querySelectorAll<HTMLInputElement>(`input[type=${kind}]`)].map((input) => ({
      isChecked: input.checked,
      place: input.closest('[role=radiogroup]') ?? document.body,
      mark: input.closest('label') ?? input.parentElement ?? input,
    }));
    for (const { isChecked, place, mark } of drawn)
      if (isChecked)
        compare(
          mark,
          drawn.filter((each) => !each.isChecked && each.place === place).map((each) => each.mark),
        );
  }
  for (const box of document.querySelectorAll('input[type=checkbox]:not(:checked)')) {
    const tick = box.parentElement?.querySelector('svg');
    if (tick && isShown(tick) && !box.matches(':indeterminate')) found.add(`looks checked: ${told(box)}`);
  }
  for (const meter of document.querySelectorAll('[role=meter],[role=progressbar]')) {
    const bar = meter.querySelector('div,span');
    if (
      bar !== null &&
      isShown(meter) &&
      (!hasEdge(meter) || !isSeen(getComputedStyle(bar).backgroundColor, groundOf(meter)))
    )
      found.add(`a meter without a bar: ${told(meter)}`);
  }
  for (const dot of document.querySelectorAll('[data-dot]')) {
    const { backgroundColor } = getComputedStyle(dot, '::before');
    if (isShown(dot) && !isSeen(backgroundColor, groundOf(dot))) found.add(`no dot: ${told(dot)}`);
  }
  return [...found];
}
