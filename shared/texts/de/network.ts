import type { ShapeOf } from '../define-texts.ts';
import type { networkTexts } from '../en/network.ts';

export function network(): ShapeOf<typeof networkTexts> {
  return {
    title: 'Netzwerk',
    trustSystem: 'Zertifizierungsstellen des Systems vertrauen',
    trustSystemDescription:
      'Zusätzlich zu denen von Keyfob: denen, welchen der Computer oder die Firma vertraut.',
    authorities: 'Weitere Zertifizierungsstellen',
    authoritiesDescription:
      'Eine Datei mit Zertifikaten (PEM), denen ebenfalls vertraut wird. Sie wird bei Bedarf gelesen.',
    removeFile: 'Datei entfernen',
    chooseAFile: 'Datei auswählen …',
    unchecked: 'Schlüssel gehen auch dann dorthin, wenn eine Anfrage das Zertifikat nicht prüfen lässt.',
    withholdAgain: 'Wieder zurückhalten',
    withholdAgainFrom: (origin) => `Schlüssel für ${origin} wieder zurückhalten`,
    allowedProxy: {
      of: (collection) => `Anfragen von „${collection}“ gehen über diesen Proxy, wenn sie ihn nennen.`,
      unsaved: 'Anfragen, die nirgends gespeichert sind, gehen über diesen Proxy, wenn sie ihn nennen.',
      gone: 'Für eine Sammlung erlaubt, die es nicht mehr gibt.',
      takeBack: 'Zurücknehmen',
      takeBackOf: (address) => `Den Proxy ${address} zurücknehmen`,
    },
    proxy: {
      title: 'Proxy',
      description:
        'Er erfährt den Namen eines https-Servers, aber nie einen Schlüssel. Verbindungen zu diesem Computer nutzen keinen.',
      kinds: { system: 'Wie das System', manual: 'Eigener', none: 'Keiner' },
      address: 'Adresse',
      addressDescription: 'http, https oder socks5, mit Port.',
      userName: 'Benutzername',
      password: 'Passwort',
      passwordDescription: 'Wird wie die Schlüssel versiegelt aufbewahrt.',
      exceptions: 'Kein Proxy für',
      exceptionsDescription: 'Namen samt allen untergeordneten, durch Kommas getrennt.',
      use: 'Diesen Proxy verwenden',
    },
    certificates: {
      title: 'Clientzertifikate',
      description:
        'Für Server, die per TLS nach der Identität fragen. Die Dateien bleiben, wo sie sind; eine Passphrase wird wie die Schlüssel versiegelt aufbewahrt.',
      add: 'Clientzertifikat hinzufügen …',
      addTitle: 'Clientzertifikat hinzufügen',
      files: (names) => `Clientzertifikat: ${names.join(', ')}`,
      passphraseForgotten: 'Erneut hinzufügen: Die Passphrase ist nicht mehr bekannt.',
      remove: 'Entfernen',
      removeFor: (origin) => `Clientzertifikat für ${origin} entfernen`,
      kind: 'Art',
      kinds: { pfx: 'Eine Datei (PFX, PKCS #12)', pem: 'Zertifikat und privater Schlüssel (PEM)' },
      chooseFile: 'Datei auswählen …',
      chooseFiles: 'Dateien auswählen …',
      origin: 'Ursprung',
      originDescription: 'Das Zertifikat wird nur diesem Server gezeigt.',
      passphrase: 'Passphrase',
      passphraseDescription: 'Der Datei oder des privaten Schlüssels; leer, falls es keine gibt.',
    },
  };
}
