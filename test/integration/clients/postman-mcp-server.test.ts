import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { listItems, listWorkspaces } from '../../../electron/local-api/workspace-rows.ts';
import { installPostmanMcpServer, startPostmanMcp, type PostmanMcp } from '../../support/postman-mcp.ts';
import { INSTALL_LIMIT_MS } from '../../support/real-client.ts';
import { startRig, type Rig } from '../local-api/rig.ts';

let rig: Rig;
let home: string;
const started: PostmanMcp[] = [];

beforeAll(installPostmanMcpServer, INSTALL_LIMIT_MS);
beforeEach(async () => {
  rig = await startRig();
  home = await mkdtemp(join(tmpdir(), 'keyfob-mcp-'));
});
afterEach(async () => {
  for (const mcp of started.splice(0)) await mcp.close();
  await rig.close();
  await rm(home, { recursive: true, force: true });
});

async function mcpWith(secret: string): Promise<PostmanMcp> {
  const mcp = await startPostmanMcp({ baseUrl: rig.url, secret, home });
  started.push(mcp);
  return mcp;
}

it('Postman’s MCP server lists the user, the team, the workspaces, the collections and the environments', async () => {
  const mcp = await mcpWith(rig.addKey());
  expect(await mcp.toolNames()).toContain('getAuthenticatedUser');

  const workspace = listWorkspaces(rig.ledger)[0]?.id ?? '';
  const answers = {
    user: await mcp.call('getAuthenticatedUser'),
    users: await mcp.call('getTeamUsers'),
    workspaces: await mcp.call('getWorkspaces'),
    workspace: await mcp.call('getWorkspace', { workspaceId: workspace }),
    collections: await mcp.call('getCollections', { workspace }),
    environments: await mcp.call('getEnvironments', { workspace }),
  };

  expect(Object.values(answers).filter(({ isError }) => isError)).toEqual([]);
  expect(answers.user.text).toContain('"fullName": "Ada"');
  expect(answers.users.text).toContain('ada@localhost');
  expect(answers.workspaces.text).toContain(workspace);
  for (const { uid } of listItems(rig.ledger, 'local_collections')) {
    expect(answers.collections.text).toContain(uid);
  }
  expect(answers.environments.text).toContain('Keyfob sample environment');
});

it('Postman’s MCP server writes an environment, reads it back and deletes it', async () => {
  const mcp = await mcpWith(rig.addKey());
  const workspace = listWorkspaces(rig.ledger)[0]?.id ?? '';
  const environment = { name: 'By an agent', values: [{ key: 'host', value: 'example.com', enabled: true }] };
  expect(await mcp.call('createEnvironment', { workspace, environment })).toMatchObject({ isError: false });
  const environmentId = listItems(rig.ledger, 'local_environments', { name: 'By an agent' })[0]?.uid ?? '';
  expect((await mcp.call('getEnvironment', { environmentId })).text).toContain('example.com');
  expect(await mcp.call('deleteEnvironment', { environmentId })).toMatchObject({ isError: false });
  expect(listItems(rig.ledger, 'local_environments', { name: 'By an agent' })).toEqual([]);
});

it('Postman’s MCP server fails with an expired and a revoked key', async () => {
  const expired = await mcpWith(rig.addKey('expired', 'expired'));
  expect(await expired.call('getAuthenticatedUser')).toMatchObject({
    isError: true,
    text: expect.stringContaining('401') as string,
  });

  const mcp = await mcpWith(rig.addKey('to be revoked'));
  expect((await mcp.call('getAuthenticatedUser')).isError).toBe(false);
  rig.keyStore.records.clear();
  for (const tool of ['getAuthenticatedUser', 'getWorkspaces', 'getEnvironments']) {
    const { isError, text } = await mcp.call(tool);
    expect([isError, text.includes('Invalid API Key')]).toEqual([true, true]);
  }
});
