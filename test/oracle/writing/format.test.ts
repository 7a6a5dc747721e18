/** The formatter on public nets: keeps the message and all comments, and is idempotent. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { applyChanges } from '#core/edit/change';
import { format, usualStyle, type Style } from '#core/edit/format/index';
import { plainMessage, tokensOf } from '../../support/messages';
import { analysisOf, corpusFiles, turnOf } from '../../support/corpus';
import { sharedIsAbsent } from '../../support/shared';

const styles: readonly (readonly [string, Style])[] = [
  ['two spaces', usualStyle],
  ['four spaces', { indent: '    ' }],
  ['tabs', { indent: '\t' }],
];

describe.skipIf(sharedIsAbsent())('formatting public nets', () => {
  const files = corpusFiles().map((file) => ({ path: file.path, before: analysisOf(file) }));

  test.each(styles.map(([title, style], i) => [title, style, turnOf(files, i, styles.length)] as const))(
    'keeps message and comments, and is idempotent, with %s',
    (_, style, tried) => {
      expect(tried.length).toBeGreaterThan(0);
      const differ = tried.filter(({ before }) => {
        const after = analyze(applyChanges(before.text, format(before, style)), { dialect: chooseDialect });
        return (
          JSON.stringify(tokensOf(after.tree)) !== JSON.stringify(tokensOf(before.tree)) ||
          JSON.stringify(after.message && plainMessage(after.message)) !==
            JSON.stringify(before.message && plainMessage(before.message)) ||
          format(after, style).length > 0
        );
      });
      expect(differ.map(({ path }) => path)).toEqual([]);
    },
  );
});
