import { basename } from 'node:path';
import { dialog, shell, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { ApiKey } from '../../shared/domain/api-key.ts';
import type { Service } from '../../shared/domain/service.ts';
import type { ShapeOf } from '../../shared/texts/define-texts.ts';
import type { questionsTexts } from '../../shared/texts/en/questions.ts';
import type { ExternalOpener } from '../ports/external-opener.ts';
import { openableAddress, openableLocalAddress } from './openable-address.ts';

/** How questions are asked. */
export interface Asker {
  /** The window that a question belongs to; null while there is none. */
  readonly window: () => BrowserWindow | null;
  readonly texts: () => ShapeOf<typeof questionsTexts>;
}

/** Asks outside the page, so that no page can answer. Escape and closing the question mean no. */
async function ask(asker: Asker, question: MessageBoxOptions & { readonly agree: string }): Promise<boolean> {
  const { agree, ...options } = question;
  const box: MessageBoxOptions = {
    ...options,
    buttons: [agree, asker.texts().cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const window = asker.window();
  const { response } =
    window === null ? await dialog.showMessageBox(box) : await dialog.showMessageBox(window, box);
  return response === 0;
}

/** The question shows the host as the network knows it (punycode), so that no look-alike can hide. */
export function electronExternalOpener(asker: Asker): ExternalOpener {
  const openAfterAsking = async (url: URL | null): Promise<'opened' | 'declined'> => {
    if (url === null) return 'declined';
    const { browser: texts } = asker.texts();
    const isAgreed = await ask(asker, {
      type: 'question',
      title: texts.title,
      message: texts.message(url.hostname),
      detail: url.href.length > 300 ? `${url.href.slice(0, 300)}…` : url.href,
      agree: texts.agree,
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
  asker: Asker,
): (service: Service, added: readonly string[]) => Promise<boolean> {
  return (service, added) => {
    const texts = asker.texts();
    return ask(asker, {
      type: 'warning',
      title: texts.whereKeysMayGo,
      message: texts.widening.message(service.name, added.length),
      detail: texts.widening.detail(added),
      agree: texts.allow,
    });
  };
}

/** Asks whether a key that was found in a file may go where the file does not say that it goes. */
export function electronConfirmImportedKey(
  asker: Asker,
): (keyName: string, origins: readonly string[]) => Promise<boolean> {
  return (keyName, origins) => {
    const texts = asker.texts();
    return ask(asker, {
      type: 'warning',
      title: texts.whereAKeyMayGo,
      message: texts.importedKey.message(keyName, origins.length),
      detail: texts.importedKey.detail(origins),
      agree: texts.allow,
    });
  };
}

/** Asks what the network is trusted with: keys where a certificate is not checked, and a proxy that a request names. */
export function electronNetworkQuestions(asker: Asker): {
  /** The origin is shown as the network knows it (punycode). */
  readonly confirmUnchecked: (origin: string) => Promise<boolean>;
  readonly confirmProxy: (address: string, origin: string) => Promise<boolean>;
} {
  return {
    confirmUnchecked: (origin) => {
      const texts = asker.texts();
      return ask(asker, {
        type: 'warning',
        title: texts.whereKeysMayGo,
        message: texts.unchecked.message,
        detail: texts.unchecked.detail(origin),
        agree: texts.allow,
      });
    },
    confirmProxy: (address, origin) => {
      const texts = asker.texts();
      return ask(asker, {
        type: 'warning',
        title: texts.proxy.title,
        message: texts.proxy.message,
        detail: texts.proxy.detail(address.slice(0, 300), origin),
        agree: texts.allow,
      });
    },
  };
}

/** Asks whether this one key may also go to this origin, shown as the network knows it (punycode). */
export function electronConfirmOrigin(
  asker: Asker,
): (apiKey: ApiKey, service: Service, origin: string) => Promise<boolean> {
  return (apiKey, service, origin) => {
    const texts = asker.texts();
    return ask(asker, {
      type: 'warning',
      title: texts.whereAKeyMayGo,
      message: texts.keyOrigin.message(apiKey.name, service.name),
      detail: texts.keyOrigin.detail(origin),
      agree: texts.allow,
    });
  };
}

/** Asks whether a secret variable, whose value the window does not know, may also go to these origins. */
export function electronConfirmVariableOrigins(
  asker: Asker,
): (variableName: string, origins: readonly string[]) => Promise<boolean> {
  return (variableName, origins) => {
    const texts = asker.texts();
    return ask(asker, {
      type: 'warning',
      title: texts.variable.title,
      message: texts.variable.message(variableName.slice(0, 100), origins.length),
      detail: texts.variable.detail(origins),
      agree: texts.allow,
    });
  };
}

/** Asks whether a file that was chosen for other origins may go to this one too, shown as the network knows it (punycode). */
export function electronConfirmFileOrigin(asker: Asker): (path: string, origin: string) => Promise<boolean> {
  return (path, origin) => {
    const texts = asker.texts();
    return ask(asker, {
      type: 'warning',
      title: texts.file.title,
      message: texts.file.message(basename(path).slice(0, 100)),
      detail: texts.file.detail(origin, path.slice(0, 1000)),
      agree: texts.file.agree,
    });
  };
}
