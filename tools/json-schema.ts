/** The form of inputs and answers as JSON Schema, for the hosts of tools. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

export interface ObjectSchema {
  readonly type: 'object';
  readonly properties?: Record<string, object>;
  readonly required?: string[];
  readonly [key: string]: unknown;
}

/** Without `$schema`: hosts add their own, or expect none. */
export function schemaOf(form: GenericSchema, side: 'input' | 'output'): ObjectSchema {
  const { $schema: _, ...schema } = toJsonSchema(form, { typeMode: side, ignoreActions: ['readonly'] });
  return schema as unknown as ObjectSchema;
}
