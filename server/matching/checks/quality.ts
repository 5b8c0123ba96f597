// Does what is known of the quality meet what the need asks?
import { gradeClash } from '../grades.ts';
import { limitGap, limitsIn, statedIn } from '../qualityLimits.ts';
import { judged, type Check } from '../pair.ts';

const textOf = (flow: { readonly words: string; readonly quality: string | null }): string => `${flow.words}; ${flow.quality ?? ''}`;

export const checkQuality: Check = ({ surplus, need, link }, { properties, grades }) => {
  const clash = gradeClash(grades, textOf(surplus), textOf(need));
  if (clash !== null) return judged('quality', 'fail', 'quality.grade', { family: clash.family, given: clash.given, wanted: clash.wanted });
  const stated = statedIn(textOf(surplus), properties);
  let met = 0;
  for (const limit of limitsIn(textOf(need), properties)) {
    const value = stated.find((fact) => fact.property === limit.property);
    if (value === undefined)
      return judged('quality', 'unknown', 'quality.notStated', { property: limit.property, limit: limit.value, unit: limit.unit });
    const gap = limitGap(value, limit);
    if (gap > 0) {
      const values = { property: limit.property, value: value.value, limit: limit.value, unit: limit.unit };
      return judged('quality', 'fail', limit.kind === 'atMost' ? 'quality.over' : 'quality.under', values, {
        gap: { value: gap, unit: limit.unit },
        change: { field: 'quality', flow: surplus.id, from: value.value, to: limit.value, unit: limit.unit },
      });
    }
    met++;
  }
  if (met > 0) return judged('quality', 'pass', 'quality.met', { limits: met });
  const conditions = link.rule?.conditions ?? null;
  return conditions === null
    ? judged('quality', 'unknown', 'quality.unknown')
    : judged('quality', 'unknown', 'quality.ask', { conditions });
};
