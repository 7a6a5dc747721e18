/**
 * Every code there is, a family a file. An id is typed once, here; its sentence is in `messages/en/<family>.ts` and its
 * page is `docs/problems/<family>.md`.
 */
import { checkCodes } from './check';
import { commentCodes } from './comment';
import { dataCodes } from './data';
import { fileCodes } from './file';
import { fillerCodes } from './filler';
import { forkCodes } from './fork';
import { layerCodes } from './layer';
import { netCodes } from './net';
import { schemaCodes } from './schema';
import { signalCodes } from './signal';
import { solverCodes } from './solver';
import { syntaxCodes } from './syntax';
import { weightsCodes } from './weights';
import type { CodeInfo } from './code-info';

export type { CodeInfo, Severity } from './code-info';

export const codes = {
  ...checkCodes,
  ...commentCodes,
  ...dataCodes,
  ...fileCodes,
  ...fillerCodes,
  ...forkCodes,
  ...layerCodes,
  ...netCodes,
  ...schemaCodes,
  ...signalCodes,
  ...solverCodes,
  ...syntaxCodes,
  ...weightsCodes,
} as const;

export type Code = keyof typeof codes;

export function infoOf(code: Code): CodeInfo {
  return codes[code];
}

/** True for what Caffe would refuse. */
export function isError({ code }: { readonly code: Code }): boolean {
  return codes[code].severity === 'error';
}

/** The name of the page in `docs/problems/` that explains a code. */
export function pageOf(code: Code): string {
  return code.slice(0, code.indexOf('/'));
}
