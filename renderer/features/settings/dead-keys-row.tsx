import type { DeadKeyListState } from '../../../shared/domain/diagnostics.ts';
import { diagnosticsTexts } from '../../../shared/texts/en/diagnostics.ts';
import { useFormats, useTexts } from '../../language/speech-context.ts';
import { Tag } from '../../ui/tag.tsx';
import { SettingRow } from './setting-row.tsx';

/** What became of the list that keeps ended keys dead, and what to do where it is not well. */
export function DeadKeysRow({ state }: { readonly state: DeadKeyListState }) {
  const { deadKeys: texts } = useTexts(diagnosticsTexts);
  const formats = useFormats();
  if (!state.isWritten) {
    return (
      <SettingRow title={texts.title} description={texts.notWrittenDescription}>
        <Tag tone="danger">{texts.notWritten}</Tag>
      </SettingRow>
    );
  }
  if (state.setAsideAt !== null) {
    const time = formats.dateTime(state.setAsideAt);
    return (
      <SettingRow title={texts.title} description={texts.setAsideDescription(time)}>
        <Tag tone="warn">{texts.setAside}</Tag>
      </SettingRow>
    );
  }
  return (
    <SettingRow title={texts.title} description={texts.description}>
      <Tag tone="good">{texts.written}</Tag>
    </SettingRow>
  );
}
