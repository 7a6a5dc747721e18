export function compileSchemas(): Promise<void>;
