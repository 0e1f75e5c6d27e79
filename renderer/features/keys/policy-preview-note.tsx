import { endRuleText, type PolicyPreview, type ShortenedKey } from '../../../shared/domain/key-policy.ts';
import { formatDateTime, formatLongDate } from '../../ui/format-time.ts';
import styles from './policy-preview-note.module.css';

/** Which keys end sooner when the settings are saved, when, and why. */
export function PolicyPreviewNote({ preview }: { readonly preview: PolicyPreview }) {
  const { shortened, count } = preview;
  if (count === 0) return null;
  return (
    <section className={styles.note} aria-label="Keys that end sooner">
      <p className={styles.title} role="status">
        {titleOf(preview)}
      </p>
      {/* Scrolls, so the keyboard has to reach it. */}
      <ul className={styles.list} tabIndex={0} aria-label="Keys that end sooner">
        {shortened.map((key) => (
          <li key={key.id} className={styles.item}>
            <span className={styles.name} dir="auto">
              {key.name}
            </span>
            <span
              className={styles.end}
              data-at-once={key.isAtOnce || undefined}
              title={formatDateTime(key.endsAt)}
            >
              {endText(key)}
            </span>
          </li>
        ))}
        {count > shortened.length && <li className={styles.item}>and {count - shortened.length} more</li>}
      </ul>
    </section>
  );
}

function titleOf({ count, atOnceCount }: PolicyPreview): string {
  const keys = count === 1 ? '1 key ends sooner' : `${String(count)} keys end sooner`;
  return atOnceCount === 0 ? `${keys} when you save.` : `${keys}, ${String(atOnceCount)} of them at once.`;
}

function endText({ endsAt, endsNowAt, rule, isAtOnce }: ShortenedKey): string {
  const end = isAtOnce ? 'Ends at once' : `Ends ${formatLongDate(endsAt)}`;
  const before = endsNowAt === null ? 'never until now' : `${formatLongDate(endsNowAt)} until now`;
  return `${end} (${before}): ${endRuleText(rule)}`;
}
