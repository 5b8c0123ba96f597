// npm test: everything CI runs.
import { BUILD_STEP, STATIC_STEPS, runSteps, vitestStep } from './steps.ts';

runSteps([...STATIC_STEPS, vitestStep('unit'), vitestStep('store'), BUILD_STEP, vitestStep('system'), vitestStep('browser')]);
