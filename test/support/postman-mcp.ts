import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { clientEnvironment, clientPath, installClient } from './real-client.ts';

const entry = 'node_modules/@postman/postman-mcp-server/dist/src/index.js';

/** Installs Postman's MCP server as its lock file says, unless it is there. */
export function installPostmanMcpServer(): Promise<void> {
  return installClient('postman-mcp-server', entry);
}

export interface ToolAnswer {
  readonly isError: boolean;
  readonly text: string;
}

/** Postman's MCP server in a process of its own, spoken to as an agent does: JSON-RPC, one message a line. */
export interface PostmanMcp {
  toolNames(): Promise<readonly string[]>;
  call(tool: string, parameters?: object): Promise<ToolAnswer>;
  close(): Promise<void>;
}

const messageSchema = z.looseObject({
  id: z.int().optional(),
  result: z.looseObject({}).optional(),
  error: z.looseObject({ message: z.string() }).optional(),
});
type Message = z.infer<typeof messageSchema>;

const toolsSchema = z.looseObject({ tools: z.array(z.looseObject({ name: z.string() })) });
const answerSchema = z.looseObject({
  isError: z.boolean().optional(),
  content: z.array(z.looseObject({ text: z.string().optional() })),
});

export interface PostmanMcpOptions {
  readonly baseUrl: string;
  readonly secret: string;
  /** Where it keeps what it writes. */
  readonly home: string;
}

const PROTOCOL = {
  protocolVersion: '2025-06-18',
  capabilities: {},
  clientInfo: { name: 'keyfob-tests', version: '1' },
};

export async function startPostmanMcp({ baseUrl, secret, home }: PostmanMcpOptions): Promise<PostmanMcp> {
  const env = {
    ...clientEnvironment(home),
    POSTMAN_API_KEY: secret,
    POSTMAN_API_BASE_URL: baseUrl,
    POSTMAN_MCP_TELEMETRY: 'false',
    POSTMAN_GATEWAY_BASE_URL: 'http://127.0.0.1:9',
  };
  const process_ = spawn(process.execPath, [clientPath('postman-mcp-server', entry), '--full', '--quiet'], {
    cwd: home,
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const exited = once(process_, 'exit');
  const waiting = new Map<number, (message: Message) => void>();
  createInterface({ input: process_.stdout }).on('line', (line) => {
    const message = messageSchema.parse(JSON.parse(line));
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let last = 0;
  const post = (message: object): void =>
    void process_.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const request = async (method: string, params: object): Promise<unknown> => {
    const id = (last += 1);
    const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
    post({ id, method, params });
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(error.message);
    return result;
  };

  await request('initialize', PROTOCOL);
  post({ method: 'notifications/initialized' });
  return {
    async toolNames() {
      return toolsSchema.parse(await request('tools/list', {})).tools.map(({ name }) => name);
    },
    async call(tool, parameters = {}) {
      const answer = answerSchema.parse(await request('tools/call', { name: tool, arguments: parameters }));
      return {
        isError: answer.isError ?? false,
        text: answer.content.map(({ text = '' }) => text).join('\n'),
      };
    },
    async close() {
      process_.stdin.end();
      process_.kill();
      await exited;
    },
  };
}
