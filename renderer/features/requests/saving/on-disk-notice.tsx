import { useEffect } from 'react';
import type { OpenedRequest } from '../../../../shared/domain/collection.ts';
import type { QueryState } from '../../../bridge/use-command-query.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { isEdited, type OpenRequest } from '../open-request.ts';
import type { Workbench } from '../workbench.ts';
import { rebased } from './draft-differences.ts';
import type { Saving } from './use-saving.ts';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useErrorWords, useTexts } from '../../../language/speech-context.ts';

interface OnDiskNoticeProps {
  readonly request: OpenRequest;
  readonly onDisk: QueryState<OpenedRequest> | null;
  readonly workbench: Workbench;
  readonly saving: Saving;
}

/** Says that an edited request changed in its file, or is gone from it. One that is not edited follows its file. */
export function OnDiskNotice({ request, onDisk, workbench, saving }: OnDiskNoticeProps) {
  const texts = useTexts(collectionsTexts);
  const wordsOf = useErrorWords();
  const { key } = request;
  const found = onDisk?.kind === 'loaded' ? onDisk.value : null;
  const isOther = found !== null && found.revision !== '' && found.revision !== request.revision;
  const followed = isOther ? followedDraft(request, found) : null;
  useEffect(() => {
    if (found !== null && followed !== null) workbench.follow(key, found, followed);
  }, [workbench, key, found, followed]);
  if (onDisk?.kind === 'failed' && onDisk.error.code === 'not-found') {
    return (
      <Banner
        tone="warn"
        title={texts.onDisk.gone}
        actions={
          <Button
            size="small"
            onPress={() => {
              saving.saveAs(key);
            }}
          >
            {texts.common.saveAs}
          </Button>
        }
      />
    );
  }
  if (!isOther || followed !== null) {
    const unsendable = found?.unsendable ?? null;
    return unsendable === null ? null : <Banner tone="warn" title={wordsOf(unsendable).message} />;
  }
  return (
    <Banner
      tone="warn"
      title={texts.onDisk.changed}
      actions={
        <Button
          size="small"
          onPress={() => {
            saving.askOnDisk(key);
          }}
        >
          {texts.onDisk.choose}
        </Button>
      }
    />
  );
}

/** The draft after what happened in the file, where nothing that was typed stands against it. */
function followedDraft(request: OpenRequest, found: OpenedRequest) {
  return isEdited(request) ? rebased(request, found.draft) : found.draft;
}
