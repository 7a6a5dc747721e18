import { format as changesOf } from '#core/edit/format/index';
import { parse } from '#core/text/parser';
import type { Command } from './options';
import { rewrite } from './rewrite';

/**
 * Normalizes indentation and whitespace, preserving every token and comment. Exit status 1 if `--check` finds a file that is
 * not formatted.
 */
export const format: Command = {
  name: 'format',
  formats: ['text'],
  rewrites: ['check', 'write'],
  run: (options, io) =>
    rewrite(options, io, (text) => {
      const { tree, problems } = parse(text);
      return {
        changes: changesOf({ tree, textProblems: problems }, { indent: options.indent }),
        broken: problems.length > 0,
      };
    }),
};
