#!/usr/bin/env node
import { openProgram } from './compiled.ts';

openProgram({ keeps: true }).cli();
