export interface StartOptions {
  /** `memory`: the keychain is not touched, and keys last until Keyfob quits. */
  readonly masterKey: 'keychain' | 'memory';
  /** Empty where nothing was asked for: the Local API takes its own port. */
  readonly localApi: { readonly preferredPort?: number };
}

/** What the environment asks for, in development alone: a packaged Keyfob is not to be turned by a variable. */
export function readStartOptions(env: NodeJS.ProcessEnv, isPackaged: boolean): StartOptions {
  if (isPackaged) return { masterKey: 'keychain', localApi: {} };
  return {
    masterKey: env['KEYFOB_MASTER_KEY'] === 'memory' ? 'memory' : 'keychain',
    localApi: portOf(env['KEYFOB_LOCAL_API_PORT']),
  };
}

function portOf(text = ''): StartOptions['localApi'] {
  const preferredPort = Number(text);
  return /^\d{1,5}$/.test(text) && preferredPort <= 65_535 ? { preferredPort } : {};
}
