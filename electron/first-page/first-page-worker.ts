import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import type { FirstPageDrawing, FirstPageOrder } from '../../shared/contract/first-page.ts';

// A file of its own in the build: it is started as a thread (first-page-drawer.ts).

/** What the thread is asked: an order, and where its page goes. */
export interface DrawingMessage {
  readonly order: FirstPageOrder;
  readonly port: MessagePort;
}

// Built of the page's code, which main knows by the name of its file alone.
const { drawFirstPage } = (await import(pathToFileURL(String(workerData)).href)) as FirstPageDrawing;

parentPort?.on('message', ({ order, port }: DrawingMessage) => {
  port.postMessage(drawFirstPage(order));
});
