import { parentPort, workerData } from 'node:worker_threads';
import { textOfBody } from './body-preview.ts';
import { filterJson } from './filter-json.ts';
import type { JsonFilterJob } from './json-filter.ts';

// A file of its own in the build: it is started as a thread (worker-json-filter.ts).

const { bytes, contentType, path } = workerData as JsonFilterJob; // what the runner gave it

parentPort?.postMessage(filterJson(textOfBody(bytes, contentType), path));
