import { useState } from 'react';
import type { RequestDraft } from '../../../shared/domain/http-request.ts';
import { requestsTexts } from '../../../shared/texts/en/requests.ts';
import { useTexts } from '../../language/speech-context.ts';
import { VariableTextField } from '../../ui/variables/variable-text-field.tsx';
import { areSameUrlParts, joinUrl, splitUrl, type UrlParts } from './url-query.ts';

interface UrlFieldProps {
  readonly draft: Pick<RequestDraft, 'url' | 'params'>;
  readonly onChange: (change: UrlParts) => void;
  readonly onSend: () => void;
}

/** The whole address. What is typed of its query becomes rows of Params, and rows that change there show here. */
export function UrlField({ draft, onChange, onSend }: UrlFieldProps) {
  const texts = useTexts(requestsTexts);
  const [typed, setTyped] = useState<string | null>(null);
  // As it was typed, for as long as it says what the draft says; else it would be rewritten under the person's hands.
  const isTyped = typed !== null && areSameUrlParts(splitUrl(typed), draft);
  return (
    <VariableTextField
      label="URL"
      placeholder={texts.bar.urlExample}
      value={isTyped ? typed : joinUrl(draft)}
      maxLength={60_000}
      onValueChange={(text) => {
        setTyped(text);
        onChange(splitUrl(text, draft.params));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) onSend();
      }}
    />
  );
}
