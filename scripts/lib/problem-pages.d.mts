import type { CodeInfo } from '../../core/problems';

export interface PageKind {
  readonly code: string;
  readonly info: CodeInfo;
  readonly sentence: string;
}
export function pageWith(page: string, kinds: readonly PageKind[]): string;
