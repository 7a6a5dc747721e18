/** Reports that a file is not a net, where a command wants one: what it is, and for a solver which net it names. */
import type { Analysis } from '#core/analysis/analysis';
import { fillIn } from '#core/messages/render';
import type { Io } from './io';

export function complainOfKind(
  path: string,
  { kind, references }: Analysis,
  { complain, language: { cli } }: Io,
): void {
  if (kind !== 'solver') return complain(fillIn(cli['not-a-net'], { path }));
  const net = references.find(({ field }) => netFields.has(field))?.path;
  return complain(fillIn(net === undefined ? cli['a-solver'] : cli['a-solver-of'], { path, net: net ?? '' }));
}

const netFields: ReadonlySet<string> = new Set(['net', 'train_net', 'test_net']);
