import { endRuleText, type EndRule } from '../../domain/key-policy.ts';
import { defineTexts, type ShapeOf } from '../define-texts.ts';

/** What notifications say about keys and usage; those about the window itself are among the desktop's. */
export const noticesTexts = defineTexts('notices', (f) => ({
  ends: {
    one: (name: string, days: number) =>
      `“${name}” ends in ${f.plural(days, { one: '1 day', other: `${f.number(days)} days` })}`,
    on: (endsAt: number, rule: EndRule | null) =>
      `On ${f.longDate(endsAt)}.${rule === null ? '' : ` ${endRuleText(rule)}.`}`,
    several: (count: number) => `${f.number(count)} API keys end soon`,
    names: (names: readonly string[], more: number, first: number) =>
      `${names.map((name) => `“${name}”`).join(', ')} and ${f.number(more)} more; the first on ${f.longDate(first)}.`,
  },
  copied: {
    key: (name: string, lastFour: string) => `Copied “${name}”${lastFour}`,
    clears: (seconds: number) => `It leaves the clipboard in ${f.number(seconds)} seconds.`,
    accessUrl: (collection: string) => `Copied the access URL of “${collection}”`,
    keepSafe: 'Whoever has it can read the collection. Do not paste it in public.',
  },
  usage: {
    month: (service: string, level: number) =>
      `${service}: ${f.number(level)} % of the month’s calls are used`,
    minute: (service: string, level: number) =>
      `${service}: ${f.number(level)} % of the minute’s limit is used`,
    window: (service: string, level: number) =>
      `${service}: ${f.number(level)} % of the present limit is used`,
    monthShare: (used: number, limit: number) =>
      `${f.number(used)} of ${f.number(limit)}. See Usage for what is left.`,
    share: (used: number, limit: number) =>
      `${f.number(used)} of ${f.number(limit)}. Further calls may be refused until it starts anew.`,
    usedUp: (service: string) => `${service}: the month’s calls are used up`,
    noMore: (endsAt: number | null) =>
      `Keyfob sends no more of them by itself. ${
        endsAt === null
          ? 'When that ends is not known.'
          : `It may end on ${f.utcDate(endsAt)}, when the next month starts (UTC).`
      }`,
  },
}));

export type NoticesTexts = ShapeOf<typeof noticesTexts>;
