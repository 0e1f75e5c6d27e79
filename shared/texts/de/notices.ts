import type { ShapeOf } from '../define-texts.ts';
import type { noticesTexts } from '../en/notices.ts';
import type { Formats } from '../formats.ts';
import { endRuleIn } from './keys.ts';

export function notices(f: Formats): ShapeOf<typeof noticesTexts> {
  const endRule = endRuleIn(f);
  return {
    ends: {
      one: (name, days) =>
        `„${name}“ läuft in ${f.plural(days, { one: '1 Tag', other: `${f.number(days)} Tagen` })} ab`,
      on: (endsAt, rule) => `Am ${f.longDate(endsAt)}.${rule === null ? '' : ` ${endRule(rule)}.`}`,
      several: (count) => `${f.number(count)} API-Schlüssel laufen bald ab`,
      names: (names, more, first) =>
        `${names.map((name) => `„${name}“`).join(', ')} und ${f.number(more)} weitere; der erste am ${f.longDate(first)}.`,
    },
    copied: {
      key: (name, lastFour) => `„${name}“ kopiert${lastFour}`,
      clears: (seconds) => `In ${f.number(seconds)} Sekunden verschwindet er aus der Zwischenablage.`,
      accessUrl: (collection) => `Zugriffs-URL von „${collection}“ kopiert`,
      keepSafe: 'Wer sie hat, kann die Sammlung lesen. Nicht öffentlich einfügen.',
    },
    usage: {
      month: (service, level) => `${service}: ${f.number(level)} % der Aufrufe des Monats sind verbraucht`,
      minute: (service, level) => `${service}: ${f.number(level)} % des Limits der Minute sind verbraucht`,
      window: (service, level) => `${service}: ${f.number(level)} % des derzeitigen Limits sind verbraucht`,
      monthShare: (used, limit) =>
        `${f.number(used)} von ${f.number(limit)}. „Nutzung“ zeigt, was übrig ist.`,
      share: (used, limit) =>
        `${f.number(used)} von ${f.number(limit)}. Weitere Aufrufe können abgelehnt werden, bis es neu beginnt.`,
      usedUp: (service) => `${service}: Die Aufrufe des Monats sind verbraucht`,
      noMore: (endsAt) =>
        `Keyfob sendet von selbst keine mehr. ${
          endsAt === null
            ? 'Wann das endet, ist nicht bekannt.'
            : `Es endet wohl am ${f.utcDate(endsAt)}, wenn der nächste Monat beginnt (UTC).`
        }`,
    },
  };
}
