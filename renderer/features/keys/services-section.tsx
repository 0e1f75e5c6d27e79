import { Ellipsis, PenLine, Plus, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { Service } from '../../../shared/domain/service.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import { DeleteServiceDialog } from './delete-service-dialog.tsx';
import { ServiceDialog } from './service-dialog.tsx';
import styles from './services-section.module.css';
import { keysTexts } from '../../../shared/texts/en/keys.ts';
import { useTexts } from '../../language/speech-context.ts';

type ServiceDialogState =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit'; readonly service: Service }
  | { readonly kind: 'delete'; readonly service: Service };

interface ServicesSectionProps {
  readonly services: readonly Service[];
  readonly isLoading: boolean;
}

/** The APIs that take keys, and where each one's keys may go. */
export const ServicesSection = memo(function ServicesSection({ services, isLoading }: ServicesSectionProps) {
  const { services: texts } = useTexts(keysTexts);
  const [dialog, setDialog] = useState<ServiceDialogState | null>(null);
  return (
    <Section
      title={texts.title}
      description={texts.description}
      actions={
        <Button
          size="small"
          icon={<Plus />}
          onPress={() => {
            setDialog({ kind: 'add' });
          }}
        >
          {texts.add}
        </Button>
      }
    >
      <ul className={styles.list} aria-label={texts.title} aria-busy={isLoading || undefined}>
        {isLoading && (
          <li className={styles.row}>
            <Skeleton width="12rem" />
          </li>
        )}
        {services.map((service) => (
          <li key={service.id} className={styles.row}>
            <ServiceRow service={service} onOpen={setDialog} />
          </li>
        ))}
      </ul>
      <ServiceDialogs
        dialog={dialog}
        onClose={() => {
          setDialog(null);
        }}
      />
    </Section>
  );
});

interface ServiceRowProps {
  readonly service: Service;
  readonly onOpen: (dialog: ServiceDialogState) => void;
}

function ServiceRow({ service, onOpen }: ServiceRowProps) {
  const { services: texts } = useTexts(keysTexts);
  const { name, headerName, origins, keyCount, isBuiltIn } = service;
  return (
    <>
      <div className={styles.main}>
        <p className={styles.name}>
          <span className={styles.nameText} title={name} dir="auto">
            {name}
          </span>
          {isBuiltIn && <Tag>{texts.builtIn}</Tag>}
        </p>
        <p className={styles.origins} title={origins.join('\n')}>
          {origins.length === 0 ? texts.nowhere : origins.join(', ')}
        </p>
      </div>
      <span className={styles.header} title={texts.header}>
        {headerName}
      </span>
      <span className={styles.count}>{texts.keyCount(keyCount)}</span>
      <span className={styles.menu}>{!isBuiltIn && <ServiceMenu service={service} onOpen={onOpen} />}</span>
    </>
  );
}

function ServiceMenu({ service, onOpen }: ServiceRowProps) {
  const texts = useTexts(keysTexts);
  const hasKeys = service.keyCount > 0;
  return (
    <MenuButton
      label={texts.moreActionsFor(service.name)}
      tooltip={texts.menu.more}
      icon={<Ellipsis />}
      actions={[
        {
          id: 'edit',
          label: texts.menu.edit,
          icon: <PenLine />,
          onAction: () => {
            onOpen({ kind: 'edit', service });
          },
        },
        {
          id: 'delete',
          label: texts.menu.delete,
          icon: <Trash2 />,
          isDanger: true,
          isDisabled: hasKeys,
          description: hasKeys ? texts.services.deleteKeysFirst : undefined,
          onAction: () => {
            onOpen({ kind: 'delete', service });
          },
        },
      ]}
    />
  );
}

interface ServiceDialogsProps {
  readonly dialog: ServiceDialogState | null;
  readonly onClose: () => void;
}

function ServiceDialogs({ dialog, onClose }: ServiceDialogsProps) {
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'add':
      return <ServiceDialog service={null} onClose={onClose} />;
    case 'edit':
      return <ServiceDialog service={dialog.service} onClose={onClose} />;
    case 'delete':
      return <DeleteServiceDialog service={dialog.service} onClose={onClose} />;
    default:
      return assertNever(dialog);
  }
}
