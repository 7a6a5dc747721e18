import type { Problem } from '../problems';
import { valueSpan, type Message } from '../schema/message';

const fields = ['net', 'train_net', 'test_net'];

/** Caffe reads each net as it sets the solver up (solver.cpp), and an empty path is that of no file. */
export function checkNetFiles(solver: Message): readonly Problem[] {
  return solver.entries
    .filter(({ field, value }) => fields.includes(field.name) && value === '')
    .map((entry) => ({ code: 'solver/no-file', span: valueSpan(entry), args: { name: entry.field.name } }));
}
