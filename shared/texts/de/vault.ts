import { MIN_PASSPHRASE_LENGTH } from '../../domain/vault-state.ts';
import type { ShapeOf } from '../define-texts.ts';
import type { vaultTexts } from '../en/vault.ts';
import type { Formats } from '../formats.ts';

export function vault(f: Formats): ShapeOf<typeof vaultTexts> {
  const least = f.number(MIN_PASSPHRASE_LENGTH);
  return {
    unreadable: {
      'keychain-locked': 'Der Schlüsselbund ist gesperrt',
      'keychain-denied': 'Der Schlüsselbund hat Keyfob abgewiesen',
      'keychain-unavailable': 'Kein Schlüsselbund ist erreichbar',
      'keychain-timeout': 'Der Schlüsselbund antwortet nicht',
      'master-key-absent': 'Der Hauptschlüssel fehlt im Schlüsselbund',
      'master-key-wrong': 'Der Schlüsselbund enthält einen anderen Hauptschlüssel',
      'holder-was-memory': 'Der Hauptschlüssel lag nur im Arbeitsspeicher und ist verloren',
      'passphrase-lost': 'Was die Passphrase öffnet, fehlt',
    },
    keptInMemory: 'Schlüssel bleiben im Arbeitsspeicher, bis Keyfob beendet wird',
    useMemory: 'Schlüssel bis zum Beenden im Arbeitsspeicher halten',
    usePassphrase: 'Passphrase verwenden …',
    openKit: 'Wiederherstellungsdatei öffnen …',
    locked: {
      title: 'Keyfob ist gesperrt',
      reasons: {
        start: 'Die Schlüssel sind mit der Passphrase versiegelt.',
        hand: 'Die Schlüssel sind versiegelt. Alles Geöffnete ist unverändert.',
        idle: 'Eine Weile war niemand hier, daher sind die Schlüssel versiegelt. Alles Geöffnete ist unverändert.',
        system:
          'Der Bildschirm wurde gesperrt, daher sind die Schlüssel versiegelt. Alles Geöffnete ist unverändert.',
      },
      startWithTouchId: 'Die Schlüssel sind versiegelt, bis Touch ID zustimmt.',
      unlock: 'Entsperren',
      unlockWithTouchId: 'Mit Touch ID entsperren',
    },
    passphrase: {
      label: 'Passphrase',
      description: `Mindestens ${least} Zeichen. Niemand kann sie zurücksetzen.`,
      repeat: 'Wiederholen',
      tooShort: `Mindestens ${least} Zeichen verwenden; vier oder fünf zufällige Wörter eignen sich gut.`,
      notTheSame: 'Die Passphrasen stimmen nicht überein.',
      show: 'Anzeigen',
      hide: 'Verbergen',
      showTyped: (field) => `Eingabe in „${field}“ anzeigen`,
      hideTyped: (field) => `Eingabe in „${field}“ verbergen`,
    },
    use: {
      title: 'Passphrase verwenden',
      action: 'Verwenden',
      explanation:
        'Der Schlüssel, der alle anderen versiegelt, wird mit der Passphrase verschlüsselt und aus dem Schlüsselbund des Systems entfernt. Keyfob fragt bei jedem Start und nach jeder Sperre nach der Passphrase. Ohne sie öffnet nur eine Wiederherstellungsdatei die Schlüssel.',
      done: 'Ab jetzt öffnet eine Passphrase die Schlüssel.',
    },
    change: {
      title: 'Passphrase ändern',
      action: 'Ändern',
      present: 'Bisherige Passphrase',
      next: 'Neue Passphrase',
      explanation:
        'Ältere Sicherungen und Wiederherstellungsdateien lassen sich weiterhin mit der Passphrase öffnen, mit der sie erstellt wurden.',
      done: 'Die Passphrase ist geändert.',
    },
    kit: {
      passphrase: 'Passphrase der Datei',
      saveTitle: 'Wiederherstellungsdatei speichern',
      save: 'Speichern …',
      saveExplanation:
        'Ist der Schlüsselbund verloren oder beschädigt, öffnen diese kleine Datei und ihre Passphrase die Schlüssel wieder. Ohne Passphrase ist die Datei wertlos: Die Passphrase getrennt von der Datei notieren.',
      saved: (fileName) => `${fileName} ist gespeichert und wurde probeweise geöffnet.`,
      keepApart: 'Getrennt von diesem Computer aufbewahren.',
      openTitle: 'Wiederherstellungsdatei öffnen',
      choose: 'Datei auswählen …',
      opened: 'Die Schlüssel lassen sich wieder öffnen.',
      backInKeychain: 'Der Hauptschlüssel liegt wieder im Schlüsselbund.',
      passphraseHolds:
        'Der Hauptschlüssel ist nun durch die Passphrase der Datei geschützt: Keyfob fragt bei jedem Start danach.',
      offer:
        'Nur der Schlüsselbund kann die Schlüssel öffnen. Geht er verloren, öffnet sie eine Wiederherstellungsdatei.',
      notNow: 'Nicht jetzt',
      saveKit: 'Datei speichern …',
    },
    ledger: {
      titles: {
        damaged: 'Die Datenbank lässt sich nicht öffnen',
        'newer-version': 'Die Datenbank stammt von einer neueren Version von Keyfob',
        unwritable: 'Die Datenbank ist schreibgeschützt',
      },
      promise:
        'Nichts wird gelöscht: Die Datei, die sich nicht öffnen lässt, wird im Ordner von Keyfob neben der neuen Datenbank abgelegt.',
      backupIsOld:
        'Eine Sicherung kennt nicht, was nach ihr kam. Seitdem gelöschte Schlüssel bleiben gelöscht, und ersetzte Werte bleiben ungültig: Ein solcher Schlüssel kommt ohne Wert zurück und ist neu zu erzeugen oder wieder hinzuzufügen. Seitdem deaktivierte Schlüssel, vorgezogene Ablaufdaten und entfernte Mitglieder kommen zurück, wie sie waren, und sind durchzusehen.',
      restore: (takenAt, keyCount) =>
        `Sicherung vom ${f.dateTime(takenAt)} wiederherstellen (${f.number(keyCount)} Schlüssel)`,
      startEmpty: 'Mit leerer Datenbank beginnen',
      startEmptyTitle: 'Mit leerer Datenbank beginnen?',
      startEmptyAction: 'Leer beginnen',
      startEmptyExplanation:
        'Keyfob beginnt ohne API-Schlüssel, Dienste und Verlauf. Die Datei, die sich nicht öffnen lässt, und ihre Sicherungen werden im Ordner von Keyfob abgelegt.',
    },
  };
}
