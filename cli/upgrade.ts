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
    rewrite(options, io, (text) => {
      const { dialect, accepted, kind } = options;
      const analysis = analyze(text, { dialect, accepted, ...(kind && { kind }) });
      return {
        changes: upgradeChanges(analysis),
        broken: analysis.textProblems.some(({ code }) => code.startsWith('syntax/')),
      };
    }),
};
