import type { KeyPolicies } from '../../domain/key-policy.ts';
import type { ShapeOf } from '../define-texts.ts';
import type { movingTexts } from '../en/moving.ts';
import type { Formats } from '../formats.ts';

export function moving(f: Formats): ShapeOf<typeof movingTexts> {
  const keys = (count: number) => `${f.number(count)} Schlüssel`;
  const services = (count: number) =>
    f.plural(count, { one: '1 Dienst', other: `${f.number(count)} Dienste` });
  const variables = (count: number) =>
    f.plural(count, { one: '1 geheime Variable', other: `${f.number(count)} geheime Variablen` });
  const profiles = (count: number) =>
    f.plural(count, { one: '1 Profil', other: `${f.number(count)} Profile` });
  const days = (count: number) => f.plural(count, { one: '1 Tag', other: `${f.number(count)} Tagen` });
  const policyParts = ({ user, team }: KeyPolicies) => [
    ...(user.defaultLifetimeDays === null
      ? []
      : [`neue Schlüssel laufen nach ${days(user.defaultLifetimeDays)} ab`]),
    ...(user.maximumLifetimeDays === null ? [] : [`Höchstlebensdauer von ${days(user.maximumLifetimeDays)}`]),
    ...(user.idleDays === null ? [] : [`Ablauf nach ${days(user.idleDays)} ohne Nutzung`]),
    ...(team.maximumLifetimeDays === null
      ? []
      : [`Höchstlebensdauer des Teams von ${days(team.maximumLifetimeDays)}`]),
    ...(team.idleDays === null ? [] : [`Ablauf im Team nach ${days(team.idleDays)} ohne Nutzung`]),
    ...(team.generation === 'admins' ? ['nur Admins erzeugen Schlüssel'] : []),
    ...(team.isUserPolicyAllowed ? [] : ['nur die Regeln des Teams gelten']),
  ];
  return {
    title: 'Schlüssel und Dienste als Datei',
    description:
      'Für einen anderen Computer oder als eigene Sicherung: Schlüssel, Dienste, geheime Variablen, Profile und die Regeln für Schlüssel. Werte sind nur unter einer Passphrase enthalten. Sammlungen und Umgebungen liegen bereits als Dateien in ihrem Ordner.',
    progress: 'Fortschritt',
    progressText: (done, total) => `${f.number(done)} von ${f.number(total)} Werten`,
    restore: 'Wiederherstellen …',
    export: 'Exportieren …',
    passphrase: 'Passphrase der Datei',
    exporting: {
      title: 'Schlüssel und Dienste exportieren',
      what: 'Was exportiert wird',
      with: 'Mit Werten, unter einer Passphrase',
      withHint:
        'Um die Schlüssel auf einem anderen Computer zu verwenden. Ohne die Passphrase kann niemand die Datei öffnen.',
      without: 'Ohne Werte',
      withoutHint:
        'Eine für alle lesbare Liste von Namen, Diensten und Daten. Schlüssel lassen sich daraus nicht wiederherstellen.',
      notInIt: 'Nicht enthalten: Schlüssel anderer Teammitglieder, Zugriffsschlüssel, Verlauf und Aktivität.',
      done: (count, fileName) => `${keys(count)} nach ${fileName} exportiert.`,
      unopened: (count) =>
        f.plural(count, {
          one: '1 Wert ließ sich nicht öffnen und ist nicht enthalten.',
          other: `${f.number(count)} Werte ließen sich nicht öffnen und sind nicht enthalten.`,
        }),
    },
    restoring: {
      title: 'Export wiederherstellen',
      choose: 'Datei auswählen …',
      explanation:
        'Zuerst ist zu sehen, was hinzukäme. Vorhandenes bleibt unverändert, und ein hier gelöschter Schlüssel kommt nicht zurück.',
      passphraseHint: 'Bei einem Export ohne Werte leer lassen.',
      restoreServices: 'Dienste wiederherstellen',
      restoreRest: 'Wiederherstellen',
      restoreKeys: (count) => `${keys(count)} wiederherstellen`,
      done: (restored) => {
        const parts = [
          ...(restored.keys > 0 ? [keys(restored.keys)] : []),
          ...(restored.services > 0 ? [services(restored.services)] : []),
          ...(restored.variables > 0 ? [variables(restored.variables)] : []),
          ...(restored.profiles > 0 ? [profiles(restored.profiles)] : []),
          ...(restored.hasPolicies ? ['Regeln für Schlüssel'] : []),
        ];
        return parts.length === 0
          ? 'Es wurde nichts wiederhergestellt.'
          : `${f.list(parts)} wiederhergestellt.`;
      },
      services: 'Dienste des Exports',
      keys: 'Schlüssel des Exports',
      variables: 'Geheime Variablen des Exports',
      profiles: 'Profile des Exports',
      policies: 'Regeln für Schlüssel des Exports',
      policyTitle: 'Regeln für Schlüssel',
      policyParts: (policies) => f.list(policyParts(policies)),
      more: (count) => `Und ${f.number(count)} weitere.`,
      ofEnvironment: (name) =>
        name === null ? 'Aus einer Umgebung, deren Datei nicht vorhanden war' : `Aus der Umgebung ${name}`,
      variableMayGoTo: (origins) =>
        origins.length === 0 ? 'Darf noch nirgendwohin gehen' : `Darf gehen an ${origins.join(', ')}`,
      alsoMayGoTo: (origins) => `Auch an ${origins.join(', ')}`,
      mayGoTo: (origins) => `Schlüssel dürfen gehen an ${origins.join(', ')}`,
      noKey: 'Kein Schlüssel enthalten.',
      columns: { name: 'Name', key: 'Schlüssel', service: 'Dienst', outcome: 'Ergebnis' },
      keyOutcomes: {
        new: 'Kommt hinzu',
        here: 'Vorhanden',
        'deleted-here': 'Hier gelöscht',
        'without-value': 'Ohne Wert',
        'without-service': 'Ohne Dienst',
      },
      serviceOutcomes: {
        new: 'Kommt hinzu',
        here: 'Vorhanden, bleibt unverändert',
        removed: 'Hier entfernt',
      },
      variableOutcomes: {
        new: 'Kommt hinzu',
        here: 'Vorhanden, bleibt unverändert',
        'without-value': 'Ohne Wert',
        'is-key': 'Ist ein API-Schlüssel, ausgelassen',
      },
      profileOutcomes: {
        new: 'Kommt hinzu',
        here: 'Vorhanden, bleibt unverändert',
        'without-keys': 'Keiner der Schlüssel ist vorhanden',
        'too-many': 'Es gibt bereits 50',
      },
      policyOutcomes: {
        new: 'Werden gesetzt',
        here: 'Vorhandene bleiben',
        'would-end-keys': 'Ausgelassen: würden Schlüssel beenden',
      },
    },
  };
}
