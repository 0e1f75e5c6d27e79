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
    deadKeys: {
      title: 'Liste ungültiger Schlüssel',
      description:
        'Welche Schlüssel gelöscht, widerrufen oder ersetzt wurden, damit eine wiederhergestellte Sicherung keinen davon wiederbelebt. Sie enthält keinen Teil eines Werts.',
      written: 'Geschrieben',
      setAside: 'War beschädigt',
      setAsideDescription: (time) =>
        `Sie war verändert oder beschädigt und wurde am ${time} beiseitegelegt; aus dem Lesbaren und der Datenbank entstand eine neue. Wurde seitdem eine Sicherung wiederhergestellt, die API-Schlüssel nach beendeten durchsehen und diese erneut löschen. Danach die Datei dead-keys.txt.set-aside-… im Ordner von Keyfob löschen.`,
      notWritten: 'Nicht geschrieben',
      notWrittenDescription:
        'Der Datenträger hat nicht angenommen, was zuletzt beendet wurde. Die Datenbank kennt es, doch eine jetzt wiederhergestellte Sicherung würde es wiederbeleben. Platz schaffen oder den Ordner von Keyfob beschreibbar machen: Mit der nächsten Änderung und bei jedem Start wird es erneut versucht.',
      damaged:
        'Die Liste ungültiger Schlüssel ist nicht das, was Keyfob geschrieben hat. Keyfob neu starten: Die Liste wird dann beiseitegelegt und aus der Datenbank neu erstellt.',
    },
    integrity: 'Unversehrtheit',
    notChecked:
      'Liest die Datenbank, ihre Sicherungen, die Liste ungültiger Schlüssel und jeden versiegelten Wert durch. Nichts wird geändert.',
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
