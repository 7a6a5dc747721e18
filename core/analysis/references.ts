/** Paths that a file names: databases, mean files, the nets of a solver. */
import type { Span } from '../problems';
import { valueSpan, type Message } from '../schema/message';

/** A path that the text names, e.g. `mean_file`, `source`, a solver's `net`. */
export interface FileReference {
  readonly path: string;
  /** The field that holds the path; `weightsDirective` for a comment. */
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

/** In text order. Messages nest no deeper than their schema, so the recursion is bounded. */
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
