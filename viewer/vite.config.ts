import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * One HTML file holds the whole app. `mailuo view` serves it beside the snapshot; the HTML exporter fills its data slot.
 * Built once for both, so that what is served and what is mailed cannot differ.
 */
export default defineConfig({
  root: here,
  base: './',
  plugins: [viteSingleFile({ removeViteModuleLoader: true })],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../dist/viewer', import.meta.url)),
    // one file, always the same: emptying first would leave a moment without any
    emptyOutDir: false,
    target: 'es2022',
    cssMinify: true,
    chunkSizeWarningLimit: 4096,
  },
})
