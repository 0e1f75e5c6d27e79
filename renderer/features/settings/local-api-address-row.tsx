import type { LocalApiState } from '../../../shared/domain/local-api-state.ts';
import { useCopyText } from '../../app/use-copy-text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import type { ShapeOf } from '../../../shared/texts/define-texts.ts';
import { settingsTexts } from '../../../shared/texts/en/settings.ts';
import { useTexts } from '../../language/speech-context.ts';

/** Where it answers, and why on another port than usual. */
export function LocalApiAddressRow({ state }: { readonly state: LocalApiState }) {
  const { localApi: texts } = useTexts(settingsTexts);
  const copyText = useCopyText();
  const isRunning = state.kind === 'running';
  return (
    <SettingRow
      title={isRunning ? <span className={styles.address}>{state.url}</span> : texts.address}
      description={isRunning ? portText(state, texts) : texts.noAddress}
    >
      <CopyButton
        size="small"
        label={texts.copyAddress}
        isDisabled={!isRunning}
        onCopy={() => (isRunning ? copyText(state.url) : Promise.resolve(false))}
      />
    </SettingRow>
  );
}

function portText(
  { port, preferredPort, preferredPortRefusal }: Extract<LocalApiState, { kind: 'running' }>,
  texts: ShapeOf<typeof settingsTexts>['localApi'],
): string {
  return preferredPortRefusal === null
    ? texts.baseUrl
    : texts.otherPort(preferredPort, port, preferredPortRefusal);
}
