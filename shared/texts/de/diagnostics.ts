import type { ShapeOf } from '../define-texts.ts';
import type { diagnosticsTexts } from '../en/diagnostics.ts';
import type { Formats } from '../formats.ts';

export function diagnostics(f: Formats): ShapeOf<typeof diagnosticsTexts> {
  return {
    title: 'Diagnose',
    backups: 'Sicherungen der Datenbank',
    noBackups: 'Noch keine. Die erste entsteht bald nach dem ersten Schlüssel.',
    backupsDescription: (newest) =>
      `Die neueste ist vom ${newest}. Gesichert wird einmal am Tag und vor jeder Änderung des Formats; die letzten fünf bleiben.`,
    backupCount: (many) => f.plural(many, { one: '1 Sicherung', other: `${f.number(many)} Sicherungen` }),
    integrity: 'Unversehrtheit',
    notChecked:
      'Liest die Datenbank, ihre Sicherungen und jeden versiegelten Wert durch. Nichts wird geändert.',
    check: 'Alles prüfen',
    progress: 'Fortschritt der Prüfung',
    allWell: (time) => `Geprüft um ${time}: alles ist unversehrt.`,
    faults: (time) => `Geprüft um ${time}.`,
    ledger: {
      whole: 'Die Datenbank ist unversehrt.',
      damaged: 'Die Datenbank ist beschädigt.',
      closed: 'Die Datenbank ist nicht geöffnet.',
    },
    unopened: (many, total) =>
      `${f.number(many)} von ${f.number(total)} versiegelten Werten öffnen sich nicht.`,
    notOpened: 'Die versiegelten Werte wurden nicht geprüft: Der Hauptschlüssel ist nicht im Speicher.',
    damagedBackups: (many, total) => `${f.number(many)} von ${f.number(total)} Sicherungen sind beschädigt.`,
    report: 'Bericht',
    reportDescription:
      'Versionen, Zustände und Anzahlen, für eine Fehlermeldung. Kein Schlüssel, kein Name, keine Adresse und kein Ursprung steht darin; er kann öffentlich gezeigt werden.',
    copy: 'Bericht kopieren',
  };
}
