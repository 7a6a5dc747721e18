/** The fields of a message as tools list them. */
import * as v from 'valibot';
import type { Dialect } from '#core/dialects/dialect';
import { formatNumber } from '#core/numbers';
import type { FieldType } from '#core/schema/types';
import { parse } from '#core/text/parser';
import { schemasFor } from './input';
import { list, type ToolContext } from './tool';

export const field = v.object({
  name: v.string(),
  type: v.string(),
  default: v.optional(v.pipe(v.string(), v.description('As written in a prototxt.'))),
  doc: v.string(),
  values: v.optional(v.pipe(list(v.string()), v.description('Of an enum.'))),
});

export function fieldOf({
  name,
  label,
  typeName,
  kind,
  default: own,
  hasDefault,
  doc,
  message,
  enumeration,
}: FieldType) {
  const value = label === 'repeated' || (kind === 'string' && !hasDefault) ? undefined : own;
  return {
    name,
    type: `${label === 'optional' ? '' : `${label} `}${typeName}`,
    ...(value !== undefined && { default: written(value, kind === 'string') }),
    doc: doc || (message?.doc ?? ''),
    ...(enumeration && { values: [...enumeration.values.keys()] }),
  };
}

function written(value: number | string | boolean, isText: boolean): string {
  if (typeof value === 'number') return formatNumber(value);
  return isText ? JSON.stringify(value) : String(value);
}

/** The Caffe that was asked for; BVLC's by default. */
export async function dialectAsked(schema: string | undefined, context: ToolContext): Promise<Dialect> {
  const schemas = await schemasFor(schema, context);
  return schemas.chooserFor('untitled:empty')(parse('').tree, undefined).dialect;
}
