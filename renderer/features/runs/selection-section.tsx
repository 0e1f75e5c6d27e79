import { ListOrdered } from 'lucide-react';
import { useMemo, useState } from 'react';
import { arranged, type RunSelection } from '../../../shared/domain/run-selection.ts';
import { runSetUpTexts } from '../../../shared/texts/en/run-set-up.ts';
import { useTexts } from '../../language/speech-context.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import type { PlacedRequest } from './run-places.ts';
import { SelectionList } from './selection-list.tsx';

interface SelectionSectionProps {
  /** Those of the place, in the collection's order. */
  readonly requests: readonly PlacedRequest[];
  readonly selection: RunSelection | undefined;
  readonly onChange: (selection: RunSelection | undefined) => void;
}

/** How many requests are sent and in which order, and a list to say which. */
export function SelectionSection({ requests, selection, onChange }: SelectionSectionProps) {
  const texts = useTexts(runSetUpTexts).selection;
  const [isOpen, setIsOpen] = useState(selection !== undefined);
  const there = useMemo(() => requests.map(({ id }) => id), [requests]);
  const sequence = useMemo(() => {
    const byId = new Map(requests.map((request) => [request.id, request]));
    return arranged(there, selection?.order ?? null).flatMap((id) => byId.get(id) ?? []);
  }, [requests, there, selection?.order]);
  const leftOut = useMemo(() => new Set(selection?.leftOut), [selection?.leftOut]);
  const sent = there.filter((id) => !leftOut.has(id)).length;
  const isReordered = sequence.some(({ id }, index) => there[index] !== id);
  const description =
    sent === there.length
      ? texts.all(there.length, isReordered)
      : texts.some(sent, there.length, isReordered);
  return (
    <Section
      title={texts.title}
      description={description}
      actions={
        <Button
          icon={<ListOrdered />}
          aria-expanded={isOpen}
          onPress={() => {
            setIsOpen((before) => !before);
          }}
        >
          {texts.open}
        </Button>
      }
    >
      {isOpen && <SelectionList there={there} requests={sequence} leftOut={leftOut} onChange={onChange} />}
    </Section>
  );
}
