/**
 * Old formats written in today's: V0 and V1 layers, and inputs beside the layers. What Caffe makes of the text stays the
 * same, and every comment stays.
 */
import type { Analysis } from '../../analysis/analysis';
import type { Code } from '../../problems';
import { upgradeNet } from '../../net/upgrade';
import { isV0Net } from '../../net/upgrade/v0';
import type { Fix, TextChange } from '../change';
import { inputChanges } from './inputs';
import { v0Changes } from './v0';
import { v1Changes } from './v1';

/** Undefined where nothing is old, or something of it can't be read or would be refused. */
export function upgradeFix(analysis: Analysis): Fix | undefined {
  const changes = upgradeChanges(analysis);
  return changes.length === 0 ? undefined : { id: 'upgrade', args: {}, changes, guess: 'value' };
}

/** In the order of the text; none where nothing is to be done. */
export function upgradeChanges({ tree, message, dialect, kind, textProblems }: Analysis): readonly TextChange[] {
  if (kind !== 'net' || message?.state !== 'sound' || textProblems.some(({ code }) => blocking.has(code))) return [];
  const upgraded = upgradeNet(message, dialect.schema).message;
  if (upgraded === message) return [];
  const changes = [
    ...(isV0Net(message) ? v0Changes(tree, message, upgraded) : v1Changes(tree, message)),
    ...inputChanges(tree, message, upgraded),
  ];
  return changes.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** With these, what the text means is not what it says. */
const blocking: ReadonlySet<Code> = new Set<Code>([
  'net/unknown-v0-type',
  'net/v1-in-v0',
  'net/padding-reader-type',
  'net/padding-reader-bottoms',
  'net/padding-blobs',
  'net/input-without-shape',
  'net/input-dim-count',
]);
