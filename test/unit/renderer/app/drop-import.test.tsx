import { createEvent, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anApiKey } from '../../../support/builders.ts';
import { renderApp } from '../../../support/render-app.tsx';

function drag(
  name: 'dragEnter' | 'dragOver' | 'dragLeave' | 'drop',
  target: Element,
  types: readonly string[],
) {
  const event = createEvent[name](target);
  const dataTransfer = { types, dropEffect: 'none', files: [] };
  Object.defineProperties(event, { dataTransfer: { value: dataTransfer }, relatedTarget: { value: null } });
  fireEvent(target, event);
  return { isTaken: event.defaultPrevented, dropEffect: dataTransfer.dropEffect };
}
const notice = () => screen.queryByText('Drop to import');

test('offers to import files that are dragged over any screen, and shows what comes in when they are dropped', async () => {
  const { bridge } = await renderApp({ initialScreen: 'settings' });
  drag('dragEnter', document.body, ['Files']);
  expect(drag('dragOver', document.body, ['Files'])).toEqual({ isTaken: true, dropEffect: 'copy' });
  expect(notice()).toBeTruthy();

  drag('drop', document.body, ['Files']);

  expect(await screen.findByRole('dialog', { name: 'Import' })).toBeTruthy();
  expect(notice()).toBeNull();
  expect(bridge.calls.filter(({ command }) => command === 'import.takeDropped')).toEqual([
    { command: 'import.takeDropped', input: {} },
  ]);
});

test('takes nothing while a dialog asks something', async () => {
  const { user } = await renderApp();
  await user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog');
  expect(drag('dragOver', document.body, ['Files']).isTaken).toBe(false);
  expect(notice()).toBeNull();
});

test('leaves a text to the field that it is dragged over, and what is dragged within the window alone', async () => {
  await renderApp({ keys: [anApiKey()] });
  const search = screen.getByRole('searchbox', { name: 'Search API keys' });
  expect(drag('dragOver', search, ['text/plain']).isTaken).toBe(false);
  expect(drag('dragOver', document.body, ['text/plain']).isTaken).toBe(true);
  fireEvent.dragStart(document.body);
  expect(drag('dragOver', document.body, ['text/plain']).isTaken).toBe(false);
  fireEvent.dragEnd(document.body);
  expect(drag('dragOver', document.body, ['text/plain']).isTaken).toBe(true);
  drag('dragLeave', document.body, []);
  expect(notice()).toBeNull();
});
