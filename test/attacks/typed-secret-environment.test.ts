import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { BridgeContext } from '../../renderer/bridge/bridge-context.ts';
import { openRequest } from '../../renderer/features/requests/open-request.ts';
import { typedSecrets } from '../../renderer/features/requests/saving/typed-secrets.ts';
import { type KeepTyped, useKeepTyped } from '../../renderer/features/requests/saving/use-keep-typed.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { CommandName } from '../../shared/contract/contract.ts';
import type { EnvironmentRow } from '../../shared/domain/environment.ts';
import { emptyRequestDraft, type RequestDraft } from '../../shared/domain/http-request.ts';
import { closeAll, open } from '../support/closing.ts';
import { holds } from '../support/holds.ts';
import { valueOf } from '../support/results.ts';
import { wholeApp } from '../support/whole-app.ts';

afterEach(closeAll);

interface Listed {
  readonly activeId: string | null;
  readonly typedValuesId: string | null;
}

/** The app, with a file of somebody else's among the environments, and the question of Save as the window asks it. */
function arrange(name: string) {
  let questions = 0;
  const app = open(
    wholeApp({
      confirms: () => {
        questions += 1;
        return Promise.resolve(true);
      },
    }),
  );
  const folder = join(app.folder, 'Environments');
  mkdirSync(folder, { recursive: true });
  const file = {
    ...{ id: '11111111-1111-4111-8111-111111111111', name, _postman_variable_scope: 'environment' },
    ...{ _keyfob_typed_secrets: true, isForTypedValues: true },
    values: [{ key: 'baseUrl', value: 'http://127.0.0.1:9', enabled: true, type: 'default' }],
  };
  writeFileSync(join(folder, `${name}.postman_environment.json`), JSON.stringify(file));
  // The types of the contract: the app checks every input and output against it.
  const invoke = (command: CommandName, input: unknown) => app.invoke(command, input);
  const bridge = { invoke, on: () => () => undefined } as unknown as Bridge;
  let keep: KeepTyped | undefined;
  const Asking = () => {
    keep = useKeepTyped('Secrets');
    return null;
  };
  const keepTyped = async (draft: RequestDraft): Promise<RequestDraft | null> => {
    renderToString(createElement(BridgeContext, { value: bridge }, createElement(Asking)));
    const request = openRequest('tab-1', { kind: 'scratch' }, draft);
    return (await keep?.inRequest(request, typedSecrets(draft, null))) ?? null;
  };
  const list = async () => valueOf(await app.invoke('environments.list', {})) as Listed;
  const rowsOf = async (id: string) =>
    (valueOf(await app.invoke('environments.get', { id })) as { readonly rows: readonly EnvironmentRow[] })
      .rows;
  return {
    keepTyped,
    list,
    rowsOf,
    foreignId: `env:${name}.postman_environment.json`,
    questions: () => questions,
  };
}

const draft: RequestDraft = {
  ...{ ...emptyRequestDraft(), method: 'POST', keyChoice: { kind: 'none' }, url: '{{baseUrl}}/login' },
  headers: [{ name: 'X-Auth-Token', value: 'typed-canary-123456', isEnabled: true }],
};

describe('a file that says it is the environment for typed secrets', () => {
  it.each([['Team settings'], ['Secrets']])(
    '(%s) is given none, is not used, and does not say where one may go',
    holds('binding.typed-environment'),
    async (name) => {
      const { keepTyped, list, rowsOf, foreignId, questions } = arrange(name);
      expect(await list()).toMatchObject({ activeId: null, typedValuesId: null });

      const kept = await keepTyped(draft);
      expect(kept?.headers[0]?.value).toMatch(/^\{\{[\w-]+\}\}$/);
      const { activeId, typedValuesId } = await list();
      expect(typedValuesId).not.toBeNull();
      expect([activeId, typedValuesId]).not.toContain(foreignId);
      expect(await rowsOf(foreignId)).toHaveLength(1);
      expect(await rowsOf(typedValuesId ?? '')).toMatchObject([{ kind: 'hidden', origins: [] }]);
      expect(questions()).toBe(0);
    },
  );
});
