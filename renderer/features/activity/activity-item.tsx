import {
  Ban,
  CalendarClock,
  CirclePause,
  CirclePlay,
  Clipboard,
  Eraser,
  Eye,
  FileDown,
  FileUp,
  FileWarning,
  Hourglass,
  KeyRound,
  Link2,
  PenLine,
  Plus,
  RefreshCw,
  Send,
  ShieldAlert,
  ShieldBan,
  ShieldCheck,
  ShieldOff,
  Star,
  TimerOff,
  Trash2,
  Undo2,
  Unlink2,
  type LucideIcon,
} from 'lucide-react';
import type { ActivityEntry, ActivityKind } from '../../../shared/domain/activity.ts';
import { activityDetail } from '../../../shared/domain/activity-text.ts';
import styles from './activity-item.module.css';
import { activityTexts } from '../../../shared/texts/en/activity.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';

const icons = {
  generated: KeyRound,
  added: Plus,
  revealed: Eye,
  copied: Clipboard,
  sent: Send,
  withheld: ShieldBan,
  regenerated: RefreshCw,
  replaced: RefreshCw,
  exposed: ShieldAlert,
  'grace-ended': TimerOff,
  'old-key-forgotten': Eraser,
  renamed: PenLine,
  'expiration-set': CalendarClock,
  'made-default': Star,
  disabled: CirclePause,
  enabled: CirclePlay,
  'made-read-only': ShieldCheck,
  'made-writable': ShieldOff,
  expired: Hourglass,
  deleted: Trash2,
  revoked: Ban,
  exported: FileDown,
  'exposed-found': FileWarning,
  imported: FileUp,
  'import-undone': Undo2,
  'origin-added': Link2,
  'origin-removed': Unlink2,
} as const satisfies Record<ActivityKind, LucideIcon>;

const ended: readonly ActivityKind[] = ['expired', 'deleted', 'revoked'];

function toneOf(kind: ActivityKind): 'neutral' | 'warn' | 'danger' {
  if (kind === 'withheld') return 'warn';
  return ended.includes(kind) ? 'danger' : 'neutral';
}

/** One thing that happened. */
export function ActivityItem({ entry }: { readonly entry: ActivityEntry }) {
  const texts = useTexts(activityTexts);
  const formats = useFormats();
  const { at, apiKeyId, apiKeyName, others, event } = entry;
  const Icon = icons[event.kind];
  const detail = activityDetail(event, texts, formats.dateTime);
  const more = others > 0 ? texts.andOthers(others) : '';
  return (
    <div className={styles.item} data-tone={toneOf(event.kind)}>
      <Icon className={styles.icon} aria-hidden="true" />
      <span className={styles.title}>{texts.titles[event.kind]}</span>
      <span className={styles.key} title={`${apiKeyName} ${more}`.trim()}>
        {apiKeyId === null ? (
          <span className={styles.all}>{texts.allKeys}</span>
        ) : (
          <bdi className={styles.name} dir="auto">
            {apiKeyName}
          </bdi>
        )}
        {more !== '' && <span className={styles.all}> {more}</span>}
      </span>
      <span className={styles.detail} title={detail} dir="auto">
        {detail}
      </span>
      <time className={styles.time} dateTime={new Date(at).toISOString()} title={formats.dateTime(at)}>
        {formats.exactTime(at)}
      </time>
    </div>
  );
}
