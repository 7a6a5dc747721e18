import type { RawSchema } from '../../core/schema/raw';

export function rawSchema(source: string): RawSchema;
