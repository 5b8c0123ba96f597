// Designations that are no words: alloy numbers, steel grades, polymer types.
import type { GradePattern } from '../domain/lexicon.ts';
import type { Scores } from './classifier.ts';
import { WEIGHTS } from './weights.ts';

/** Applies the designations found in a line: each lifts its own family and speaks against the others. */
export function createGradeReader(patterns: readonly GradePattern[]): (scores: Scores, words: string) => void {
  const grades = patterns.map((grade) => ({ ...grade, expression: new RegExp(grade.pattern, 'iu') }));
  // most lines hold none: one look tells
  const any = new RegExp(patterns.map(({ pattern }) => `(?:${pattern})`).join('|') || '(?!)', 'iu');
  return (scores, words) => {
    if (!any.test(words)) return;
    for (const { expression, resource, weight, how } of grades) {
      if (!expression.test(words)) continue;
      for (const [node, score] of scores) score.value *= within(node, resource) ? WEIGHTS.sameGrade : WEIGHTS.otherGrade;
      const held = scores.get(resource);
      if (held === undefined) scores.set(resource, { value: weight, how });
      else if (held.value < weight) {
        held.value = weight;
        held.how = how;
      }
    }
  };
}

/** Whether the node lies under the other or is it, or is what is made of it for uses. */
const within = (node: string, above: string): boolean => node === above || node.startsWith(`${above}.`) || node.startsWith('mat.prod.');
