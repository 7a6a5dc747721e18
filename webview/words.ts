/** Sentences of the pages: each page has one table a language, and takes that of the editor. */

/** The table for the language of the page; English where there is none. Keys are languages as in `lang`, in lower case. */
export function inLanguage<Table>(tables: { readonly en: Table } & Readonly<Record<string, Table>>): Table {
  const wanted = document.documentElement.lang.toLowerCase();
  return tables[wanted] ?? tables[wanted.split('-')[0] ?? ''] ?? tables.en;
}
