import type { ActivityKind } from '../../shared/domain/activity.ts';
import type { ActivityTexts } from '../../shared/domain/activity-text.ts';
import type { WithheldReason } from '../../shared/domain/signing-decision.ts';
import { german } from '../../shared/texts/de/german.ts';
import { activityTexts } from '../../shared/texts/en/activity.ts';
import { speakEnglish, speakGerman } from '../../shared/texts/speech.ts';

/** A person searches for what they read, in whichever language that was. */
function everyLanguage(): readonly ActivityTexts[] {
  return [speakEnglish('en'), speakGerman('de', german)].map((speech) => speech.textsOf(activityTexts));
}

/** The kinds whose title holds this word, ignoring case. */
export function kindsTitled(word: string): readonly ActivityKind[] {
  return namesOf(
    everyLanguage().map(({ titles }) => titles),
    word,
  );
}

/** The reasons for withholding whose text holds this word, ignoring case. */
export function reasonsSaying(word: string): readonly WithheldReason[] {
  return namesOf(
    everyLanguage().map(({ withheld }) => withheld),
    word,
  );
}

function namesOf<Name extends string>(
  tables: readonly Readonly<Record<Name, string>>[],
  word: string,
): readonly Name[] {
  const wanted = word.toLowerCase();
  const found = new Set<Name>();
  for (const table of tables) {
    for (const name in table) if (table[name].toLowerCase().includes(wanted)) found.add(name);
  }
  return [...found];
}
