import { analyze } from '#core/analysis/analysis';
import { upgradeChanges } from '#core/edit/upgrade/index';
import type { Command } from './options';
import { rewrite } from './rewrite';
import { upgradeWeights } from './upgrade-weights';

/**
 * Converts V0 and V1 layers and `input` fields to the current format, preserving every comment; or the layers of a
 * `.caffemodel`.
 */
export const upgrade: Command = {
  name: 'upgrade',
  formats: ['text'],
  rewrites: ['write'],
  own: ['weights', 'out', 'force'],
  weightsFile: 'instead of FILE',
  run: async (options, io) => {
    if (options.model !== undefined) return upgradeWeights(options.model, options, io);
    return rewrite(options, io, async (text, path) => {
      const uri = io.uriOf(path);
      const { schemas, accepted, kind } = options;
      await schemas.ready(uri, text);
      const analysis = analyze(text, { dialect: schemas.chooserFor(uri), accepted, ...(kind && { kind }) });
      return {
        changes: upgradeChanges(analysis),
        broken: analysis.textProblems.some(({ code }) => code.startsWith('syntax/')),
      };
    });
  },
};
