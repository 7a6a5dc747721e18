/** What every command does with its files: read, analyse, hand over, one after the other. */
import { analyze, type Analysis, type AnalyzeOptions } from '#core/analysis';
import type { NetState } from '#core/net/model';
import { placeless, type Problem } from '#core/problems/index';
import { exitOk, exitUsage, type Io } from './io';
import { loadNamed } from './load';
import { schemaBeside } from './schema';
import { meanShapes } from './mean-shapes';
import { withNeighbours } from './neighbours';
import { pairing } from './pairing';
import type { AskedState, Options } from './options';

export type Surveyed =
  | { readonly kind: 'unreadable'; readonly path: string; readonly problem: Problem }
  | { readonly kind: 'analysed'; readonly path: string; readonly analysis: Analysis };

/**
 * Hands each file to `visit`, in the order given, until it resolves to false.
 * The exit status is 2 if some file could not be read; the others are done all the same.
 */
export async function survey(options: Options, io: Io, visit: (file: Surveyed) => Promise<boolean>): Promise<number> {
  let status = exitOk;
  for (const path of options.files) {
    const file = await surveyOne(path, options, io);
    if (file.kind === 'unreadable') status = exitUsage;
    if (!(await visit(file))) break;
  }
  return status;
}

async function surveyOne(path: string, options: Options, io: Io): Promise<Surveyed> {
  const loaded = await loadNamed(path, io);
  if (loaded.kind === 'unreadable') {
    return { kind: 'unreadable', path, problem: placeless('file/unreadable', { path, reason: loaded.reason }) };
  }
  const beside = await schemaBeside(path, loaded.text, io);
  if (beside?.kind === 'wrong') io.complain(`${path}: ${beside.reason}`);
  const asked: AnalyzeOptions = {
    dialect: beside?.kind === 'schema' ? beside.dialect : options.dialect,
    accepted: options.accepted,
    depth: 'all',
    ...(options.kind && { kind: options.kind }),
    world: { meanShape: meanShapes(path, io), ...(options.datum && { datum: options.datum }) },
  };
  const analysis = analyzeIn(options.state, loaded.text, asked);
  return {
    kind: 'analysed',
    path,
    analysis: withNeighbours(analysis, path, options, io, await pairing(analysis, path, io)),
  };
}

/** Without a phase, a level and stages still hold: then a phase is in if the net has a layer without bottoms there. */
function analyzeIn({ phase, level, stages }: AskedState, text: string, asked: AnalyzeOptions): Analysis {
  if (phase !== undefined) return analyze(text, { ...asked, states: [{ phase, level, stages }] });
  const analysis = analyze(text, asked);
  if ((level === 0 && stages.length === 0) || analysis.kind !== 'net') return analysis;
  const states = (['TRAIN', 'TEST'] as const).map((each): NetState => ({ phase: each, level, stages }));
  const served = states.filter((state) =>
    analysis.state(state).net.layers.some(({ bottoms, tops }) => bottoms.length === 0 && tops.length > 0),
  );
  return analyze(text, { ...asked, states: served.length > 0 ? served : states.slice(1) });
}
