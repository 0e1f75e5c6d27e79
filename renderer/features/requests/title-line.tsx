import { RotateCcw, Save } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { isBuiltIn, isEdited, type OpenRequest } from './open-request.ts';
import { SnippetButton } from './exports/snippet-button.tsx';
import type { Saving } from './saving/use-saving.ts';
import styles from './title-line.module.css';
import type { Workbench } from './workbench.ts';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useTexts } from '../../language/speech-context.ts';

interface TitleLineProps {
  readonly request: OpenRequest;
  /** Where it is saved, such as "Postman API / User"; `null` when nowhere. */
  readonly place: string | null;
  readonly workbench: Workbench;
  readonly saving: Saving;
}

/** What the request is called, where it stands, and whether that is saved. */
export function TitleLine({ request, place, workbench, saving }: TitleLineProps) {
  const texts = useTexts(requestsTexts);
  const isChanged = isEdited(request);
  return (
    <div className={styles.title}>
      <h2 className={styles.name}>
        {place !== null && <span className={styles.place}>{place} / </span>}
        {request.draft.name === '' ? texts.title.newRequest : request.draft.name}
        {isChanged && (
          <span
            className={styles.dot}
            role="img"
            aria-label={texts.title.edited}
            title={texts.title.edited}
          />
        )}
      </h2>
      <div className={styles.actions}>
        <SnippetButton request={request} />
        {isChanged && (
          <Button size="small" variant="quiet" icon={<RotateCcw />} onPress={workbench.reset}>
            {texts.title.reset}
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          icon={<Save />}
          isDisabled={!isChanged && request.source.kind === 'saved' && !isBuiltIn(request)}
          onPress={() => {
            saving.save(request.key);
          }}
        >
          {isBuiltIn(request) ? texts.title.saveCopy : texts.title.save}
        </Button>
      </div>
    </div>
  );
}
