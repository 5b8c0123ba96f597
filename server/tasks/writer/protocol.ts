// What may be asked of the writer's thread: the store's writing functions, by name, one after another.
import type { MessagePort } from 'node:worker_threads';
import type { Store } from '../../store/store.ts';

export const WRITES = [
  'beginImport',
  'beginTable',
  'stagePacked',
  'stageExchanges',
  'stageRejected',
  'stageSkipped',
  'stageMessages',
  'planImport',
  'commitImport',
  'discardImport',
  'undoImport',
  'storeGuesses',
  'decideResource',
  'decideScreening',
  'decideSharing',
  'recordReads',
  'createLead',
  'moveLead',
  'planLead',
  'noteLead',
  'realiseLead',
  'answerLead',
  'addRegister',
  'changeRegister',
  'keepDraft',
  'dropDraft',
  'keepShape',
  'dropShape',
  'changeAuth',
  'keepSecret',
  'keepTotals',
  'forgetCompany',
  'keepScenario',
  'changeScenario',
  'giveRole',
  'endRole',
  'storeInvitation',
  'useInvitation',
  'withdrawInvitation',
  'requestPassword',
  'answerPasswordRequest',
] as const satisfies readonly (keyof Store)[];
export type WriteName = (typeof WRITES)[number];

/** The store's writing functions, answered by another thread. */
export type Writer = { readonly [Name in WriteName]: (...args: Parameters<Store[Name]>) => Promise<ReturnType<Store[Name]>> };

export type WriteRequest = { readonly id: number; readonly name: WriteName; readonly args: readonly unknown[] };
export type WriteAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly code: string;
      readonly values: Readonly<Record<string, string | number>>;
      readonly message: string;
    };

/** What the writer's thread is started with, and what it is told later. */
export type WriterStart = { readonly kind: 'writer'; readonly database: string; readonly create: boolean };
export type WriterControl = { readonly connect: MessagePort } | { readonly close: true };
export type WriterEvent =
  | { readonly event: 'open' }
  | {
      readonly event: 'failed';
      readonly code: string;
      readonly values: Readonly<Record<string, string | number>>;
      readonly message: string;
    };
