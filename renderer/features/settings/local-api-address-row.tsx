import type { LocalApiState } from '../../../shared/domain/local-api-state.ts';
import { useCopyText } from '../../app/use-copy-text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

/** Where it answers, and why on another port than usual. */
export function LocalApiAddressRow({ state }: { readonly state: LocalApiState }) {
  const copyText = useCopyText();
  const isRunning = state.kind === 'running';
  return (
    <SettingRow
      title={isRunning ? <span className={styles.address}>{state.url}</span> : 'Address'}
      description={isRunning ? portText(state) : 'It has an address while it runs.'}
    >
      <CopyButton
        size="small"
        label="Copy address"
        isDisabled={!isRunning}
        onCopy={() => (isRunning ? copyText(state.url) : Promise.resolve(false))}
      />
    </SettingRow>
  );
}

function portText({
  port,
  preferredPort,
  preferredPortRefusal,
}: Extract<LocalApiState, { kind: 'running' }>): string {
  const use = 'Use it as the base URL in other programs on this computer.';
  if (preferredPortRefusal === null) return use;
  const reason =
    preferredPortRefusal === 'in-use'
      ? 'is in use by another program'
      : 'may not be used, as the system says';
  return `Port ${String(preferredPort)} ${reason}, so it took ${String(port)}. ${use}`;
}
