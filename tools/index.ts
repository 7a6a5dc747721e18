/** The tools for language models, in the order in which hosts list them. */
import { check } from './check';
import { cost } from './cost';
import { explainLog } from './explain-log';
import { fields } from './fields';
import { fillers } from './fillers';
import { init } from './init';
import { layers } from './layers';
import { run } from './run';
import { shapes } from './shapes';
import { signal } from './signal';
import { targets } from './targets';
import type { Tool } from './tool';
import { upgrade } from './upgrade';

export const tools: readonly Tool[] = [
  check,
  shapes,
  init,
  signal,
  run,
  cost,
  targets,
  explainLog,
  upgrade,
  layers,
  fields,
  fillers,
];

export function toolNamed(name: string): Tool | undefined {
  return tools.find((tool) => tool.name === name);
}
