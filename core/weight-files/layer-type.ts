/** The types of layers in a `.caffemodel`, as the current format names them. */
import { typeOfV0 } from '../net/upgrade/v0-types';
import { typeOfV1 } from '../net/upgrade/v1-types';
import { bvlcSchema } from '../schema/compiled';

/** V1LayerParameter.LayerType by number. */
const v1Names: ReadonlyMap<number, string> = new Map(
  [...(bvlcSchema.messages.get('V1LayerParameter')?.fields.get('type')?.enumeration?.values.values() ?? [])].map(
    ({ number, name }) => [number, name],
  ),
);

/** A number that only a fork's enum has is shown as `#number`. */
export function typeOfV1Number(number: number): string {
  const name = v1Names.get(number);
  return name === undefined ? `#${number}` : typeOfV1(name);
}

/** A type that V0 does not have keeps its name. */
export function typeOfV0Name(name: string): string {
  const v1 = typeOfV0(name);
  return v1 === undefined ? name : typeOfV1(v1);
}
