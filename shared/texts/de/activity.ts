import type { ShapeOf } from '../define-texts.ts';
import type { activityTexts } from '../en/activity.ts';
import type { Formats } from '../formats.ts';

export function activity(f: Formats): ShapeOf<typeof activityTexts> {
  const counted = (count: number, one: string, many: string) =>
    f.plural(count, { one: `1 ${one}`, other: `${f.number(count)} ${many}` });
  const entries = (count: number) => counted(count, 'Eintrag', 'Einträge');
  return {
    title: 'Aktivität',
    whatHappened: 'Was geschehen ist',
    search: 'Aktivität durchsuchen',
    searchHint: 'Nach Schlüssel, Ereignis oder Ursprung suchen',
    showNew: 'Neues anzeigen',
    entries,
    nothing: {
      title: 'Noch ist nichts geschehen',
      action: 'API-Schlüssel erzeugen',
      explanation:
        'Was mit einem Schlüssel geschieht, wird hier dauerhaft festgehalten: wohin er kopiert und gesendet und warum er zurückgehalten wurde. Sein Wert ist nie dabei.',
    },
    noMatch: {
      title: 'Kein Treffer',
      action: 'Gesamte Aktivität anzeigen',
      explanation: 'Kein Ereignis entspricht der Auswahl.',
    },
    filters: {
      key: 'Schlüssel',
      what: 'Was',
      when: 'Wann',
      everything: 'Alles',
      aDeletedKey: 'Ein gelöschter Schlüssel',
    },
    allKeys: 'Alle Schlüssel',
    andOthers: (others) => `und ${f.number(others)} weitere`,
    groups: {
      life: 'Erzeugt und beendet',
      sent: 'Gesendet',
      withheld: 'Zurückgehalten',
      shown: 'Angezeigt, kopiert, exportiert',
      settings: 'Geändert',
    },
    periods: {
      any: 'Jederzeit',
      today: 'Heute',
      '7-days': 'Letzte 7 Tage',
      '30-days': 'Letzte 30 Tage',
    },
    export: {
      label: 'Aktivität exportieren',
      csv: 'Als CSV exportieren …',
      csvHint: 'Die Liste, für eine Tabellenkalkulation',
      json: 'Als JSON exportieren …',
      jsonHint: 'Die Liste, für ein Programm',
      done: (count, fileName) => `${entries(count)} nach ${fileName} exportiert.`,
    },
    titles: {
      generated: 'Erzeugt',
      added: 'Hinzugefügt',
      revealed: 'Einmal angezeigt',
      copied: 'Kopiert',
      sent: 'Gesendet',
      withheld: 'Zurückgehalten',
      regenerated: 'Erneuert',
      replaced: 'Durch eingefügten Wert ersetzt',
      exposed: 'Ersetzt, da offengelegt',
      'grace-ended': 'Übergangsfrist vorzeitig beendet',
      'old-key-forgotten': 'Alter Wert vergessen',
      renamed: 'Umbenannt',
      'expiration-set': 'Ablaufdatum gesetzt',
      'made-default': 'Zum Standard gemacht',
      disabled: 'Deaktiviert',
      enabled: 'Aktiviert',
      'made-read-only': 'Schreibschutz ein',
      'made-writable': 'Schreibschutz aus',
      'origin-added': 'Ursprung erlaubt',
      'origin-removed': 'Ursprung zurückgenommen',
      expired: 'Abgelaufen',
      deleted: 'Gelöscht',
      revoked: 'Widerrufen',
      exported: 'Exportiert',
      'exposed-found': 'In Dateien gefunden',
      imported: 'Importiert',
      'import-undone': 'Import zurückgenommen',
    },
    withheld: {
      'origin-not-bound': 'der Dienst nennt diesen Ursprung nicht',
      'insecure-transport': 'einfaches http ist unterwegs lesbar',
      'server-unproven': 'das Zertifikat sollte nicht geprüft werden',
      'key-expired': 'der Schlüssel ist abgelaufen',
      'key-disabled': 'der Schlüssel ist deaktiviert',
      'key-revoked': 'der Schlüssel wurde widerrufen',
      'key-missing': 'Keyfob besitzt seinen Wert nicht',
      'key-read-only': 'der Schlüssel ist schreibgeschützt',
      'vault-unreadable': 'sein Geheimnis ließ sich nicht öffnen',
      'secret-damaged': 'sein versiegeltes Geheimnis ist beschädigt',
      'header-conflict': 'die Anfrage hatte diesen Header bereits',
      'redirected-to-other-origin': 'eine Weiterleitung führte zu einem anderen Ursprung',
      'not-connected': 'es kam keine Verbindung zustande',
    },
    revoked: {
      'by-creator': 'Vom Mitglied, das ihn erzeugt hat',
      'by-admin': 'Von einem Admin',
      'by-inactivity': 'Zu lange ungenutzt',
      automatically: 'Durch eine Regel des Teams',
      exposed: 'Sein Wert ist an falscher Stelle aufgetaucht',
    },
    exported: {
      activity: 'Die Aktivität',
      'team-keys': 'Die Liste der Teamschlüssel',
      keys: 'Schlüssel und Dienste, ohne Werte',
      'keys-with-values': 'Schlüssel und Dienste mit ihren Werten, unter einer Passphrase',
    },
    exportedAs: (what, format) => `${what}, als ${format}`,
    copiedFrom: {
      window: 'Über das Fenster',
      tray: 'Über die Taskleiste',
      'quick-copy': 'Über die Schnellkopie',
    },
    noAnswer: 'keine Antwort',
    grace: (grace) => {
      if (grace === 'now') return 'Der alte Wert galt sofort nicht mehr';
      const hours = (count: number) => `Der alte Wert gilt noch ${counted(count, 'Stunde', 'Stunden')}`;
      const days = (count: number) => `Der alte Wert gilt noch ${counted(count, 'Tag', 'Tage')}`;
      if (grace === '7d') return days(7);
      if (typeof grace === 'string') return hours(grace === '1h' ? 1 : 24);
      return grace.kind === 'hours' ? hours(grace.hours) : days(grace.days);
    },
    oldIsKept: 'Der alte Wert bleibt erhalten, bis er vergessen wird',
    renamed: (from, to) => `Von „${from}“ in „${to}“`,
    neverExpires: 'Läuft nie ab',
    expires: (at) => `Läuft ab am ${at}`,
    found: (places, files) =>
      `${counted(places, 'Stelle', 'Stellen')} in ${counted(files, 'Datei', 'Dateien')}`,
    imported: ({ collections, environments, keys }) =>
      [
        collections === 0 ? '' : counted(collections, 'Sammlung', 'Sammlungen'),
        environments === 0 ? '' : counted(environments, 'Umgebung', 'Umgebungen'),
        keys === 0 ? '' : `${f.number(keys)} Schlüssel`,
      ]
        .filter((text) => text !== '')
        .join(', '),
  };
}
