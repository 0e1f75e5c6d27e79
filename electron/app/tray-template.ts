import type { EventName } from '../../shared/contract/contract.ts';
import { needsAttention, type ApiKey } from '../../shared/domain/api-key.ts';
import type { Profile } from '../../shared/domain/profile.ts';
import type { VaultState } from '../../shared/domain/vault-state.ts';
import type { DesktopTexts } from './speaker.ts';
import { keyLabel, menuName, type TrayTexts } from './tray-label.ts';

export interface TrayState {
  /** Those that the menu could show or has to count; not every key. */
  readonly keys: readonly ApiKey[];
  readonly serviceNames: ReadonlyMap<string, string>;
  readonly profiles: readonly Profile[];
  readonly vault: VaultState;
  readonly texts: DesktopTexts;
  /** Epoch milliseconds. */
  readonly now: number;
}

export type TrayAction = 'more-keys' | 'generate-key' | 'new-request' | 'lock' | 'open' | 'quit';

export type TrayItem =
  | { readonly kind: 'key'; readonly apiKeyId: string; readonly label: string }
  | { readonly kind: 'action'; readonly action: TrayAction; readonly label: string }
  | {
      readonly kind: 'profiles';
      readonly label: string;
      readonly profiles: readonly {
        readonly id: string;
        readonly label: string;
        readonly isActive: boolean;
      }[];
    }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'separator' };

/** More keys than the menu holds are led to; of those that are not shown, one is enough to tell so. */
export const MAX_KEYS = 10;

/** The tray's menu: default keys first, then the others by when they were last used or made, and what else one can do. */
export function trayTemplate(state: TrayState): readonly TrayItem[] {
  const { tray: texts } = state.texts;
  if (state.vault.kind === 'locked') return lockedTemplate(texts);
  const shown = [...state.keys].sort(byImportance).slice(0, MAX_KEYS);
  return [
    ...keyItems(shown, state),
    ...(shown.length < state.keys.length ? [action('more-keys', texts.moreKeys)] : []),
    ...profileItems(state.profiles, texts),
    { kind: 'separator' },
    action('generate-key', texts.generateKey),
    action('new-request', texts.newRequest),
    { kind: 'separator' },
    action('open', texts.open),
    ...(canLock(state.vault) ? [action('lock', texts.lock)] : []),
    action('quit', texts.quit),
  ];
}

/** No names of keys while Keyfob is locked. */
function lockedTemplate(texts: TrayTexts): readonly TrayItem[] {
  return [
    { kind: 'text', label: texts.isLocked },
    { kind: 'separator' },
    action('open', texts.unlock),
    action('quit', texts.quit),
  ];
}

/** A master key that only memory holds would be lost. */
function canLock(vault: VaultState): boolean {
  return vault.kind === 'unlocked' && vault.holder !== 'memory';
}

function action(name: TrayAction, label: string): TrayItem {
  return { kind: 'action', action: name, label };
}

function profileItems(profiles: readonly Profile[], texts: TrayTexts): readonly TrayItem[] {
  if (profiles.length === 0) return [];
  const shown = profiles.map(({ id, name, isActive }) => ({ id, label: menuName(name, texts), isActive }));
  return [{ kind: 'separator' }, { kind: 'profiles', label: texts.profile, profiles: shown }];
}

function keyItems(shown: readonly ApiKey[], state: TrayState): readonly TrayItem[] {
  const { serviceNames, vault, now } = state;
  const { tray: texts } = state.texts;
  if (shown.length === 0) return [{ kind: 'text', label: texts.noKeys }];
  const isVaultReadable = vault.kind === 'unlocked' || vault.kind === 'opening';
  return shown.map((apiKey) => {
    const isAmbiguous = shown.some(({ id, name }) => id !== apiKey.id && name === apiKey.name);
    const serviceName = isAmbiguous ? (serviceNames.get(apiKey.serviceId) ?? null) : null;
    return {
      kind: 'key',
      apiKeyId: apiKey.id,
      label: keyLabel(apiKey, { now, isVaultReadable, serviceName, texts }),
    };
  });
}

function byImportance(a: ApiKey, b: ApiKey): number {
  if (a.isDefault !== b.isDefault) return a.isDefault ? -1 : 1;
  return lastTouched(b) - lastTouched(a);
}

function lastTouched({ lastUsed, createdAt }: ApiKey): number {
  return Math.max(lastUsed?.at ?? 0, createdAt);
}

/** What the tray says while the pointer rests on it, and whether it draws the eye. */
export function trayNotice({ keys, vault, now, texts: { notice } }: TrayState): string | null {
  if (vault.kind === 'locked') return notice.locked;
  if (vault.kind === 'unreadable') return notice.unreadable;
  const count = keys.filter((apiKey) => needsAttention(apiKey, now)).length;
  return count === 0 ? null : notice.endSoon(count);
}

/** When the menu next changes by itself, because a key that it could show expires; null when none does. Epoch milliseconds. */
export function nextExpiry({ keys, now }: Pick<TrayState, 'keys' | 'now'>): number | null {
  const coming = keys.flatMap(({ expiresAt }) => (expiresAt !== null && expiresAt > now ? [expiresAt] : []));
  return coming.length === 0 ? null : Math.min(...coming);
}

const SHOWN_BY_TRAY: ReadonlySet<EventName> = new Set<EventName>([
  'keys.changed',
  'services.changed',
  'profiles.changed',
  'vault.changed',
  'ledger.changed',
  'preferences.changed',
]);

/** Whether the menu may look different after this event. */
export function changesTray(event: EventName): boolean {
  return SHOWN_BY_TRAY.has(event);
}
