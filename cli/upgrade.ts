import { analyze } from '#core/analysis';
import { upgradeChanges } from '#core/edit/upgrade/index';
import type { Command } from './options';
import { rewrite } from './rewrite';

/** V0, V1 and `input` fields as today's layers, with every comment kept. */
export const upgrade: Command = {
  name: 'upgrade',
  formats: ['text'],
  rewrites: ['write'],
  run: (options, io) =>
    rewrite(options, io, async (text, path) => {
      const uri = io.uriOf(path);
      const { schemas, accepted, kind } = options;
      await schemas.ready(uri, text);
      const analysis = analyze(text, {
        dialect: schemas.chooserFor(uri),
        accepted,
        ...(kind && { kind }),
      });
      return {
        changes: upgradeChanges(analysis),
        broken: analysis.textProblems.some(({ code }) => code.startsWith('syntax/')),
      };
    }),
};
