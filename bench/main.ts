/** Measures the project and its peers in one run: cold and warm, in process and over stdio. Prints a table. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { table } from '#cli/table';
import { hintsOf, toDiagnosticsOf } from './diagnostics';
import { toAnalysis, toTree } from './engine';
import { layouts } from './layout';
import { features, jsonFeatures } from './features';
import { residualNet } from './net-generator';
import { benchNet, edited, type BenchNet } from './nets';
import { asJson, jsonService, protobufjsReader, protocProcess } from './peers';
import { inRounds, timing, type Contender, type Timing } from './rounds';
import { forecasts, verdictsOfTraining } from './signal';
import { runContenders } from './runs';
import { overStdio } from './stdio';
import { toolContenders } from './tools';
import { writingContenders } from './writing';
import { drawings, sumsAgree } from './weights';

const rounds = 15;
const coldRuns = 5;
const unitsOfLargest = 3700;

void main();

async function main(): Promise<void> {
  const net = benchNet();
  const lines = net.text.split('\n').length;
  print(
    `${net.name}: ${lines} lines, ${Math.round(net.text.length / 1000)} KB; ${rounds} rounds, Node ${process.versions.node}\n`,
  );
  printTimings('Warm, ms (ratio to the first, round by round)', await warm(net));
  printTimings('First call in a fresh process, ms', cold());
  printTimings("The editor's questions, in process, ms", await questions(net));
  printTimings('The largest net that is analyzed, 8 MB, ms (ratio to its diagnostics)', await largest());
  printTimings('Changes of the text, in process, ms', await inRounds(writingContenders(net.text), rounds));
  printTimings('The tools for language models, ms', await inRounds(toolContenders(net.text), 5));
  if (existsSync(resolve('dist/server/node.cjs'))) await printStdio(net);
  else print('over stdio: not measured, dist/server/node.cjs is not built\n');
  if (existsSync(resolve('dist/cli/main.cjs')))
    printTimings('Runs and exports, whole processes, ms (ratio to the first)', await inRounds(runContenders(), 5));
  printTimings("The net's graph, ms", await layouts(net.text));
  printTimings("The signal's forecast, ms", await forecasts(net.text, rounds));
  printTimings('A net of 1,000 layers to be trained, ms', await verdictsOfTraining(rounds));
  for (const { title, timings } of drawings()) printTimings(title, timings);
  print(
    `crc32 of VGG-16, seed 1701, against C++ with Boost: ${sumsAgree() ?? "not compared, there is no g++ with Boost's headers"}\n`,
  );
  printSizes(net);
}

function warm(net: BenchNet): Promise<readonly Timing[]> {
  const { text } = net;
  const read = protobufjsReader();
  const protoc = protocProcess();
  const json = asJson(text);
  const validate = jsonService();
  let turn = 0;
  const contenders: Contender[] = [
    { name: 'text → tree', run: () => toTree(text), times: 5 },
    { name: 'text → analysis, all states', run: () => toAnalysis(text), times: 3 },
    { name: 'text → LSP diagnostics', run: () => toDiagnosticsOf(text), times: 3 },
    { name: 'edit in the middle → LSP diagnostics', run: () => toDiagnosticsOf(edited(net, turn++).text), times: 3 },
    { name: 'protobufjs ext/textformat → message', run: () => read(text), times: 1 },
    { name: 'vscode-json-languageservice, same net as JSON', run: () => validate(json), times: 1 },
    ...(protoc ? [{ name: 'protoc --encode, whole process', run: () => protoc(text), times: 1 }] : []),
  ];
  return inRounds(contenders, rounds);
}

function cold(): readonly Timing[] {
  const names = ['tree', 'diagnostics', 'protobufjs', 'json'];
  const times = names.map((): number[] => []);
  for (let round = 0; round < coldRuns; round++) names.forEach((name, i) => times[i]?.push(inFreshProcess(name)));
  const titles = ['text → tree', 'text → LSP diagnostics', 'protobufjs ext/textformat', 'vscode-json-languageservice'];
  return titles.map((title, i) => timing(title, times[i] ?? [], times[0] ?? []));
}

function inFreshProcess(name: string): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, 'cold.cjs'), name], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

function questions({ text }: BenchNet): Promise<readonly Timing[]> {
  const analysis = toAnalysis(text);
  return inRounds(
    [
      ...features(analysis),
      { name: 'hints, the file', run: () => hintsOf(analysis), times: 5 },
      ...jsonFeatures(asJson(text)),
    ],
    rounds,
  );
}

/** Each question once per round: what grows faster than the text shows here. */
function largest(): Promise<readonly Timing[]> {
  const text = residualNet(unitsOfLargest);
  const asked = features(toAnalysis(text)).map((feature) => ({ ...feature, times: 1 }));
  return inRounds([{ name: 'text → LSP diagnostics', run: () => toDiagnosticsOf(text), times: 1 }, ...asked], 3);
}

async function printStdio(net: BenchNet): Promise<void> {
  const { start, open, edits, hovers, hints } = await overStdio(net, 20);
  const once = (name: string, ms: number): Timing => timing(name, [ms], [ms]);
  printTimings('Over stdio, the server a process of its own, ms', [
    once('start → initialize answered', start),
    once('didOpen → publishDiagnostics, the first', open),
    timing('didChange → publishDiagnostics', edits, edits),
    timing('hover', hovers, edits),
    timing('inlay hints, 80 lines', hints, edits),
  ]);
}

/** Prints the heap size of a tree relative to its text, from eight copies held at once, and the sizes of the shipped files. */
function printSizes({ text }: BenchNet): void {
  const copies = Array.from({ length: 8 }, (_, i) => `${text}# ${i}\n`);
  const before = heap();
  const trees = copies.map(toTree);
  const bytes = (heap() - before) / trees.length;
  print(`tree: ${(bytes / 1e6).toFixed(2)} MB of heap, ${(bytes / text.length).toFixed(1)} × the text`);
  const packages = ['.', 'dist']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.vsix'))
        .map((name) => join(folder, name)),
    );
  for (const path of packages) print(`${path}: ${(statSync(path).size / 1e6).toFixed(2)} MB`);
}

function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function printTimings(title: string, timings: readonly Timing[]): void {
  const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
  const rows = timings.map(({ name, median, p90, ratio }) => [name, ms(median), ms(p90), ratio.toFixed(2)]);
  print(
    table(
      [
        { title, align: 'left' },
        ...['median', 'p90', 'ratio'].map((name) => ({ title: name, align: 'right' as const })),
      ],
      rows,
    ),
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
