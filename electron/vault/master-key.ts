const LENGTH = 32;
const FORMAT = /^v1:([A-Za-z0-9_-]{43})$/;

/** The master key as the keychain keeps it: one line of ASCII, the format's version in front. */
export function encodeMasterKey(masterKey: Uint8Array): string {
  return `v1:${Buffer.from(masterKey).toString('base64url')}`;
}

/** The 32 bytes, or null when the value is none that this version wrote. */
export function parseMasterKey(value: string): Uint8Array | null {
  const encoded = FORMAT.exec(value)?.[1];
  if (encoded === undefined) return null;
  const masterKey = new Uint8Array(Buffer.from(encoded, 'base64url'));
  return masterKey.length === LENGTH ? masterKey : null;
}

export function createMasterKey(random: { bytes(length: number): Uint8Array }): Uint8Array {
  return random.bytes(LENGTH);
}
