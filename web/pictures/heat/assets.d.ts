// The coast as text.
declare module '*.topojson?raw' {
  const text: string;
  export default text;
}
