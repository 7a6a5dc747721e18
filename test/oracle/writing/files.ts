/** The texts of the public nets and solvers. */
import { readdirSync } from 'node:fs';
import { readShared, shared } from '../../support/shared';

export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

export function corpusFiles(): readonly CorpusFile[] {
  if (shared === undefined) return [];
  const names = readdirSync(`${shared}/corpus/files`, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.prototxt') || name.endsWith('.pt'))
    .map((path) => ({ path, text: readShared(`corpus/files/${path}`) }));
}
