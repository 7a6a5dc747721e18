/**
 * Weights files in a real VS Code: exports them from the panel, reads them back, and pairs one with a net. The tests are steps
 * of one session.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { crc32 } from '#core/weights/crc32';
import { drawNet } from '#core/weights/draw';
import { readModel } from '#core/weight-files/read-caffemodel';
import { weightsOf } from '#core/weights/plan';
import { picture } from '../support/picture';
import { seat } from './seat';
import { sharedWindow } from './one-page';
import { lineOf, panel } from './panel';
import { command, editor, goToLine, openFile } from './workbench';

const net = 'siamese_train_test.prototxt';
const model = 'siamese_train_test.caffemodel';

let page: Page;

sharedWindow('weight-files', async (fresh) => {
  page = fresh;
  await openFile(page, net);
});

const path = (name: string): string => join(seat().folder, name);
const choices = (): Locator => page.locator('.quick-input-list .monaco-list-row');
// The editor may show one twice while it moves the others.
const notification = (text: string): Locator => page.locator('.notification-toast', { hasText: text }).first();

/** Exports from the panel, with the file name that the dialog proposes. */
async function exported(kind: string, file: string): Promise<void> {
  await panel(page).getByRole('button', { name: 'Export…' }).click();
  await choices().filter({ hasText: kind }).first().click();
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await expect.poll(() => input.inputValue()).toContain(file);
  await page.keyboard.press('Enter');
  await expect.poll(() => existsSync(path(file)) && statSync(path(file)).size > 0).toBe(true);
}

function valuesOf(blob: number): Float32Array {
  const analysis = analyze(readFileSync(path(net), 'utf8'), { dialect: bvlc });
  const state = analysis.state(analysis.states[0] ?? { phase: 'TEST', level: 0, stages: [] });
  const weight = weightsOf(state)[blob];
  return (weight && drawNet(state, 1701).values(weight)?.values) ?? new Float32Array();
}

test('opens the panel', async () => {
  await goToLine(page, lineOf(seat().folder, net, 'name: "ip1"'));
  // Wait for the extension and its server.
  await editor(page).locator('.codelens-decoration a:visible', { hasText: 'Preview weights' }).first().waitFor();
  await command(page, 'Prototxt: Preview Initial Weights');
  await panel(page).locator('h1', { hasText: 'ip1' }).waitFor();
  await panel(page).locator('.facts').waitFor();
});

test('exports the whole net as a model with every layer', async () => {
  await exported('Whole net as .caffemodel', model);
  await notification('drawn with seed 1701').waitFor();
  const bytes = readFileSync(path(model));
  const found = await readModel(model, bytes.length, async (start, end) => bytes.subarray(start, end));
  if (found.kind === 'problem') throw new Error(found.problem.code);
  const counts = found.layers.flatMap(({ blobs }) => blobs.map(({ count }) => count));
  expect(counts.length).toBe(12);
  expect(counts[0]).toBe(valuesOf(0).length);
  expect(readdirSync(seat().folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('exports a blob as an array of exactly its values', async () => {
  await exported('weight of layer ip1 as .npy', 'siamese_train_test.ip1.0.npy');
  const bytes = new Uint8Array(readFileSync(path('siamese_train_test.ip1.0.npy')));
  const header = new TextDecoder().decode(bytes.subarray(10, 128));
  expect(header).toContain("'shape': (128, 2880)");
  expect(crc32(new Float32Array(bytes.slice(128).buffer))).toBe(crc32(valuesOf(2)));
});

test('exports the panel as a picture and a table', async () => {
  await exported('Panel as a picture', 'siamese_train_test.ip1.png');
  const png = readFileSync(path('siamese_train_test.ip1.png'));
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(png.readUInt32BE(16)).toBeGreaterThan(300);
  await exported('Histogram and statistics as .csv', 'siamese_train_test.ip1.csv');
  const rows = readFileSync(path('siamese_train_test.ip1.csv'), 'utf8').trim().split('\r\n');
  expect(rows[0]).toBe('filler,row,from,to,drawn,expected,standard_error');
  const drawn = rows
    .filter((row) => row.includes(',bin,'))
    .reduce((sum, row) => sum + Number(row.split(',').at(-3)), 0);
  expect(drawn).toBe(128 * 2880);
});

test('asks before it replaces a file', async () => {
  await panel(page).getByRole('button', { name: 'Export…' }).click();
  await choices().filter({ hasText: 'Whole net as .caffemodel' }).first().click();
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await expect.poll(() => input.inputValue()).toContain(model);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget', { hasText: 'already exists' }).waitFor();
  // After the question, the dialog is shown again.
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape');
      return page.locator('.quick-input-widget').isVisible();
    })
    .toBe(false);
});

test('compares a net with the model that it starts from', async () => {
  await panel(page).getByRole('button', { name: 'Load Weights from .caffemodel…' }).click();
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await page.locator('.quick-input-widget', { hasText: 'Select the weights file' }).waitFor();
  await expect.poll(() => input.inputValue()).toContain('/');
  await choices().filter({ hasText: model }).first().click();
  await page.keyboard.press('Enter');
  const said = panel(page).locator('.pairing');
  await expect.poll(() => said.innerText()).toContain(`Loaded from ${model}.`);
  await page.locator('.editor-group-container .monaco-editor').first().click();
  await editor(page).waitFor();
  await goToLine(page, lineOf(seat().folder, net, 'num_output: 128'));
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('9');
  await expect.poll(() => said.innerText()).toContain('Caffe aborts: weight is 128×2880');
  await expect.poll(() => editor(page).locator('.squiggly-warning').count()).toBeGreaterThan(0);
  await picture(page, 'weights-paired');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('8');
  await expect.poll(() => said.innerText()).toContain('Loaded from');
});
