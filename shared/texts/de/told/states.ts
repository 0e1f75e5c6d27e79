import type { UnreadableReason } from '../../../domain/vault-state.ts';
import type { HolderlessReason, statesTold } from '../../en/told/states.ts';
import type { Formats } from '../../formats.ts';
import type { SameTold } from '../../told-text.ts';

type Texts = readonly [message: string, remedy: string];

const UNREADABLE: Readonly<Record<UnreadableReason, Texts>> = {
  'keychain-locked': [
    'Der Schlüsselbund ist gesperrt, deshalb kann Keyfob den Hauptschlüssel, der die Geheimnisse öffnet, nicht lesen. Nichts ist verloren.',
    'Den Schlüsselbund entsperren (unter Linux: den Schlüsselbund „Anmeldung“), dann „Erneut versuchen“ drücken.',
  ],
  'keychain-denied': [
    'Der Schlüsselbund gab Keyfob den Hauptschlüssel, der die Geheimnisse öffnet, nicht heraus. Nichts ist verloren.',
    '„Erneut versuchen“ drücken und Keyfob den Zugriff auf seinen Eintrag erlauben.',
  ],
  'keychain-unavailable': [
    'Keyfob erreicht den Schlüsselbund nicht, der den Hauptschlüssel für die Geheimnisse enthält. Nichts ist verloren.',
    'Den Schlüsselbund starten (unter Linux: einen Secret Service wie GNOME Keyring, KWallet oder KeePassXC), dann „Erneut versuchen“ drücken.',
  ],
  'keychain-timeout': [
    'Der Schlüsselbund antwortete nicht rechtzeitig, deshalb hat Keyfob den Hauptschlüssel, der die Geheimnisse öffnet, nicht. Nichts ist verloren.',
    'Nach einer noch offenen Frage des Schlüsselbunds suchen und sie beantworten, dann „Erneut versuchen“ drücken.',
  ],
  'master-key-absent': [
    'Der Schlüsselbund funktioniert, aber der Hauptschlüssel, der die Geheimnisse öffnet, ist nicht darin. Keyfob hat keinen neuen erzeugt und nichts geändert.',
    'Die Wiederherstellungsdatei öffnen; oder sich als der Benutzer anmelden, dessen Schlüsselbund den Hauptschlüssel enthielt, oder diesen wiederherstellen und „Erneut versuchen“ drücken. Geht beides nicht, die Schlüssel löschen und neue erzeugen.',
  ],
  'master-key-wrong': [
    'Der Schlüsselbund enthält einen Hauptschlüssel, der die Geheimnisse nicht öffnet: Er gehört zu anderen. Keyfob hat beides nicht geändert.',
    'Die Wiederherstellungsdatei öffnen; oder den Schlüsselbund oder die Datenbank wiederherstellen, die zusammengehören, und „Erneut versuchen“ drücken. Geht beides nicht, die Schlüssel löschen und neue erzeugen.',
  ],
  'holder-was-memory': [
    'Die Geheimnisse wurden mit einem Hauptschlüssel versiegelt, der nur im Arbeitsspeicher lag und mit dem Beenden von Keyfob verloren ging. Sie lassen sich nicht mehr öffnen.',
    'Diese Schlüssel erneuern oder löschen: Das nächste Geheimnis bekommt einen neuen Hauptschlüssel, im Schlüsselbund oder auf Wunsch wieder im Arbeitsspeicher.',
  ],
  'passphrase-lost': [
    'Die Geheimnisse wurden unter einer Passphrase versiegelt, aber was sie öffnet, fehlt in der Datenbank. Keyfob hat nichts geändert.',
    'Die Wiederherstellungsdatei öffnen oder eine Sicherung der Datenbank wiederherstellen. Geht beides nicht, die Schlüssel löschen und neue erzeugen.',
  ],
};

const HOLDERLESS: Readonly<Record<HolderlessReason, string>> = {
  'keychain-locked': 'Der Schlüsselbund ist gesperrt',
  'keychain-denied': 'Der Schlüsselbund hat Keyfob abgewiesen',
  'keychain-unavailable': 'Keyfob fand keinen Schlüsselbund, der funktioniert',
  'keychain-timeout': 'Der Schlüsselbund antwortete nicht rechtzeitig',
};

const KEPT = 'Die alte Datei bleibt neben der neuen erhalten.';
const waysOn = (hasBackup: string): string =>
  hasBackup === 'yes'
    ? `Die neueste Sicherung wiederherstellen oder mit einer leeren Datenbank beginnen. ${KEPT}`
    : `Es gibt keine gute Sicherung. Mit einer leeren Datenbank beginnen oder die Datei reparieren. ${KEPT}`;
const newestFirst = (hasBackup: string): string =>
  `Die neueste Version von Keyfob installieren; bis dahin sind die Schlüssel sicher. ${hasBackup === 'yes' ? waysOn(hasBackup) : ''}`.trim();

export function states(f: Formats): SameTold<typeof statesTold> {
  return {
    vaultUnreadable: ({ state }) => UNREADABLE[state],
    vaultNeedsHolder: ({ state }) => [
      `${HOLDERLESS[state]}, deshalb gibt es keinen sicheren Ort für den Hauptschlüssel, der die Geheimnisse versiegeln würde.`,
      `${UNREADABLE[state][1]} Oder den Hauptschlüssel im Arbeitsspeicher halten: Was dann erzeugt wird, ist weg, sobald Keyfob beendet wird.`,
    ],
    keychainRefused: ({ state }) => [
      `${HOLDERLESS[state]}, deshalb nahm er den Hauptschlüssel nicht an.`,
      UNREADABLE[state][1],
    ],
    ledgerDamaged: ({ hasBackup }) => [
      'Die Datenbank, die Datei mit den Schlüsseln, ist beschädigt. Sie wurde nicht geöffnet und nicht geändert.',
      waysOn(hasBackup),
    ],
    ledgerMissing: ({ hasBackup }) => [
      'Die Datenbank, die Datei mit den Schlüsseln, fehlt oder ist leer, aber es gibt Sicherungen von ihr.',
      hasBackup === 'yes'
        ? 'Die neueste Sicherung wiederherstellen oder mit einer leeren Datenbank beginnen.'
        : 'Mit einer leeren Datenbank beginnen oder die Datei zurücklegen und Keyfob neu starten.',
    ],
    ledgerNewer: ({ version, limit, hasBackup }) => [
      `Die Datenbank, die Datei mit den Schlüsseln, wurde von einer neueren Version von Keyfob geschrieben (ihr Format ist ${f.number(version)}, diese Version liest bis ${f.number(limit)}). Sie wurde nicht geändert.`,
      newestFirst(hasBackup),
    ],
    ledgerNotMigrated: ({ hasBackup }) => [
      'Die Datenbank, die Datei mit den Schlüsseln, ließ sich nicht in die Form bringen, die diese Version braucht. Sie ist, wie sie war.',
      newestFirst(hasBackup),
    ],
    ledgerBusy: ({ folder }) => [
      'Die Datenbank, die Datei mit den Schlüsseln, wird von einem anderen Programm benutzt.',
      `Das Programm beenden, das ${folder} benutzt, dann Keyfob neu starten.`,
    ],
    ledgerDiskFull: () => [
      'Der Datenträger ist voll, deshalb lässt sich die Datenbank, die Datei mit den Schlüsseln, nicht sicher öffnen.',
      'Speicherplatz freigeben, dann Keyfob neu starten.',
    ],
    ledgerUnwritable: ({ folder }) => [
      'Keyfob darf die Datenbank, die Datei mit den Schlüsseln, nicht schreiben.',
      `Dem Benutzer Schreibzugriff auf ${folder} geben, dann Keyfob neu starten.`,
    ],
  };
}
