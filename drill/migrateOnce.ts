// Opens one database for writing, which brings it up to date; the migration drill kills this process.
import { openForWriting } from '../server/tasks/open.ts';

const [database] = process.argv.slice(2);
if (database === undefined) throw new Error('a database is named');
openForWriting(database).close();
