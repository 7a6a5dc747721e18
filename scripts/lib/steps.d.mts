export const root: string;
/** The packaged extension. */
export const vsix: string;
