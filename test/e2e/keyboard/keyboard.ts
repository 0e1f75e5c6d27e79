import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { type FocusReport, installKeyboardProbe, type KeyboardProbe } from './probe.ts';

/** More than any screen has: then it goes in circles. */
const MOST_PRESSES = 400;

/** A person without a pointer: presses keys, sees where the focus is, and remembers what it met. */
export class Keyboard {
  readonly window: Page;
  /** What was looked into already, by role and name. */
  private readonly known = new Set<string>();

  private constructor(window: Page) {
    this.window = window;
  }

  static async of(window: Page): Promise<Keyboard> {
    // A ring that fades in is not there yet when it is looked for.
    await window.emulateMedia({ reducedMotion: 'reduce' });
    await window.evaluate(installKeyboardProbe);
    return new Keyboard(window);
  }

  async press(key: string): Promise<FocusReport> {
    await this.window.keyboard.press(key);
    return await this.focus();
  }

  focus(): Promise<FocusReport> {
    return this.window.evaluate(() => (window.keyboardProbe as KeyboardProbe).step());
  }

  /** Presses Tab until the control with this name has the focus; arrows are for what is within a control. */
  async tabTo(name: RegExp): Promise<FocusReport> {
    const seen: string[] = [];
    for (let press = 0; press < MOST_PRESSES; press += 1) {
      const at = await this.press('Tab');
      if (name.test(at.name)) return at;
      seen.push(at.name);
    }
    throw new Error(`No ${String(name)} among: ${[...new Set(seen)].join(' → ')}`);
  }

  /** Opens the menu of the control with this name and chooses; returns what had the focus before. */
  async choose(name: RegExp, item: RegExp): Promise<FocusReport> {
    const opener = await this.tabTo(name);
    await this.window.keyboard.press('Enter');
    await this.until((at) => at.isInPopup, `the menu of ${String(name)}`);
    for (let press = 0; press < 40; press += 1) {
      const at = await this.focus();
      if (item.test(at.name)) {
        await this.window.keyboard.press('Enter');
        return opener;
      }
      await this.window.keyboard.press('ArrowDown');
    }
    throw new Error(`No ${String(item)} in the menu of ${String(name)}`);
  }

  /** Goes everywhere that keys lead to, and fails with the names of what was not reached or did not show the focus. */
  async reachEverything(place: string): Promise<void> {
    this.known.clear();
    await this.window.evaluate(() => {
      (window.keyboardProbe as KeyboardProbe).begin();
    });
    await this.goRound(place);
    const counts = await this.window.evaluate(() => (window.keyboardProbe as KeyboardProbe).tabCounts());
    for (const [list, count] of counts.entries()) {
      for (let tab = 1; tab < count; tab += 1) {
        await this.tabToSelectedTab(list);
        const { name } = await this.press('ArrowRight');
        await this.goRound(`${place}, ${name}`);
      }
      if (count > 1) {
        await this.tabToSelectedTab(list);
        await this.press('ArrowRight');
      }
    }
  }

  /** Waits until the focus is where it should be. */
  async until(isThere: (at: FocusReport) => boolean, what: string): Promise<FocusReport> {
    let at = await this.focus();
    await expect
      .poll(async () => {
        at = await this.focus();
        return isThere(at) ? what : `${at.role} “${at.name}”`;
      }, `the focus is on ${what}`)
      .toBe(what);
    return at;
  }

  /** A dialog that is open: everything in it is reached, the focus stays in it, Escape closes it and gives the focus back. */
  async dialog(title: RegExp, opener: FocusReport): Promise<void> {
    await this.inDialog(title);
    await this.reachEverything(String(title));
    await this.escape(title, opener);
  }

  async inDialog(title: RegExp): Promise<void> {
    await this.until((at) => title.test(at.dialog ?? ''), `something in the dialog ${String(title)}`);
  }

  async escape(title: RegExp, opener: FocusReport): Promise<void> {
    await this.pressEscape();
    await this.until(
      ({ role, name }) => role === opener.role && name === opener.name,
      `“${opener.name}”, which opened ${String(title)}`,
    );
  }

  /** The first one is a tooltip's, where there is one (WCAG 2.2, 1.4.13); one that fades already takes none. */
  async pressEscape(): Promise<void> {
    const open = this.window.locator('[role=tooltip]:not([data-exiting])');
    if ((await open.count()) > 0) await this.window.keyboard.press('Escape');
    await this.window.keyboard.press('Escape');
  }

  /** What came while it went round is met in the next one. */
  private async goRound(place: string): Promise<void> {
    let missed: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      await this.tabRound(place);
      missed = await this.window.evaluate(() => (window.keyboardProbe as KeyboardProbe).missed());
      if (missed.length === 0) break;
    }
    expect.soft(missed, `${place}: not reached with the keyboard`).toEqual([]);
    const invisible = await this.window.evaluate(() => (window.keyboardProbe as KeyboardProbe).invisible());
    expect.soft(invisible, `${place}: had the focus and did not show it`).toEqual([]);
  }

  /** Tab until it comes round, or the end of the page was passed twice. Where arrows lead further, they are pressed too. */
  private async tabRound(place: string): Promise<void> {
    const isModal = (await this.focus()).dialog !== null;
    // Not only the first: a list has one place in the order of Tab, which moves with its rows.
    const seen = new Set<number>();
    let losses = 0;
    let last: number | null = null;
    for (let press = 0; press < MOST_PRESSES; press += 1) {
      const at = await this.press('Tab');
      if (at.isLost) {
        if (isModal) throw new Error(`${place}: Tab leaves the dialog`);
        losses += 1;
        if (losses > 1) return;
        last = null;
        continue;
      }
      if (at.id === last) throw new Error(`${place}: Tab does not leave ${at.role} “${at.name}”`);
      if (seen.has(at.id)) return;
      seen.add(at.id);
      last = (await this.lookInto(at)).id;
    }
    throw new Error(`${place}: Tab does not come round in ${String(MOST_PRESSES)} presses`);
  }

  /** Follows the arrows and opens what opens; the focus ends where it was. */
  private async lookInto(at: FocusReport): Promise<FocusReport> {
    const isKnown = this.known.has(`${at.role} ${at.name}`);
    this.known.add(`${at.role} ${at.name}`);
    if (isKnown) return at;
    if (at.opensPopup) return await this.lookIntoPopup(at);
    if (at.role === 'tab') return await this.arrowRound(at, 'ArrowRight');
    if (at.role === 'radio' || at.role === 'input:radio') return await this.arrowRound(at, 'ArrowDown');
    if (at.hasChoices) return await this.arrowThrough(at);
    if (at.rowId === at.id) return await this.lookIntoRows(at);
    return at;
  }

  private async arrowRound(start: FocusReport, key: string): Promise<FocusReport> {
    let at = start;
    for (let press = 0; press < 60; press += 1) {
      const next = await this.press(key);
      if (next.id === start.id || next.id === at.id) break;
      at = next;
    }
    return await this.focus();
  }

  private async arrowThrough(start: FocusReport): Promise<FocusReport> {
    const seen = new Set<number | null>([start.activeId]);
    for (let press = 0; press < 200; press += 1) {
      const before = await this.activeOption();
      await this.window.keyboard.press('ArrowDown');
      // It is told a moment later, so that a screen reader first says the list.
      await this.window
        .waitForFunction(
          (known) => document.activeElement?.getAttribute('aria-activedescendant') !== known,
          before,
          { timeout: (await this.isListOpen()) ? 1_500 : 300 },
        )
        .catch(() => undefined);
      const at = await this.focus();
      if (seen.has(at.activeId)) break;
      seen.add(at.activeId);
    }
    return await this.focus();
  }

  /** Whether arrows have something to choose from: a list of its own, or one that opened under it. */
  private isListOpen(): Promise<boolean> {
    return this.window.evaluate(
      () =>
        document.activeElement?.matches('[role=listbox],[aria-expanded=true],[aria-activedescendant]') ??
        false,
    );
  }

  private activeOption(): Promise<string | null> {
    return this.window.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant') ?? null);
  }

  private async lookIntoPopup(opener: FocusReport): Promise<FocusReport> {
    await this.window.keyboard.press('Enter');
    await this.until((at) => at.isInPopup, `the list of “${opener.name}”`);
    // A list of options begins at the one that is chosen.
    await this.arrowRound(await this.press('Home'), 'ArrowDown');
    const missed = await this.window.evaluate(() => (window.keyboardProbe as KeyboardProbe).missed());
    expect.soft(missed, `“${opener.name}”: not reached with the keyboard`).toEqual([]);
    await this.window.keyboard.press('Escape');
    return await this.until(({ id }) => id === opener.id, `“${opener.name}”, which opened a list`);
  }

  /** Each row, and what Tab reaches within it. */
  private async lookIntoRows(start: FocusReport): Promise<FocusReport> {
    let row = start;
    for (let press = 0; press < 60; press += 1) {
      if (row.hasControls) await this.lookIntoRow(row);
      const next = await this.press('ArrowDown');
      if (next.id === row.id || next.rowId !== next.id) break;
      row = next;
    }
    await this.press('Home');
    return await this.focus();
  }

  private async lookIntoRow(row: FocusReport): Promise<void> {
    let steps = 0;
    let at = row;
    do {
      at = await this.press('Tab');
      steps += 1;
      if (at.rowId === row.id && at.opensPopup) at = await this.lookIntoPopup(at);
    } while (at.rowId === row.id);
    for (; steps > 0; steps -= 1) at = await this.press('Shift+Tab');
    if (at.id !== row.id)
      throw new Error(`Shift+Tab does not lead back to “${row.name}” but to “${at.name}”`);
  }

  private async tabToSelectedTab(list: number): Promise<void> {
    for (let press = 0; press < MOST_PRESSES; press += 1) {
      await this.press('Tab');
      const isThere = await this.window.evaluate(
        (index) => (window.keyboardProbe as KeyboardProbe).isSelectedTab(index),
        list,
      );
      if (isThere) return;
    }
    throw new Error('Tab reaches no tab');
  }
}
