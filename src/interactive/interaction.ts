import pico from 'picocolors';
import { type Applied, applyPrepared, type Prepared, prepare, takenBack } from '../apply/apply.ts';
import { interruptible } from '../apply/interrupt.ts';
import { Interrupted, UserError } from '../core/user-error.ts';
import { hashOf } from '../files/journal.ts';
import { holdLock } from '../files/lock.ts';
import { decode } from '../files/read.ts';
import { openStore, type Store } from '../files/store.ts';
import type { Batch, ScannedFile } from '../scan/scan.ts';
import type { ModulePlan } from '../ssot/module-plan.ts';
import type { Policy } from '../types/policy.ts';
import { carriedOver } from './answers.ts';
import { talliedText } from './asking.ts';
import { type Chosen, type Planning, planChosen } from './chosen.ts';
import { leaving } from './context.ts';
import { openRecord } from './record.ts';
import { askAll } from './session.ts';
import { demandTerminal, openTerminal } from './terminal.ts';

/** What is asked of a run that asks. */
export interface InteractiveRequest {
  /** The arguments that a following command repeats, each behind a space. */
  readonly narrowing: string;
  readonly color: boolean;
}

/** A plan as a person wants it. */
export interface Outcome {
  readonly batch: Batch;
  readonly policy: Policy;
  /** Absent where nothing was accepted or kept: then nothing is written, domain modules neither. */
  readonly apply?: (modules: readonly ModulePlan[], files: readonly ScannedFile[], raised: AbortSignal) => Promise<Applied>;
}

/** Lets a person decide what of a plan is applied. Throws UserError where there is no terminal. */
export function openInteraction(request: InteractiveRequest) {
  demandTerminal();
  return {
    /** Asks, and plans once more what was chosen. Throws Interrupted when the person goes away, and UserError. */
    async choose(planning: Planning, batch: Batch): Promise<Outcome | undefined> {
      if (!batch.files.some(({ report }) => report.status === 'changed')) return undefined;
      const store = await openStore(planning.options.root);
      const release = holdLock(store);
      try {
        return await interruptible((raised) => chooseWith(request, store, planning, batch, raised));
      } finally {
        release();
      }
    },
  };
}

async function chooseWith(
  { narrowing, color }: InteractiveRequest,
  store: Store,
  planning: Planning,
  batch: Batch,
  raised: AbortSignal,
): Promise<Outcome> {
  const { root } = store;
  const record = openRecord(store);
  const person = openTerminal('redomain --write --interactive', raised);
  const session = { planning, person, record, narrowing, colors: pico.createColors(color), raised };
  const standing = await askAll(session, batch);
  const tally = standing.sheet.tally();
  person.show(['Planning what was chosen, and proving it …']);
  const chosen = await planChosen(planning, standing.batch, standing.patterns, standing.sheet);
  if (raised.aborted) throw leaving(session, standing);
  const isOpen = standing.sheet.question() !== undefined;
  const next = isOpen ? `; \`redomain --write --interactive${narrowing}\` asks what is open` : '';
  person.close(`${talliedText(tally)}${next}`);
  const settle = (written: Parameters<typeof carriedOver>[1], isWhole: boolean): void =>
    record.replace(isOpen || !isWhole ? carriedOver(record.answers, written) : []);
  if (tally.accept + tally.keep === 0) {
    settle(new Map(), true);
    return chosen;
  }
  return {
    ...chosen,
    async apply(modules, files, signal) {
      const prepared = withRevised(prepare(root, modules, files, contentsOf(chosen)), chosen);
      const applied = await applyPrepared(store, modules, prepared, signal).catch((error: unknown) => {
        throw error instanceof Interrupted ? withAnswers(error, narrowing) : error;
      });
      demandConfig(store, applied, planning.options.policy.configFile);
      settle(writtenBy(prepared, applied), applied.failed.size === 0);
      return applied;
    },
  };
}

/** A write that was stopped takes no answer with it. */
function withAnswers({ signal, message, hint = '' }: Interrupted, narrowing: string): Interrupted {
  const next = `Your answers are kept; \`redomain --write --interactive${narrowing}\` goes on from there.`;
  return new Interrupted(signal, message, { hint: `${hint} ${next}` });
}

function contentsOf({ revised }: Chosen): Map<string, Buffer> {
  return new Map([...revised].map(([path, { after }]) => [path, after]));
}

/** What is ready, with the files as they stand on the disk for what was there before, and those in which nothing but a comment or an entry has come. */
function withRevised({ changes, bytes, failed }: Prepared, { revised }: Chosen): Prepared {
  const planned = new Set(bytes.map(({ path }) => path));
  const alone = [...revised].filter(([path]) => !planned.has(path) && !failed.has(path));
  const original = (path: string): Buffer | undefined => revised.get(path)?.before;
  return {
    failed,
    bytes: [
      ...bytes.map((change) => ({ ...change, before: original(change.path) ?? change.before })),
      ...alone.map(([path, { before, after }]) => ({ path, before, after })),
    ],
    changes: [
      ...changes.map((change) => ({ ...change, ...textOf('before', original(change.path)) })),
      ...alone.map(([path, { before, after }]) => ({
        ...{ path, before: '', after: '' },
        ...textOf('before', before),
        ...textOf('after', after),
      })),
    ],
  };
}

function textOf(name: 'before' | 'after', bytes: Buffer | undefined) {
  const decoded = bytes && decode(bytes);
  return decoded && 'text' in decoded ? { [name]: decoded.text, encoding: decoded.encoding } : {};
}

/** Without the entries that keep files, the next run would change them. Throws UserError, with all taken back, where they could not be written. */
function demandConfig(store: Store, { failed, run }: Applied, configFile: string): void {
  const reason = failed.get(configFile);
  if (reason === undefined) return;
  throw new UserError(`${configFile} cannot be written: ${reason}`, { hint: takenBack(store, run ?? '') });
}

function writtenBy({ bytes }: Prepared, { failed }: Applied): Map<string, { before: string; after: string }> {
  return new Map(
    bytes
      .filter(({ path, before }) => before !== null && !failed.has(path))
      .map(({ path, before, after }) => [path, { before: hashOf(before!), after: hashOf(after) }]),
  );
}
