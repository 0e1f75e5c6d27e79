import type { ShapeOf } from '../define-texts.ts';
import type { questionsTexts } from '../en/questions.ts';
import type { Formats } from '../formats.ts';

const PARAGRAPH = '\n\n';

export function questions(f: Formats): ShapeOf<typeof questionsTexts> {
  const listed = (origins: readonly string[], text: string) => `${origins.join('\n')}${PARAGRAPH}${text}`;
  return {
    files: {
      save: {
        collection: 'Sammlung exportieren',
        environment: 'Umgebung exportieren',
        har: 'Als HAR speichern',
        activity: 'Aktivität exportieren',
        everything: 'Schlüssel und Dienste exportieren',
        response: 'Antwort speichern',
        run: 'Durchlauf exportieren',
        'team-keys': 'Teamschlüssel exportieren',
        'recovery-kit': 'Wiederherstellungsdatei speichern',
      },
      open: {
        'collections-folder': 'Ordner der Sammlungen',
        'scan-folder': 'Ordner nach eigenen Schlüsseln durchsuchen',
        'scan-file': 'Datei nach eigenen Schlüsseln durchsuchen',
        'import-folder': 'Ordner importieren',
        'import-file': 'Datei importieren',
        everything: 'Export wiederherstellen',
        authorities: 'Datei mit Zertifizierungsstellen wählen (PEM)',
        'certificate-pfx': 'Zertifikat wählen (PFX, PKCS #12)',
        'certificate-pem': 'Zertifikat wählen (PEM)',
        'certificate-key': 'Seinen privaten Schlüssel wählen (PEM)',
        'file-to-send': 'Zu sendende Datei wählen',
        'recovery-kit': 'Wiederherstellungsdatei öffnen',
      },
      sendTo: (origin) => `Datei wählen, die an ${origin} gesendet wird`,
      kinds: {
        collection: 'Postman-Sammlung',
        environment: 'Postman-Umgebung',
        har: 'HTTP-Archiv',
        everything: 'Keyfob-Export',
        response: 'Antwort',
        junit: 'JUnit-XML',
        json: 'JSON',
        csv: 'CSV',
        html: 'HTML',
        'recovery-kit': 'Wiederherstellungsdatei',
      },
    },
    cancel: 'Abbrechen',
    allow: 'Erlauben',
    browser: {
      title: 'Im Browser öffnen',
      message: (host) => `${host} im Browser öffnen?`,
      agree: 'Öffnen',
    },
    whereKeysMayGo: 'Wohin Schlüssel gehen dürfen',
    whereAKeyMayGo: 'Wohin ein Schlüssel gehen darf',
    widening: {
      message: (service, count) =>
        `Die Schlüssel von „${service}“ auch an ${f.plural(count, { one: 'einen weiteren Ursprung', other: 'weitere Ursprünge' })} senden lassen?`,
      detail: (origins) =>
        listed(origins, 'Danach lässt sich jeder Schlüssel dieses Dienstes dorthin senden.'),
    },
    importedKey: {
      message: (key, count) =>
        `Den importierten Schlüssel „${key}“ an ${f.plural(count, { one: 'diesen Ursprung', other: 'diese Ursprünge' })} senden lassen?`,
      detail: (origins) => listed(origins, 'Die importierten Dateien verwenden ihn dort nicht.'),
    },
    unchecked: {
      message: 'Schlüssel an diesen Ursprung senden, obwohl sein Zertifikat nicht geprüft wird?',
      detail: (origin) =>
        listed(
          [origin],
          'Jeder auf dem Weg könnte sich als dieser Server ausgeben und den Schlüssel an sich nehmen. Unter Einstellungen, Netzwerk lässt sich das zurücknehmen.',
        ),
    },
    proxy: {
      title: 'Über wen eine Anfrage geht',
      message: 'Anfragen dieser Sammlung über den Proxy senden, den sie nennen?',
      detail: (address, origin) =>
        listed(
          [`${address}${PARAGRAPH}${origin}`],
          'Er kann mit der Datei der Sammlung gekommen sein. Er erfährt, welche Server gefragt werden, und liest alles, was über einfaches http geht. Unter Einstellungen, Netzwerk lässt sich das zurücknehmen.',
        ),
    },
    keyOrigin: {
      message: (key, service) =>
        `Den Schlüssel „${key}“ von „${service}“ an einen weiteren Ursprung senden lassen?`,
      detail: (origin) =>
        listed(
          [origin],
          'Danach lässt sich nur dieser Schlüssel dorthin senden, und wer den Server betreibt, kann ihn verwenden.',
        ),
    },
    variable: {
      title: 'Wohin ein Geheimnis gehen darf',
      message: (name, count) =>
        `Die geheime Variable „${name}“ an ${f.plural(count, { one: 'diesen Ursprung', other: 'diese Ursprünge' })} senden lassen?`,
      detail: (origins) =>
        listed(
          origins,
          `Wer ${f.plural(origins.length, { one: 'diesen Server', other: 'diese Server' })} betreibt, kann ihren Wert verwenden.`,
        ),
    },
    file: {
      title: 'Wohin eine Datei gehen darf',
      message: (name) => `Die Datei „${name}“ an diesen Ursprung senden?`,
      detail: (origin, path) =>
        listed(
          [`${origin}${PARAGRAPH}${path}`],
          'Eine Anfrage, die diese Datei nennt, sendet sie dorthin. Wer den Server betreibt, kann sie lesen.',
        ),
      agree: 'Senden',
    },
  };
}
