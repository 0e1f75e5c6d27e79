import type { signingTold } from '../../en/told/signing.ts';
import type { SameTold } from '../../told-text.ts';

const named = (service: string): string => (service === '' ? 'sein Dienst' : service);

export function signing(): SameTold<typeof signingTold> {
  return {
    noKeyChosen: () => ['Für diese Anfrage wurde kein Schlüssel gewählt.'],
    noServiceForOrigin: ({ origin }) => [
      `Kein Dienst nennt den Ursprung ${origin}, deshalb wird kein Schlüssel gesendet.`,
    ],
    serviceWithoutKeys: ({ service }) => [
      `Der Dienst ${service} hat keinen API-Schlüssel, deshalb wird keiner gesendet.`,
    ],
    serviceWithoutDefault: ({ service }) => [
      `Der Dienst ${service} hat API-Schlüssel, aber keiner davon ist sein Standard.`,
    ],
    originNotBound: ({ name, origin, service }) => [
      `Der Schlüssel „${name}“ darf nicht an ${origin}: ${named(service)} nennt diesen Ursprung nicht.`,
      'Die URL korrigieren, einen anderen Schlüssel wählen oder den Ursprung dem Dienst oder in den Details allein diesem Schlüssel hinzufügen.',
    ],
    insecureTransport: ({ name, origin }) => [
      `Der Schlüssel „${name}“ wird nicht an ${origin} gesendet, weil andere unverschlüsseltes http unterwegs mitlesen können.`,
      'https verwenden.',
    ],
    serverUnproven: ({ name, origin }) => [
      `Der Schlüssel „${name}“ wird nicht an ${origin} gesendet, weil das Zertifikat nicht geprüft wird: Irgendwer auf dem Weg könnte der Server sein.`,
      'Zertifikate in den Einstellungen der Anfrage prüfen oder Schlüssel an diesem Ursprung dennoch erlauben.',
    ],
    thisKeyExpired: ({ name }) => [
      `Der Schlüssel „${name}“ ist abgelaufen.`,
      'Ein neues Ablaufdatum setzen, ihn erneuern oder einen anderen Schlüssel wählen.',
    ],
    thisKeyDisabled: ({ name }) => [
      `Der Schlüssel „${name}“ ist deaktiviert.`,
      'Ihn aktivieren oder einen anderen Schlüssel wählen.',
    ],
    thisKeyRevoked: ({ name }) => [
      `Der Schlüssel „${name}“ wurde widerrufen.`,
      'Einen anderen Schlüssel wählen.',
    ],
    namedKeyGone: () => [
      'Den Schlüssel, den diese Anfrage nennt, gibt es nicht mehr.',
      'Einen anderen Schlüssel wählen.',
    ],
    keyValueNotHeld: ({ name }) => [
      `Keyfob besitzt den Wert des Schlüssels „${name}“ nicht.`,
      'Einen anderen Schlüssel wählen.',
    ],
    keyGuarded: ({ name, method }) => [
      `Der Schlüssel „${name}“ ist schreibgeschützt, deshalb wird er mit ${method} nicht gesendet.`,
      'Den Schreibschutz ausschalten oder einen anderen Schlüssel wählen.',
    ],
    secretNotOpenedNow: ({ name }) => [
      `Das Geheimnis des Schlüssels „${name}“ lässt sich jetzt nicht öffnen.`,
      'Die Meldung oben im Fenster nennt den Weg zurück.',
    ],
    sealedSecretDamaged: ({ name }) => [
      `Das versiegelte Geheimnis des Schlüssels „${name}“ lässt sich nicht öffnen: Es wurde verändert oder beschädigt.`,
      'Eine Sicherung wiederherstellen oder den Schlüssel erneuern.',
    ],
    keyHeaderTyped: ({ name, header }) => [
      `Die Anfrage hat schon einen Header ${header}, in den der Schlüssel „${name}“ käme.`,
      'Den eingegebenen Header entfernen oder ohne Schlüssel senden.',
    ],
    redirectedAway: ({ name, origin, service }) => [
      `Der Server leitete an ${origin} weiter, und diesen Ursprung nennt ${named(service)} nicht, deshalb wurde der Schlüssel „${name}“ dorthin nicht gesendet.`,
      'Soll der Schlüssel dorthin gehen, den Ursprung dem Dienst hinzufügen und erneut senden.',
    ],
    redirectedBack: ({ name, origin, service }) => [
      `Die Weiterleitung kam über einen Ursprung, den ${named(service)} nicht nennt, deshalb wurde der Schlüssel „${name}“ nicht noch einmal gesendet.`,
      `Wird die Antwort von ${origin} gebraucht, eine Anfrage direkt dorthin senden.`,
    ],
    keyNotConnected: ({ name, origin }) => [
      `Es kam keine Verbindung zu ${origin} zustande, deshalb wurde der Schlüssel „${name}“ nicht gesendet.`,
      '',
    ],
  };
}
