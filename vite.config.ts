import { defineConfig } from 'vite';

// The browser part. Two pages: the application, and /draw, which works alone and asks nobody for anything.
export default defineConfig({
  root: 'web',
  base: '/',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: { index: 'web/index.html', draw: 'web/draw.html' } },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
