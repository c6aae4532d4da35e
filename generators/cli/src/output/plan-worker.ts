// Plans and stages outputs in a thread of its own, as they come.
import { parentPort } from 'node:worker_threads';
import { planAndStage } from './plan-and-stage.ts';
import type { TargetPlanInput } from './target-plan.ts';

parentPort?.on('message', (input: TargetPlanInput) => parentPort?.postMessage(planAndStage(input)));
