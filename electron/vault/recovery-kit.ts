import { z } from 'zod';
import { envelopeSchema, type Envelope } from './passphrase-envelope.ts';

const FORMAT = 'keyfob-recovery-kit';
const MAX_CHARACTERS = 10_000;

const NOTE =
  'With its passphrase, this file opens the secrets of your Keyfob. Keep it apart from this computer. ' +
  'In Keyfob: Settings, Recovery kit, Open a kit.';

const kitSchema = z.object({ format: z.literal(FORMAT), version: z.literal(1), key: envelopeSchema });

/** The file's text. `createdAt` is for the reader, in epoch milliseconds. */
export function recoveryKitText(key: Envelope, createdAt: number): string {
  const made = new Date(createdAt).toISOString().slice(0, 10);
  return `${JSON.stringify({ format: FORMAT, version: 1, note: NOTE, made, key }, null, 2)}\n`;
}

/** `null` for a text that is no kit of this version. */
export function parseRecoveryKit(text: string): Envelope | null {
  if (text.length > MAX_CHARACTERS) return null;
  try {
    return kitSchema.safeParse(JSON.parse(text)).data?.key ?? null;
  } catch {
    // Not JSON.
    return null;
  }
}
