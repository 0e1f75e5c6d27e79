import { apiKeyStatus, type ApiKey } from '../../shared/domain/api-key.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { DesktopTexts } from './speaker.ts';

export type TrayTexts = DesktopTexts['tray'];

const MAX_NAME_LENGTH = 40;

/** Control characters, and the marks that turn the direction of what follows them (Unicode UAX 9, explicit formatting). */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/**
 * A name as a menu may show it: one line, cut at 40 characters as a person counts them, unable to reorder what stands beside
 * it, with `&` doubled (a single one is a menu's mnemonic).
 */
export function menuName(name: string, { unnamed }: Pick<TrayTexts, 'unnamed'>): string {
  const line = name.replaceAll(CONTROLS, ' ').replaceAll(/\s+/gu, ' ').trim();
  const shown = cut(line === '' ? unnamed : line).replaceAll('&', '&&');
  return RIGHT_TO_LEFT.test(shown) ? `${FIRST_STRONG_ISOLATE}${shown}${POP_DIRECTIONAL_ISOLATE}` : shown;
}

function cut(text: string): string {
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];
  if (characters.length <= MAX_NAME_LENGTH) return text;
  return `${characters
    .slice(0, MAX_NAME_LENGTH - 1)
    .map(({ segment }) => segment)
    .join('')
    .trimEnd()}…`;
}

export interface KeyLabelContext {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly isVaultReadable: boolean;
  /** Shown where two keys have the same name. */
  readonly serviceName: string | null;
  readonly texts: TrayTexts;
}

/** `NAME  ••••1234`, and why the key cannot be copied when it cannot. */
export function keyLabel(apiKey: ApiKey, context: KeyLabelContext): string {
  const { serviceName, texts } = context;
  const service = serviceName === null ? '' : ` – ${menuName(serviceName, texts)}`;
  const tail = /[^•\s]{4}$/u.exec(apiKey.mask)?.[0].replaceAll('&', '&&') ?? '';
  return `${menuName(apiKey.name, texts)}${service}  ••••${tail}${stateSuffix(apiKey, context)}`;
}

function stateSuffix(apiKey: ApiKey, { now, isVaultReadable, texts }: KeyLabelContext): string {
  const status = apiKeyStatus(apiKey, now);
  switch (status) {
    case 'expired':
      return ` (${texts.expired})`;
    case 'disabled':
      return ` (${texts.disabled})`;
    case 'active':
    case 'expiring':
      return isVaultReadable ? '' : ` (${texts.unreadable})`;
    default:
      return assertNever(status);
  }
}
