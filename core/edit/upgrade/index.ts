/**
 * Rewrites old formats in the current one: V0 and V1 layers, and a net's own inputs. Caffe reads the same net from the
 * result, and every comment is kept.
 */
import type { Analysis } from '../../analysis/analysis';
import type { Code } from '../../problems';
import { upgradeNet } from '../../net/upgrade';
import { isV0Net } from '../../net/upgrade/v0';
import type { Fix, TextChange } from '../change';
import { inputChanges } from './inputs';
import { v0Changes } from './v0';
import { v1Changes } from './v1';

/** Undefined where nothing is in an old format, or part of it can't be read or would be rejected. */
export function upgradeFix(analysis: Analysis): Fix | undefined {
  const changes = upgradeChanges(analysis);
  return changes.length === 0 ? undefined : { id: 'upgrade', args: {}, changes, guess: 'value' };
}

/** In text order; empty where there is nothing to upgrade. */
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

/** With these problems, the text does not mean what it appears to say. */
const blocking: ReadonlySet<Code> = new Set<Code>([
  'net/unknown-v0-type',
  'net/v1-in-v0',
  'net/padding-reader-type',
  'net/padding-reader-bottoms',
  'net/padding-blobs',
  'net/input-without-shape',
  'net/input-dim-count',
]);
