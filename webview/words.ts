/** Selects the messages of a page: each page has one table per language. */

/** The table for the page's language; English if there is none. Keys are language tags as in `lang`, in lower case. */
export function inLanguage<Table>(tables: { readonly en: Table } & Readonly<Record<string, Table>>): Table {
  const wanted = document.documentElement.lang.toLowerCase();
  return tables[wanted] ?? tables[wanted.split('-')[0] ?? ''] ?? tables.en;
}
