import type { Page } from '@playwright/test';

/** A window of 1280 × 800 that is enlarged twice shows as much as one of half its size. */
export const ENLARGED = { width: 640, height: 400 };

/** What the enlarged window cuts off, covers, or makes scroll both ways (WCAG 2.2, 1.4.4 and 1.4.10). */
export function notFitting(window: Page): Promise<string[]> {
  return window.evaluate(findNotFitting);
}

/** Runs in the page, as text: it may use nothing from outside itself. */
function findNotFitting(): string[] {
  /** What needs two dimensions for what it means, or is a strip that goes on sideways. */
  const WIDE =
    'table,[role=grid],[role=treegrid],.cm-editor,pre,textarea,input,[role=tablist],[role=img],canvas';
  const CONTROLS =
    'a[href],button,input:not([type=hidden]),textarea,[role=tab],[role=radio],[role=option],[role=switch]';
  const LOWEST = 40;
  const found = new Set<string>();
  const scope = [...document.querySelectorAll('[role=dialog],[role=alertdialog]')].at(-1) ?? document.body;
  const told = (element: Element): string => {
    const text = element.textContent.replaceAll(/\s+/g, ' ').trim().slice(0, 50);
    const name = element.getAttribute('aria-label') ?? text;
    return `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').slice(0, 40)} “${name}”`;
  };
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 2 && height > 2 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    );
  };
  /** Hidden for the eye in a box of a pixel. */
  const isForReadersAlone = (element: Element): boolean => {
    for (let at = element.parentElement; at !== null; at = at.parentElement) {
      const { width, height } = at.getBoundingClientRect();
      if (width <= 1 && height <= 1) return true;
    }
    return false;
  };
  const isHiddenOverflow = (value: string): boolean => value === 'hidden' || value === 'clip';
  const isText = (element: Element): boolean =>
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.add('the page scrolls sideways');

  for (const element of scope.querySelectorAll('*')) {
    if (!isShown(element) || element.closest('[aria-hidden=true],svg') !== null) continue;
    const style = getComputedStyle(element);
    const isWide =
      element.closest(WIDE) !== null || element.querySelector('table,[role=grid],[role=treegrid]') !== null;
    const scrolls = style.overflowX === 'auto' || style.overflowX === 'scroll';
    if (scrolls && !isWide && element.scrollWidth > element.clientWidth + 1)
      found.add(`scrolls sideways: ${told(element)}`);
    const scrollsDown = style.overflowY === 'auto' || style.overflowY === 'scroll';
    if (scrollsDown && element.scrollHeight > element.clientHeight + 2 && element.clientHeight < LOWEST)
      found.add(`too low to scroll in (${String(element.clientHeight)} px): ${told(element)}`);
    if (
      isHiddenOverflow(style.overflowY) &&
      element.scrollHeight > element.clientHeight + 3 &&
      element.clientHeight > 2 &&
      element.textContent !== ''
    )
      found.add(
        `cut off below (${String(element.scrollHeight - element.clientHeight)} px): ${told(element)}`,
      );
    if (!isText(element) || isWide) continue;
    const box = element.getBoundingClientRect();
    for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
      const around = getComputedStyle(at);
      if (!isHiddenOverflow(around.overflowX)) continue;
      const clip = at.getBoundingClientRect();
      // For screen readers alone.
      if (clip.width <= 2) break;
      const isCut =
        Math.max(
          box.right - clip.right,
          clip.left - box.left,
          at === element ? at.scrollWidth - at.clientWidth : 0,
        ) > 1;
      if (isCut && around.textOverflow !== 'ellipsis') found.add(`cut off at the side: ${told(element)}`);
      // Three dots alone tell nothing.
      if (isCut && around.textOverflow === 'ellipsis' && clip.width < 24)
        found.add(`nothing of it is left: ${told(element)}`);
      break;
    }
  }

  const places = [...document.querySelectorAll('*')].map(
    (element) => [element, [element.scrollLeft, element.scrollTop] as const] as const,
  );
  for (const control of scope.querySelectorAll(CONTROLS)) {
    if (control.closest('[inert],[aria-hidden=true]') !== null) continue;
    const drawn =
      control instanceof HTMLInputElement && control.labels !== null && !isShown(control)
        ? (control.labels[0] ?? control)
        : control;
    if (!isShown(drawn) || isForReadersAlone(control)) continue;
    drawn.scrollIntoView({ block: 'center', inline: 'center' });
    // What is not in what scrolls moves the whole window, with no way back.
    if (page.scrollTop !== 0 || page.scrollLeft !== 0 || document.body.scrollTop !== 0) {
      found.add(
        `moves the window by ${String(page.scrollLeft)}, ${String(page.scrollTop + document.body.scrollTop)}: ${told(control)}`,
      );
      page.scrollTo(0, 0);
      document.body.scrollTo(0, 0);
    }
    const { left, top, width, height } = drawn.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + Math.min(height / 2, 20)];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) {
      found.add(`out of reach: ${told(control)}`);
      continue;
    }
    const hit = document.elementFromPoint(x, y);
    const isHit =
      hit !== null &&
      (drawn.contains(hit) || hit.contains(drawn) || hit.closest('label')?.contains(drawn) === true);
    if (!isHit && getComputedStyle(control).pointerEvents !== 'none')
      found.add(`covered by ${hit === null ? 'nothing' : told(hit)}: ${told(control)}`);
  }
  for (const [element, [x, y]] of places) element.scrollTo(x, y);
  return [...found];
}
