import type { ShortcutGroup, ShortcutName } from '../../domain/shortcuts.ts';
import { defineTexts } from '../define-texts.ts';

const groups: Readonly<Record<ShortcutGroup, string>> = {
  everywhere: 'Everywhere',
  requests: 'Requests',
  collections: 'Tree of collections',
  lists: 'Tables and lists',
};

const names: Readonly<Record<ShortcutName, string>> = {
  palette: 'Search Keyfob',
  screens: 'Go to a screen, in the order of the rail',
  newRequest: 'New request',
  generateKey: 'Generate API Key',
  apiKeys: 'API keys',
  settings: 'Settings',
  lock: 'Lock Keyfob',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  resetZoom: 'Actual size',
  sheet: 'Show these shortcuts',
  quit: 'Quit Keyfob',
  send: 'Send the request, start the run',
  cancel: 'Cancel what is being sent',
  save: 'Save',
  saveAs: 'Save as another request',
  closeTab: 'Close the request',
  reopenTab: 'Open again what was closed last',
  nextTab: 'Next open request',
  previousTab: 'Previous open request',
  importFile: 'Import a file',
  rename: 'Rename',
  duplicate: 'Duplicate',
  remove: 'Delete',
  undo: 'Undo the last change of the tree',
  moveUp: 'Move up',
  moveDown: 'Move down',
  nextRow: 'Next row, row before',
  lastRow: 'Last row, first row',
};

/** The sheet of shortcuts. */
export const shortcutTexts = defineTexts('shortcuts', () => ({
  title: 'Keyboard shortcuts',
  groups,
  names,
  or: 'or',
  to: 'to',
}));
