// How one resource can serve another: because it is the same, because a rule says so, or through a processor.
import type { ResourceId } from '../domain/resource.ts';
import type { SynergyRule } from '../domain/rule.ts';
import type { CompanyFits } from './companyFit.ts';

export type LinkKind = 'same' | 'related' | 'rule' | 'kind' | 'via' | 'words';

export type Link = {
  readonly kind: LinkKind;
  /** Id of the synergy rule, or `same`. */
  readonly ruleId: string;
  readonly rule: SynergyRule | null;
  /** What the surplus is taken to be; null where only the words agree. */
  readonly resource: ResourceId | null;
  /** What the need is taken to be; null where only the words agree. */
  readonly use: ResourceId | null;
  /** 0..1, before companies, kinds and distance are looked at. */
  readonly strength: number;
  /** How well givers and takers of each NACE division fit the rule; null where it names none. */
  readonly givers: CompanyFits | null;
  readonly takers: CompanyFits | null;
  /** Plant types in between. */
  readonly via: readonly string[];
};
