/** The tables of another language, held by the compiler to the keys and braces of the English ones. */
import type { Holding, NamesIn, OwnNames } from '../problems';

/** One sentence for each kind of problem or each English sentence. */
export type Sentences<Table> = { readonly [Key in keyof Table]: Holding<NamesOf<Table[Key]>> };

type NamesOf<Entry> = Entry extends string ? NamesIn<Entry> : OwnNames<Entry>;
