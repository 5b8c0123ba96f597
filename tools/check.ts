// npm run check: the fast part, for every commit.
import { STATIC_STEPS, runSteps, vitestStep } from './steps.ts';

runSteps([...STATIC_STEPS, vitestStep('unit')]);
