import type { EventPayload } from '../../shared/contract/contract.ts';

/** What the tray and the menus can ask of the window. */
export type Destination = EventPayload<'navigation.requested'>;

export const GENERATE_KEY: Destination = { screen: 'api-keys', action: 'generate-key' };
export const NEW_REQUEST: Destination = { screen: 'requests', action: 'new-request' };
export const SETTINGS: Destination = { screen: 'settings', action: null };
export const API_KEYS: Destination = { screen: 'api-keys', action: null };
