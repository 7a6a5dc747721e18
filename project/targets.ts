/** The user's own targets: JSON files that a net, a setting or the command line names. */
import { isTargetPath } from '#core/targets/index';
import type { TargetReading } from '#core/targets/target';
import { readTarget } from '#core/targets/target-form';
import { failure, limits, type Files } from './files';
import { placesOf } from './solvers';
import { decode } from './text-files';

export interface OwnTargets {
  /** By the path as written. */
  readonly targets: ReadonlyMap<string, TargetReading>;
  /** Why a file could not be read, by its path. */
  readonly failed: readonly (readonly [string, unknown])[];
}

/** Reads those of the names that are paths, from the folders where `uri` may mean them. */
export async function readTargets(
  names: readonly string[],
  uri: string,
  roots: readonly string[],
  files: Files,
): Promise<OwnTargets> {
  const targets = new Map<string, TargetReading>();
  const failed: (readonly [string, unknown])[] = [];
  for (const [path, place] of await placesOf(uri, new Set(names.filter(isTargetPath)), roots, files)) {
    try {
      if (place.kind === 'unreadable') throw place.error;
      if (place.kind === 'missing') throw failure('ENOENT', path);
      targets.set(path, targetIn(decode(await files.read(place.uri, limits.target))));
    } catch (error) {
      failed.push([path, error]);
    }
  }
  return { targets, failed };
}

function targetIn(text: string): TargetReading {
  try {
    return readTarget(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch {
    return { kind: 'broken', path: '', reason: 'not JSON' };
  }
}
