import { useState } from 'react';
import type { VariableRow } from '../../../../shared/domain/collection.ts';
import { bindableOriginSchema } from '../../../../shared/domain/origin.ts';
import { useCommandQuery } from '../../../bridge/use-command-query.ts';
import { type TypedSecret, typedVariables } from '../saving/typed-secrets.ts';
import type { TreeNode } from '../tree/tree-nodes.ts';

export interface TypedVariables {
  /** What is asked about now; none while nothing is. */
  readonly secrets: readonly TypedSecret[];
  readonly rows: readonly VariableRow[];
  /** Where they may go once they are sealed, as far as the collection says where its requests go. */
  readonly origins: readonly string[];
  /** Asks about variables that look like secrets and are not in the file; whether there are any. */
  readonly ask: () => boolean;
  readonly dismiss: () => void;
}

export function useTypedVariables(node: TreeNode, rows: readonly VariableRow[]): TypedVariables {
  const [secrets, setSecrets] = useState<readonly TypedSecret[]>([]);
  const collection = node.kind === 'collection' ? node.collection : null;
  const services = useCommandQuery('services.list', {}, { isEnabled: secrets.length > 0 });
  const serviceId = collection?.serviceId ?? null;
  const service = services.kind === 'loaded' ? services.value.find(({ id }) => id === serviceId) : undefined;
  return {
    secrets,
    rows,
    origins: serviceId === null ? originOf(rows) : (service?.origins ?? []),
    ask: () => {
      const found = typedVariables(rows, collection?.variables ?? []);
      setSecrets(found);
      return found.length > 0;
    },
    dismiss: () => {
      setSecrets([]);
    },
  };
}

/** The one origin that the variables name, such as that of `baseUrl`; none where they name several. */
function originOf(rows: readonly VariableRow[]): readonly string[] {
  const named = rows.flatMap(({ value }) => {
    const origin = URL.canParse(value) ? bindableOriginSchema.safeParse(new URL(value).origin) : null;
    return origin?.success === true ? [origin.data] : [];
  });
  const origins = [...new Set(named)];
  return origins.length === 1 ? origins : [];
}
