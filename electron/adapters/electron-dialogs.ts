import { basename } from 'node:path';
import { dialog, shell, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { ExternalOpener } from '../ports/external-opener.ts';
import { openableAddress, openableLocalAddress } from './openable-address.ts';

/** The window that a question belongs to; null while there is none. */
type Parent = () => BrowserWindow | null;

/** Asks outside the page, so that no page can answer. Escape and closing the question mean no. */
async function ask(
  parent: Parent,
  question: MessageBoxOptions & { readonly agree: string },
): Promise<boolean> {
  const { agree, ...options } = question;
  const box: MessageBoxOptions = {
    ...options,
    buttons: [agree, 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const window = parent();
  const { response } =
    window === null ? await dialog.showMessageBox(box) : await dialog.showMessageBox(window, box);
  return response === 0;
}

/** The question shows the host as the network knows it (punycode), so that no look-alike can hide. */
export function electronExternalOpener(parent: Parent): ExternalOpener {
  const openAfterAsking = async (url: URL | null): Promise<'opened' | 'declined'> => {
    if (url === null) return 'declined';
    const isAgreed = await ask(parent, {
      type: 'question',
      title: 'Open in the browser',
      message: `Open ${url.hostname} in your browser?`,
      detail: url.href.length > 300 ? `${url.href.slice(0, 300)}…` : url.href,
      agree: 'Open',
    });
    if (!isAgreed) return 'declined';
    await shell.openExternal(url.href);
    return 'opened';
  };
  return {
    open: (address) => openAfterAsking(openableAddress(address)),
    openLocal: (address) => openAfterAsking(openableLocalAddress(address)),
  };
}

/** Asks whether the keys of a service may also go to these origins. */
export function electronConfirmWidening(
  parent: Parent,
): (service: Service, added: readonly string[]) => Promise<boolean> {
  return (service, added) =>
    ask(parent, {
      type: 'warning',
      title: 'Where keys may go',
      message: `Allow the keys of “${service.name}” to be sent to ${added.length === 1 ? 'another origin' : 'other origins'}?`,
      detail: `${added.join('\n')}\n\nEvery key of this service can then be sent there.`,
      agree: 'Allow',
    });
}

/** Asks whether a key that was found in a file may go where the file does not say that it goes. */
export function electronConfirmImportedKey(
  parent: Parent,
): (keyName: string, origins: readonly string[]) => Promise<boolean> {
  return (keyName, origins) =>
    ask(parent, {
      type: 'warning',
      title: 'Where a key may go',
      message: `Allow the imported key “${keyName}” to be sent to ${origins.length === 1 ? 'this origin' : 'these origins'}?`,
      detail: `${origins.join('\n')}\n\nThe imported files do not use it there.`,
      agree: 'Allow',
    });
}

/** Asks whether keys may go to an origin whose certificate is not checked, shown as the network knows it (punycode). */
export function electronConfirmUnchecked(parent: Parent): (origin: string) => Promise<boolean> {
  return (origin) =>
    ask(parent, {
      type: 'warning',
      title: 'Where keys may go',
      message: 'Send keys to this origin although its certificate is not checked?',
      detail: `${origin}\n\nAnybody on the way could be this server, and take the key. Settings, Network, takes this back.`,
      agree: 'Allow',
    });
}

/** Asks whether this one key may also go to this origin, shown as the network knows it (punycode). */
export function electronConfirmOrigin(
  parent: Parent,
): (apiKey: ApiKey, service: Service, origin: string) => Promise<boolean> {
  return (apiKey, service, origin) =>
    ask(parent, {
      type: 'warning',
      title: 'Where a key may go',
      message: `Allow the key “${apiKey.name}” of “${service.name}” to be sent to another origin?`,
      detail: `${origin}\n\nOnly this key can then be sent there, and whoever runs it can use the key.`,
      agree: 'Allow',
    });
}

/** Asks whether a secret variable, whose value the window does not know, may also go to these origins. */
export function electronConfirmVariableOrigins(
  parent: Parent,
): (variableName: string, origins: readonly string[]) => Promise<boolean> {
  return (variableName, origins) =>
    ask(parent, {
      type: 'warning',
      title: 'Where a secret may go',
      message: `Allow the secret variable “${variableName.slice(0, 100)}” to be sent to ${origins.length === 1 ? 'this origin' : 'these origins'}?`,
      detail: `${origins.join('\n')}\n\nWhoever runs ${origins.length === 1 ? 'it' : 'them'} can use its value.`,
      agree: 'Allow',
    });
}

/** Asks whether a file that was chosen for other origins may go to this one too, shown as the network knows it (punycode). */
export function electronConfirmFileOrigin(
  parent: Parent,
): (path: string, origin: string) => Promise<boolean> {
  return (path, origin) =>
    ask(parent, {
      type: 'warning',
      title: 'Where a file may go',
      message: `Send the file “${basename(path).slice(0, 100)}” to this origin?`,
      detail: `${origin}\n\n${path.slice(0, 1000)}\n\nA request that names this file sends it there. Whoever runs it can read the file.`,
      agree: 'Send',
    });
}
