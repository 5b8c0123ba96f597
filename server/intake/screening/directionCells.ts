// Direction and role of a row, from the columns of both.
import { UNKNOWN_WORD, clean } from './cellContext.ts';
import type { CellContext } from './cellContext.ts';
import { memo } from './memo.ts';
import { readDirection, readRole } from './words.ts';
import type { DirectionReading } from './words.ts';

const MARK = /^(?:x|ja|yes|✓|✔|☑|☒)$/i;

export function createDirectionCells({ col, say }: CellContext) {
  const [DIRECTION, ROLE] = [col('direction'), col('role')];
  const directionOf = memo((text) => ({ reading: readDirection(text) }));
  const roleOf = memo((text) => ({ reading: readRole(text) }));

  const [IN, OUT] = [col('quantity_in'), col('quantity_out')];

  /** A cross in one of the columns `Inn` and `Ut`, where the amount has a column of its own. */
  function markedIn(cells: readonly string[]): DirectionReading | null {
    if (IN === -1 || OUT === -1) return null;
    const [into, out] = [MARK.test((cells[IN] ?? '').trim()), MARK.test((cells[OUT] ?? '').trim())];
    return into === out ? null : { direction: into ? 'in' : 'out', role: 'unknown' };
  }

  function directionIn(cells: readonly string[]): DirectionReading | null {
    const text = clean(cells[DIRECTION]);
    const roleText = clean(cells[ROLE]);
    const role = roleText === null ? null : roleOf(roleText).reading;
    if (roleText !== null && role === null) say('role.unknown', 'warning', ROLE, roleText);
    const direction = text === null ? null : directionOf(text).reading;
    if (text !== null && direction === null) {
      if (role !== null) {
        say('direction.fromRole', 'warning', DIRECTION, text, { role: roleText ?? '' });
        return role;
      }
      say(UNKNOWN_WORD.test(text) ? 'direction.missing' : 'direction.unknown', 'error', DIRECTION, text);
      return null;
    }
    if (direction === null) return role ?? markedIn(cells);
    if (role === null || role.role === 'unknown') return direction;
    if (role.direction !== direction.direction) {
      say('role.contradicts', 'warning', ROLE, roleText, { direction: text ?? '' });
      return direction;
    }
    return { direction: direction.direction, role: role.role };
  }

  return directionIn;
}
