export function compileEngine(): Promise<void>;
