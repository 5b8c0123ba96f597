// Example tables are built into the page, so that showing one asks for nothing.
declare module '*.csv?raw' {
  const text: string;
  export default text;
}
