import type { ShapeOf } from '../define-texts.ts';
import type { usageTexts } from '../en/usage.ts';
import type { Formats } from '../formats.ts';

export function usage(f: Formats): ShapeOf<typeof usageTexts> {
  return {
    calls: {
      days7: '7 Tage',
      days30: '30 Tage',
      days90: '90 Tage',
      title: 'Aufrufe pro Tag',
      description:
        'Gesendete Anfragen und Aufrufe, die Keyfob selbst gemacht hat. Ein Tag zählt in der Zeitzone, die dieser Computer beim Aufruf hatte.',
      shown: 'Was gezeigt wird',
      daysShown: 'Gezeigte Tage',
      key: 'Schlüssel',
      asTable: 'Als Tabelle zeigen',
      tryAgain: 'Erneut versuchen',
      allKeys: 'Alle Schlüssel',
      keyWithout: 'Ein Schlüssel ohne Aufrufe',
      summary: (calls, days, errors) =>
        `${f.plural(calls, { one: '1 Aufruf', other: `${f.number(calls)} Aufrufe` })} in ${f.plural(days, { one: '1 Tag', other: `${f.number(days)} Tagen` })}, ${f.number(errors)} mit Fehler oder ohne Antwort`,
      chart: (summary) =>
        `Aufrufe pro Tag nach Schlüssel: ${summary}. „Als Tabelle zeigen“ nennt die Zahlen.`,
      none: 'keine Aufrufe',
      keys: 'Schlüssel',
      table: 'Aufrufe pro Tag, als Tabelle',
      day: 'Tag',
      all: 'Alle',
      errors: 'Fehler oder keine Antwort',
    },
    series: {
      others: (count) => `${f.number(count)} weitere Schlüssel`,
      gone: 'Ein nicht mehr vorhandener Schlüssel',
      without: 'Ohne Schlüssel',
      before: 'Schlüssel vor der Aufbewahrung',
    },
    meters: {
      leftOver: (count) => `, ${f.number(count)} übrig`,
      aMonth: (limit) => ` ${f.number(limit)} im Monat.`,
      left: (count) => `${f.number(count)} übrig`,
      runs: 'Durchläufe von Sammlungen',
      storage: 'Dateispeicher (GB)',
      flows: 'Flow-Anfragen',
      mocks: 'Aufrufe von Mock-Servern',
      monitors: 'Anfragen von Monitoren',
      month: 'Aufrufe in diesem Monat',
      untilAnew: 'Aufrufe bis zum Neubeginn',
      minute: 'Aufrufe in dieser Minute',
      hour: 'Aufrufe in dieser Stunde',
      day: 'Aufrufe an diesem Tag',
      lists: (seconds) => `Einige Listen, je ${f.number(seconds)} Sekunden`,
      unnamed: 'Etwas ohne Namen',
      noLimit: 'Kein Limit',
      usedNoLimit: (used) => `${f.number(used)} verbraucht, kein Limit`,
      over: (over) => `, ${f.number(over)} darüber`,
      usedOf: (used, limit, over) => `${f.number(used)} von ${f.number(limit)} verbraucht${over}`,
      newMonth: (whole) => `Ein neuer Monat hat begonnen; noch nicht mitgeteilt.${whole}`,
      noneSince: 'Keine seit dem Neubeginn',
      noneNow: (limit) => `Derzeit keine: alle ${f.number(limit)} sind übrig`,
      usedUntold: (used) => `${f.number(used)} verbraucht; das Limit wurde nicht mitgeteilt`,
      notTold: 'Nicht mitgeteilt',
      atMost: (limit) => `Höchstens ${f.number(limit)}; was übrig ist, wurde nicht mitgeteilt`,
      anewInSeconds: (seconds) => `beginnt neu in ${f.number(seconds)} s`,
      anewInMinutes: (minutes) => `beginnt neu in ${f.number(minutes)} min`,
      nearly: 'Fast verbraucht',
      up: 'Verbraucht',
    },
    card: {
      endUnknown: 'Wann das endet, ist nicht bekannt.',
      endsAt: (at) => `Es kann am ${f.date(at)} enden, wenn der nächste Monat beginnt (UTC).`,
      limits: (serviceName) => `Limits von ${serviceName}`,
      refresh: 'Aktualisieren',
      key: (serviceName) => `Schlüssel von ${serviceName}`,
      locked: 'Schlüssel lassen sich derzeit nicht öffnen, der Dienst kann also nicht gefragt werden. ',
      refreshHint: 'Aktualisieren fragt mit GET /me, was als Aufruf zählt.',
      fromHeaders: 'Aus den Headern seiner Antworten gelesen; eigens fragen lässt er sich nicht.',
      noKey: 'Ohne Schlüssel lässt sich für niemanden fragen.',
      whenAdded: 'Beim Hinzufügen eines Schlüssels',
      unknown:
        'Die Limits sind noch nicht bekannt. Sie werden aus den Antworten auf Anfragen mit einem Schlüssel gelesen.',
      usedUp: 'Die Aufrufe des Monats sind verbraucht',
      usedUpSince: (since, end) =>
        `Das teilte der Dienst am ${f.dateTime(since)} mit. Anfragen mit seinen Schlüsseln werden vor dem Senden angehalten, sofern nicht eine trotzdem gesendet wird. ${end}`,
      guests:
        'Die Limits des Kontos erfährt dieser Schlüssel nicht: Gäste und Partner eines Teams bekommen sie nicht.',
      asOf: 'Stand:',
      addedThen: ', beim Hinzufügen eines Schlüssels',
      toldTo: ', mit dem Schlüssel',
    },
    usage: {
      title: 'Nutzung',
      description:
        'Was von den Limits jedes Dienstes übrig ist, wie er sie zuletzt mitteilte, und die Aufrufe mit jedem Schlüssel.',
      limits: 'Limits',
      limitsHint: 'Eine Warnung kommt einmal bei 80 % und einmal bei 95 % eines Monats oder einer Minute.',
      noLimits: 'Kein Dienst hat einen Schlüssel, und keiner hat seine Limits mitgeteilt.',
      nothing: 'Noch wurde nichts gezählt',
      newRequest: 'Neue Anfrage',
      nothingHint:
        'Hier wird jeder Aufruf mit einem Schlüssel nach Tagen gezählt, und die Limits aus der Antwort werden gezeigt. Vor der ersten Antwort sind Limits nicht bekannt.',
    },
  };
}
