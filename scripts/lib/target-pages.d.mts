export function targetPages(root: string): ReadonlyMap<string, string>;
