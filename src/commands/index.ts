/** All commands, in the order in which help lists them. A new command is one file and one line here. */
import { addBuild } from './build.js';
import { addCheck } from './check.js';
import type { AddCommand } from './command.js';
import { addCompletion } from './completion.js';
import { addCorrect } from './correct.js';
import { addDesk } from './desk.js';
import { addDiff } from './diff.js';
import { addDoctor } from './doctor.js';
import { addErrata } from './errata.js';
import { addExport } from './export.js';
import { addExtract } from './extract.js';
import { addInit } from './init.js';
import { addInspect } from './inspect.js';

export const commands: AddCommand[] = [
  addBuild,
  addCheck,
  addCorrect,
  addDesk,
  addDiff,
  addDoctor,
  addErrata,
  addExport,
  addExtract,
  addInspect,
  addInit,
  addCompletion,
];
