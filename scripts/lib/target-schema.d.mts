export function targetSchema(): Promise<string>;
