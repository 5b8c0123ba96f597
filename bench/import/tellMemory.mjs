// Loaded into a program under measurement: when it ends, its largest memory in kB goes to the fourth pipe.
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) process.on('exit', () => void writeSync(3, String(process.resourceUsage().maxRSS)));
