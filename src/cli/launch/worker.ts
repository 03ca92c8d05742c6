import { openProgram } from './compiled.ts';

openProgram({ keeps: false }).scanWorker();
