export const root: string;
/** The path of the packaged extension. */
export const vsix: string;
export function emitTypes(): void;
