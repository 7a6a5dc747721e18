import type { GenericSchema } from 'valibot';

export function toolManifest(
  tools: readonly { readonly name: string; readonly description: string; readonly input: GenericSchema }[],
  schemaOf: (form: GenericSchema, side: 'input') => object,
): readonly object[];
export function loadToolManifest(): Promise<readonly object[]>;
