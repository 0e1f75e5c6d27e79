import { failed, ok, type Result } from '../../shared/domain/app-error.ts';
import type { VariableSource } from '../../shared/domain/environment.ts';
import type { Exchange } from '../../shared/domain/exchange.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import { told, worded, type Worded } from '../told.ts';
import type { Vault } from '../vault/vault.ts';
import type { RequestPlaces } from './request-place.ts';
import type { SecretVariable } from './secret-variables.ts';
import type { TakenValue } from './take-values.ts';
import { originThatAnswered } from './answered-by.ts';

/** Where the values of answers stand: above all variables that are written down. */
export interface AnswerScope {
  /** By name; of a secret one the mark that stands for its value. */
  readonly values: ReadonlyMap<string, string>;
  readonly secretVariables: readonly SecretVariable[];
  readonly sources: ReadonlyMap<string, VariableSource>;
  /** Names that a request was to give a value, with the reason why there is none. */
  readonly missing: ReadonlyMap<string, Worded>;
}

/** Of which request's answer. */
export interface AnswerFrom {
  readonly requestName: string;
  readonly exchange: Pick<Exchange, 'hops'>;
}

/** The values that one run, or one collection in the editor, took from answers. */
export interface AnswerBag {
  /** In place of what was taken under these names before. */
  put(taken: readonly TakenValue[], from: AnswerFrom): void;
  scope(): AnswerScope | null;
  /** Those that are to be masked wherever they are shown: also the last ones that others have replaced, which a server may still honour. */
  secrets(): readonly string[];
  remove(name: string): void;
  /** The secret may go there too from now on; `not-found`. */
  allow(name: string, origin: string): Result<null>;
}

interface Entry {
  readonly value: string | null;
  readonly isSecret: boolean;
  readonly origins: readonly string[];
  readonly problem: Worded | null;
  readonly source: VariableSource;
}

export interface AnswerBagParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Pick<Random, 'bytes'>;
}

const MARK_BYTES = 16;
const MAX_REPLACED = 100;

export function createAnswerBag({ clock, random }: AnswerBagParts): AnswerBag {
  const entries = new Map<string, Entry>();
  const replaced = new Set<string>();
  let known: AnswerScope | null = null;
  return {
    put(taken, { requestName, exchange }) {
      known = null;
      const origin = originThatAnswered(exchange);
      for (const { name, value, finding, isSecret } of taken) {
        // What came masked is a secret that is known already: what was taken before stays.
        if (finding === 'masked' && entries.has(name)) continue;
        const source: VariableSource = {
          ...{ kind: 'answer', request: requestName, origin: origin ?? '', origins: [] },
          takenAt: clock.now(),
        };
        const problem =
          finding === null ? null : worded('nothingKept', { because: finding, name: requestName });
        const origins = origin === null ? [] : [origin];
        rememberSecret(replaced, entries.get(name));
        entries.set(name, { value, isSecret, origins, problem, source });
      }
    },
    scope() {
      if (entries.size === 0) return null;
      return (known ??= scopeOf(entries, random));
    },
    secrets: () => [...new Set([...replaced, ...[...entries.values()].flatMap(secretOf)])],
    remove(name) {
      known = null;
      entries.delete(name);
      if (entries.size === 0) replaced.clear();
    },
    allow(name, origin) {
      const entry = entries.get(name);
      if (entry === undefined) return failed('not-found');
      known = null;
      entries.set(name, { ...entry, origins: [...new Set([...entry.origins, origin])] });
      return ok(null);
    },
  };
}

function secretOf({ value, isSecret }: Entry): readonly string[] {
  return isSecret && value !== null ? [value] : [];
}

/** The latest of them; the one that was replaced the longest ago goes first. */
function rememberSecret(replaced: Set<string>, entry: Entry | undefined): void {
  for (const secret of entry === undefined ? [] : secretOf(entry)) {
    replaced.delete(secret);
    replaced.add(secret);
    if (replaced.size <= MAX_REPLACED) continue;
    for (const oldest of replaced) {
      replaced.delete(oldest);
      break;
    }
  }
}

function scopeOf(entries: ReadonlyMap<string, Entry>, random: Pick<Random, 'bytes'>): AnswerScope {
  const nonce = Buffer.from(random.bytes(MARK_BYTES)).toString('hex');
  const values = new Map<string, string>();
  const sources = new Map<string, VariableSource>();
  const missing = new Map<string, Worded>();
  const secretVariables: SecretVariable[] = [];
  for (const [name, { value, isSecret, origins, problem, source }] of entries) {
    sources.set(name, source.kind === 'answer' ? { ...source, origins: [...origins] } : source);
    if (problem !== null) missing.set(name, problem);
    if (value === null) continue;
    if (!isSecret) {
      values.set(name, value);
      continue;
    }
    const mark = `kfanswer${nonce}${secretVariables.length.toString(16).padStart(4, '0')}`;
    secretVariables.push({ name, mark, origins, isFromAnswer: true, open: () => ok(value) });
    values.set(name, mark);
  }
  return { values, secretVariables, sources, missing };
}

/** What the editor's requests took from answers, of each collection, in memory until Keyfob locks or quits. */
export interface AnswerValues {
  scopeOf(collectionId: string | null): AnswerScope | null;
  secretsOf(collectionId: string | null): readonly string[];
  keep(collectionId: string | null, taken: readonly TakenValue[], from: AnswerFrom): void;
  /** `null`: all of them. */
  clear(collectionId: string | null, name: string | null): void;
  /** Asks outside the window whether a secret may go to a further origin. `not-found`, `cancelled`. */
  allow(collectionId: string | null, name: string, origin: string): Promise<Result<null>>;
}

export interface AnswerValuesOptions extends AnswerBagParts {
  readonly vault: Pick<Vault, 'onChange'>;
  readonly confirmOrigins: (variableName: string, origins: readonly string[]) => Promise<boolean>;
  readonly onChange: () => void;
}

export function createAnswerValues(options: AnswerValuesOptions): AnswerValues {
  const bags = new Map<string | null, AnswerBag>();
  const changed = options.onChange;
  options.vault.onChange(({ kind }) => {
    if (kind !== 'locked' || bags.size === 0) return;
    bags.clear();
    changed();
  });
  return {
    scopeOf: (collectionId) => bags.get(collectionId)?.scope() ?? null,
    secretsOf: (collectionId) => bags.get(collectionId)?.secrets() ?? [],
    keep(collectionId, taken, from) {
      const bag = bags.get(collectionId) ?? createAnswerBag(options);
      bags.set(collectionId, bag);
      bag.put(taken, from);
      changed();
    },
    clear(collectionId, name) {
      if (name === null) bags.delete(collectionId);
      else bags.get(collectionId)?.remove(name);
      changed();
    },
    async allow(collectionId, name, origin) {
      const bag = bags.get(collectionId);
      if (bag?.scope()?.secretVariables.some((each) => each.name === name) !== true)
        return failed('not-found');
      if (!(await options.confirmOrigins(name, [origin])))
        return failed('cancelled', told('variableNotWidened'));
      // It may have been locked, or sent again, while the question stood.
      const allowed = bags.get(collectionId) === bag ? bag.allow(name, origin) : failed('not-found');
      if (allowed.ok) changed();
      return allowed;
    },
  };
}

/** The places of requests with the values of answers. Those of a run have none: it has values of its own. */
export function placesWithAnswers(
  places: RequestPlaces,
  values: Pick<AnswerValues, 'scopeOf'>,
): RequestPlaces {
  return {
    async find(collectionId, requestId) {
      const place = await places.find(collectionId, requestId);
      const answers = values.scopeOf(collectionId);
      return place === null || answers === null ? place : { ...place, answers };
    },
    findAll: (collectionId, requestIds) => places.findAll(collectionId, requestIds),
  };
}
