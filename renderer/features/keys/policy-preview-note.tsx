import type { PolicyPreview, ShortenedKey } from '../../../shared/domain/key-policy.ts';
import styles from './policy-preview-note.module.css';
import { keyDialogsTexts, type KeyDialogsTexts } from '../../../shared/texts/en/key-dialogs.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

/** Which keys end sooner when the settings are saved, when, and why. */
export function PolicyPreviewNote({ preview }: { readonly preview: PolicyPreview }) {
  const texts = useTexts(keyDialogsTexts);
  const formats = useFormats();
  const { shortened, count } = preview;
  if (count === 0) return null;
  return (
    <section className={styles.note} aria-label={texts.policyPreviewNote.title}>
      <p className={styles.title} role="status">
        {titleOf(preview, texts)}
      </p>
      {/* Scrolls, so the keyboard has to reach it. */}
      <ul className={styles.list} tabIndex={0} aria-label={texts.policyPreviewNote.title}>
        {shortened.map((key) => (
          <li key={key.id} className={styles.item}>
            <span className={styles.name} dir="auto">
              {key.name}
            </span>
            <span
              className={styles.end}
              data-at-once={key.isAtOnce || undefined}
              title={formats.dateTime(key.endsAt)}
            >
              {endText(key, texts)}
            </span>
          </li>
        ))}
        {count > shortened.length && (
          <li className={styles.item}>{texts.policyPreviewNote.more(count - shortened.length)}</li>
        )}
      </ul>
    </section>
  );
}

function titleOf(
  { count, atOnceCount }: PolicyPreview,
  { policyPreviewNote: texts }: KeyDialogsTexts,
): string {
  return atOnceCount === 0 ? texts.sooner(count) : texts.soonerAtOnce(count, atOnceCount);
}

function endText({ endsAt, endsNowAt, rule, isAtOnce }: ShortenedKey, texts: KeyDialogsTexts): string {
  const { atOnce, endsOn, neverUntilNow, untilNow } = texts.policyPreviewNote;
  const end = isAtOnce ? atOnce : endsOn(endsAt);
  const before = endsNowAt === null ? neverUntilNow : untilNow(endsNowAt);
  return `${end} (${before}): ${texts.common.endRule(rule)}`;
}
