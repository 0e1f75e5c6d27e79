import { Agent, request } from 'undici';

/** undici alone: the same addresses one after the other, each answer read. `node raw-undici.js <address> <count> <in flight>` */
const [address = '', count = '1', inFlight = '1'] = process.argv.slice(2);
const agent = new Agent({ connections: Number(inFlight), pipelining: 1 });
let next = 1;

async function work(): Promise<void> {
  while (next <= Number(count)) {
    const url = `${address}/${String(next)}?page=3`;
    next += 1;
    const { body } = await request(url, { dispatcher: agent, headers: { 'X-API-Key': 'x'.repeat(40) } });
    await body.text();
  }
}

await Promise.all(Array.from({ length: Number(inFlight) }, work));
await agent.close();
