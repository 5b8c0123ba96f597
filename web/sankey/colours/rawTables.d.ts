// Vite's way of building a table of data/ into a page.
declare module '*.csv?raw' {
  const text: string;
  export default text;
}
