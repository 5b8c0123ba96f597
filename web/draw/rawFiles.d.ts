// Vite's way of building text files into a page.
interface ImportMeta {
  readonly glob: (
    files: string,
    how: { readonly query: '?raw'; readonly import: 'default'; readonly eager: true },
  ) => Readonly<Record<string, string>>;
}
