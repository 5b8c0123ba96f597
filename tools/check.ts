// npm run check: the fast part, for every commit.
import { QUICK_STEPS, runSteps, vitestStep } from './steps.ts';

runSteps([...QUICK_STEPS, vitestStep('unit')]);
