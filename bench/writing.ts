/** Features that change a text, as the editor requests them. Large answers are converted to LSP types. */
import { CodeActionKind } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { english } from '#core/messages/en/index';
import { format, formatOnType } from '#core/edit/format/index';
import { fixAll } from '#core/edit/fixes/index';
import { deployText } from '#core/edit/refactor/deploy';
import { blockAt, duplicateBlock } from '#core/edit/refactor/duplicate';
import { insertLayers } from '#core/edit/refactor/insert-layer';
import { upgradeChanges } from '#core/edit/upgrade/index';
import { explainLog } from '#core/log/explain';
import { codeActions } from '#server/features/code-actions';
import { toTextEdits } from '#server/to-lsp';
import { toAnalysis } from './engine';
import type { Contender } from './rounds';

export function writingContenders(text: string): readonly Contender[] {
  const analysis = toAnalysis(text);
  const document = TextDocument.create('file:///net.prototxt', 'prototxt', 1, text);
  const middle = text.indexOf('layer {', text.length >> 1) + 8;
  const line = text.indexOf('\n', middle) + 1;
  const mixed = text.replaceAll('"ReLU"', '"ReLu"');
  const wrong = toAnalysis(mixed);
  const wrongDocument = TextDocument.create('file:///wrong.prototxt', 'prototxt', 1, mixed);
  const wrongAt = mixed.indexOf('"ReLu"', mixed.length >> 1) + 2;
  const asked = (offset: number, only: string): Parameters<typeof codeActions>[2] => ({
    range: { start: offset, end: offset },
    context: { diagnostics: [], only: [only] },
    creates: true,
    language: english,
  });
  const log =
    "Creating Layer conv1\nCheck failed: a == b\nUnknown bottom blob 'nothing' (layer 'none', bottom index 0)";
  return [
    {
      name: 'format, all but right already',
      run: () => toTextEdits(document, format(analysis, { indent: '  ' })),
      times: 3,
    },
    {
      name: 'format, each line another indentation',
      run: () => toTextEdits(document, format(analysis, { indent: '    ' })),
      times: 3,
    },
    {
      name: 'format a selection of one layer',
      run: () => format(analysis, { indent: '    ' }, { start: middle, end: middle + 300 }),
      times: 20,
    },
    { name: 'format on type', run: () => formatOnType(analysis, line, '\n', { indent: '    ' }), times: 20 },
    {
      name: 'quick fixes at a place',
      run: () => codeActions(wrongDocument, wrong, asked(wrongAt, CodeActionKind.QuickFix)),
      times: 5,
    },
    { name: 'fix all in the file', run: () => fixAll(wrong), times: 3 },
    {
      name: 'refactorings at a place',
      run: () => codeActions(document, analysis, asked(middle, CodeActionKind.Refactor)),
      times: 3,
    },
    { name: 'insert a layer', run: () => insertLayers(analysis, middle, ['Power']), times: 3 },
    {
      name: 'duplicate a block',
      run: () => {
        const block = blockAt(analysis, middle);
        return block && duplicateBlock(analysis, block, 'copied_');
      },
      times: 3,
    },
    { name: 'upgrade, nothing old', run: () => upgradeChanges(analysis), times: 5 },
    { name: 'deploy net', run: () => deployText(analysis), times: 3 },
    { name: 'explain a log', run: () => explainLog(analysis, log), times: 5 },
  ];
}
