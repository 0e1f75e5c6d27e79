import { errors } from '../errors.ts';
import { endRuleIn } from '../keys.ts';
import type { keysTold } from '../../en/told/keys.ts';
import type { Formats } from '../../formats.ts';
import type { SameTold } from '../../told-text.ts';

export function keys(f: Formats): SameTold<typeof keysTold> {
  const endRule = endRuleIn(f);
  return {
    inputTooLarge: () => ['Die Eingabe ist zu groß.'],
    keyNotWidened: () => ['Der Schlüssel geht nur dorthin, wohin er bisher ging.'],
    keyGoesThereAlready: () => ['Der Schlüssel darf bereits dorthin.', ''],
    keyTooManyOrigins: ({ limit }) => [
      `Ein Schlüssel hat höchstens ${f.number(limit)} eigene Ursprünge.`,
      'Zuerst einen entfernen oder sie dem Dienst hinzufügen.',
    ],
    serviceNameTaken: () => ['Einen Dienst mit diesem Namen gibt es schon.'],
    serviceNotWidened: () => [
      'Der Dienst wurde nicht geändert: Seine Schlüssel gehen nur dorthin, wohin sie bisher gingen.',
    ],
    textNotCopied: () => ['Der Text konnte nicht kopiert werden: Die Zwischenablage nahm ihn nicht an.'],
    memberGone: () => ['Dieses Mitglied ist nicht mehr im Team.'],
    foundIsNoKey: () => ['Ein gefundener Wert kann kein Schlüssel sein: Kein Header kann ihn tragen.'],
    timeHasPassed: () => ['Dieser Zeitpunkt ist bereits vorbei.', 'Einen späteren wählen.'],
    serviceGone: () => ['Diesen Dienst gibt es nicht mehr.'],
    tooManyProfiles: ({ limit }) => [
      `Höchstens ${f.number(limit)} Profile werden aufbewahrt.`,
      'Zuerst eines löschen.',
    ],
    profileNameTaken: () => ['Ein Profil mit diesem Namen gibt es schon.'],
    oneDefaultKey: () => ['Ein Dienst hat einen Standardschlüssel.', ''],
    profileKeyGone: () => ['Ein Schlüssel dieses Profils existiert nicht mehr.'],
    setExpirationFirst: () => [null, 'Zuerst ein neues Ablaufdatum setzen, dann erneuern.'],
    keyIsKeptAlready: () => [
      'Der Schlüssel in der Zwischenablage wurde aus Keyfob kopiert, das ihn schon aufbewahrt.',
      'Soll er auch an einen anderen Ursprung gehen, den Ursprung seinem Dienst hinzufügen.',
    ],
    openedIsGone: () => ['Was geöffnet wurde, ist nicht mehr da.'],
    nothingRestored: () => ['Nichts wurde wiederhergestellt.'],
    tryAgainIn: ({ seconds }) => [
      null,
      `In ${f.plural(seconds, { one: '1 Sekunde', other: `${f.number(seconds)} Sekunden` })} erneut versuchen.`,
    ],
    policyEnded: ({ kind, days, whose }) => [
      `Eine Richtlinie hat diesen Schlüssel beendet: ${endRule(kind === 'own' ? { kind } : { kind, days, isTeams: whose === 'team' })}.`,
      'Ihn erneuern oder die Einstellungen für API-Schlüssel ändern.',
    ],
    keyNotVerified: ({ service, code }) => [
      `Ob ${service} den Schlüssel annimmt, war nicht festzustellen. ${errors[code][0]}`,
    ],
    serviceRefusesKey: ({ service }) => [`${service} nimmt diesen Schlüssel nicht an.`],
    postmanRefusesKey: ({ service }) => [
      `${service} nimmt diesen Schlüssel nicht an.`,
      'Ihn auf der Seite für API-Schlüssel bei Postman prüfen. Ein Schlüssel der EU-Region gehört zum Dienst Postman API (EU).',
    ],
    serviceNameInvalid: () => [
      'Ein Name hat keine Zeilenumbrüche, Steuerzeichen oder kaputten Zeichen.',
      'Den Namen erneut eingeben.',
    ],
    headerCannotCarry: ({ header }) => [
      `Der Header ${header} hat in HTTP eine eigene Bedeutung und kann keinen Schlüssel tragen.`,
      'Den Header nennen, aus dem die API ihren Schlüssel liest, etwa X-API-Key.',
    ],
    baseUrlInvalid: () => [
      'Dies ist keine URL mit http oder https.',
      'Sie in der Form https://api.example.com/v1 eingeben.',
    ],
    baseUrlHoldsMore: () => [
      'Eine Basis-URL hat weder Benutzernamen noch Passwort, Abfrage oder Fragment.',
      'Es entfernen; Keyfob fügt den Header des Schlüssels selbst hinzu.',
    ],
    baseUrlNotBound: ({ origin }) => [
      `Der eigene Ursprung ${origin} der Basis-URL ist nicht unter den Ursprüngen, deshalb würden ihm seine Schlüssel vorenthalten.`,
      `${origin} den Ursprüngen hinzufügen oder die Basis-URL ändern.`,
    ],
    checkUrlInvalid: () => [
      'Dies ist keine URL mit http oder https.',
      'Sie in der Form https://api.example.com/v1/me eingeben.',
    ],
    checkUrlHoldsMore: () => [
      'Eine Prüf-URL hat weder Benutzernamen noch Passwort, Abfrage oder Fragment.',
      'Es entfernen; der Schlüssel kommt in seinen Header.',
    ],
    checkUrlNotBound: ({ origin }) => [
      `${origin} ist nicht unter den Ursprüngen, deshalb wird kein Schlüssel dorthin gesendet.`,
      'Eine Prüf-URL an einem der Ursprünge angeben.',
    ],
    lostSecret: () => [
      'Das Geheimnis dieses Schlüssels wurde mit einem Hauptschlüssel versiegelt, der nur im Speicher lag und weg ist.',
      'Den Schlüssel erneuern oder löschen.',
    ],
    fieldMissing: () => ['Ein Feld fehlt.'],
    fieldOfOtherKind: () => ['Ein Feld ist von der falschen Art.'],
    fieldTooLarge: ({ most }) => [`Ein Feld ist zu groß; die Grenze ist ${most}.`],
    fieldTooSmall: ({ least }) => [`Ein Feld ist zu klein; das Mindeste ist ${least}.`],
    fieldUnknown: () => ['Ein Feld ist diesem Befehl nicht bekannt.'],
  };
}
