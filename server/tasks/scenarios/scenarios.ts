// What is asked and done in meeting mode, as the API sees it.
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Language } from '../../contract/errors.ts';
import type { FairShareShown, LeavingShown, MeetingFrame, MeetingStart, SCENARIO_ROUTES, ScenarioShown } from '../../contract/scenarios.ts';
import { AppError } from '../../domain/errors.ts';
import { mayTryScenarios } from '../../domain/scenario.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { viewerOfText } from '../../domain/viewerText.ts';
import type { Opened } from '../opened.ts';

type Body<Name extends keyof typeof SCENARIO_ROUTES> = (typeof SCENARIO_ROUTES)[Name]['body'] extends z.ZodType
  ? z.output<(typeof SCENARIO_ROUTES)[Name]['body']>
  : never;

/** To a member, and of a cluster that the viewer does not see, every question answers `cluster.unknown`. */
export interface ScenarioRoom {
  start(viewer: Viewer, cluster: string, language: Language): Promise<MeetingStart>;
  frame(viewer: Viewer, cluster: string, body: Body<'meetingFrame'>, language: Language): Promise<MeetingFrame>;
  exact(viewer: Viewer, cluster: string, body: Body<'meetingExact'>, language: Language): Promise<MeetingFrame>;
  leaving(viewer: Viewer, cluster: string, body: Body<'leaving'>, language: Language): Promise<LeavingShown>;
  share(viewer: Viewer, cluster: string, body: Body<'fairShare'>): Promise<FairShareShown>;
  list(viewer: Viewer, cluster: string, language: Language): ScenarioShown[];
  add(viewer: Viewer, cluster: string, body: Body<'scenarioAdd'>, language: Language): Promise<ScenarioShown>;
  change(viewer: Viewer, cluster: string, id: string, body: Body<'scenarioChange'>, language: Language): Promise<ScenarioShown>;
  remove(viewer: Viewer, cluster: string, id: string, version: number, language: Language): Promise<ScenarioShown[]>;
}

const AUTHORS = {
  nb: { local: 'Rådgiver ved denne maskinen', manager: 'Klyngeleder', consultant: 'Rådgiver', administrator: 'Administrator' },
  en: { local: 'Consultant at this machine', manager: 'Cluster manager', consultant: 'Consultant', administrator: 'Administrator' },
} as const;

function authorOf(text: string, language: Language): string {
  const { kind } = viewerOfText(text);
  return kind === 'member' || kind === 'engine' ? '' : AUTHORS[language][text === 'administrator' ? 'administrator' : kind];
}

const scenarioShown = (one: Scenario, language: Language): ScenarioShown => ({
  id: one.id,
  name: one.name,
  changes: one.changes.map((change) =>
    change.kind === 'joins' ? { ...change, company: { ...change.company, flows: [...change.company.flows] } } : change,
  ),
  author: authorOf(one.author, language),
  made_at: one.madeAt,
  changed_at: one.changedAt,
  version: one.version,
});

export function createScenarioRoom(opened: Opened): ScenarioRoom {
  const checked = (viewer: Viewer, cluster: string): void => {
    if (!mayTryScenarios(viewer, cluster) || !opened.store().clusters(viewer).includes(cluster))
      throw new AppError('cluster.unknown', { cluster });
  };
  const list = (viewer: Viewer, cluster: string, language: Language): ScenarioShown[] => {
    checked(viewer, cluster);
    return opened
      .store()
      .scenariosOf(viewer, cluster)
      .map((one) => scenarioShown(one, language));
  };
  const one = (viewer: Viewer, cluster: string, id: string, language: Language): ScenarioShown => {
    const found = list(viewer, cluster, language).find((scenario) => scenario.id === id);
    if (found === undefined) throw new AppError('scenario.unknown');
    return found;
  };
  return {
    start: (viewer, cluster, language) => opened.answers().meetingStart(viewer, cluster, language),
    frame: (viewer, cluster, body, language) => opened.answers().meetingFrame(viewer, cluster, body, language),
    exact: (viewer, cluster, body, language) => opened.answers().meetingExact(viewer, cluster, body, language),
    leaving: (viewer, cluster, { company, ...asked }, language) => opened.answers().leavingShown(viewer, cluster, company, asked, language),
    share: (viewer, cluster, { changes, pairs }) => opened.answers().fairShareShown(viewer, cluster, changes, pairs),
    list,
    async add(viewer, cluster, { name, changes }, language) {
      checked(viewer, cluster);
      const id = randomBytes(9).toString('base64url');
      await (await opened.writer()).keepScenario(viewer, cluster, { id, name, changes }, opened.now());
      return one(viewer, cluster, id, language);
    },
    async change(viewer, cluster, id, { version, name, changes }, language) {
      checked(viewer, cluster);
      await (await opened.writer()).changeScenario(viewer, id, version, { name, changes }, opened.now());
      return one(viewer, cluster, id, language);
    },
    async remove(viewer, cluster, id, version, language) {
      checked(viewer, cluster);
      await (await opened.writer()).changeScenario(viewer, id, version, null, opened.now());
      return list(viewer, cluster, language);
    },
  };
}
