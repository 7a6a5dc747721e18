/** Paths that a file names: databases, mean files, a solver's nets. */
import type { Span } from '../problems';
import { valueSpan, type Message } from '../schema/message';

/** A path that the text names, e.g. `mean_file`, `source`, a solver's `net`. */
export interface FileReference {
  readonly path: string;
  /** The field that names it; for a comment `weightsDirective`. */
  readonly field: string;
  readonly span: Span;
}

const pathFields: ReadonlySet<string> = new Set([
  'mean_file',
  'source',
  'root_folder',
  'net',
  'train_net',
  'test_net',
  'weights',
  'snapshot_prefix',
]);

/** Fields of a solver that name a net's file. */
export const netFields: ReadonlySet<string> = new Set(['net', 'train_net', 'test_net']);

/** In the order of the text. Messages nest no deeper than their schema. */
export function referencesOf(message: Message): readonly FileReference[] {
  const references: FileReference[] = [];
  const visit = ({ entries }: Message): void => {
    for (const entry of entries) {
      const { field, value } = entry;
      if (typeof value === 'object') visit(value);
      else if (typeof value === 'string' && value !== '' && pathFields.has(field.name)) {
        references.push({ path: value, field: field.name, span: valueSpan(entry) });
      }
    }
  };
  visit(message);
  return references;
}
