import { Code } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { OpenRequest } from '../open-request.ts';
import { SnippetDialog } from './snippet-dialog.tsx';
import { collectionsTexts } from '../../../../shared/texts/en/collections.ts';
import { useTexts } from '../../../language/speech-context.ts';

/** Opens the request as code. */
export function SnippetButton({ request }: { readonly request: OpenRequest }) {
  const texts = useTexts(collectionsTexts);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        label={texts.snippet.title}
        icon={<Code />}
        size="small"
        isDisabled={request.draft.url.trim() === ''}
        onPress={() => {
          setIsOpen(true);
        }}
      />
      {isOpen && (
        <SnippetDialog
          request={request}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}
