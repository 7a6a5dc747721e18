/** The loop of all commands over their files: reads and analyzes each and passes it on, one after the other. */
import type { Analysis } from '#core/analysis/analysis';
import { schemaDirective } from '#core/comments/comments';
import { placeless, type Problem } from '#core/problems/index';
import { analyzeFile } from '#project/analyze-file';
import { createLook, type Look, type Surroundings } from '#project/surroundings';
import { exitOk, exitUsage, type Io } from './io';
import { load } from './load';
import type { Options } from './options';
import { complainOfProto } from './proto-fault';

export type Surveyed =
  | { readonly kind: 'unreadable'; readonly path: string; readonly problem: Problem }
  | {
      readonly kind: 'analysed';
      readonly path: string;
      /** Its problems include those that depend on other files. */
      readonly analysis: Analysis;
      readonly around: Surroundings;
      /** The proto that it names can't be read: it is read by another Caffe. */
      readonly isProtoBroken: boolean;
    };

/**
 * Hands each file to `visit`, in the order given, until it resolves to false.
 * The exit status is 2 if some file, or a proto that it names, could not be read; the others are done all the same.
 */
export async function survey(options: Options, io: Io, visit: (file: Surveyed) => Promise<boolean>): Promise<number> {
  const look = createLook({
    files: io.files,
    roots: [io.uriOf('.')],
    schemas: options.schemas,
    language: io.language,
  });
  let status = exitOk;
  for (const path of options.files) {
    const file = await surveyOne(path, options, io, look);
    if (file.kind === 'unreadable' || file.isProtoBroken) status = exitUsage;
    if (!(await visit(file))) break;
  }
  return status;
}

/** Standard input is treated as a file of this name in the working directory, to find its surroundings. */
const inputName = 'stdin';

async function surveyOne(path: string, options: Options, io: Io, look: Look): Promise<Surveyed> {
  const loaded = await load(path, io);
  if (loaded.kind === 'unreadable') {
    return { kind: 'unreadable', path, problem: placeless('file/unreadable', { path, reason: loaded.reason }) };
  }
  const { schemas, accepted, kind, state, datum, depth, targets } = options;
  const uri = io.uriOf(path === '-' ? inputName : path);
  const { analysis, around } = await analyzeFile(loaded.text, {
    uri,
    schemas,
    look: depth === 'syntax' ? undefined : look,
    state,
    accepted,
    targets,
    datum,
    ...(kind && { kind }),
  });
  return { kind: 'analysed', path, analysis, around, isProtoBroken: complainsOfProto(uri, analysis, options, io) };
}

/** True where the proto that a file names is broken: told at its own place. One that isn't there is a problem of the file. */
function complainsOfProto(uri: string, { references }: Analysis, { schemas }: Options, io: Io): boolean {
  const proto = references.find(({ field }) => field === schemaDirective);
  const trouble = proto && schemas.troubleWith(uri, proto.path);
  if (trouble?.kind !== 'broken') return false;
  complainOfProto('schema/broken-proto', proto?.path ?? '', trouble, io);
  return true;
}
