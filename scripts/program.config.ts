import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/**
 * The command in a few files: Node takes longer to find and link two hundred modules than to run what is in them. The
 * library stays one module a file, as `tsc` writes it; so do the modules that images are made from.
 */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('dist/program'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { main: here('src/cli/main.ts'), 'facts-worker': here('src/cli/facts-worker.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
})
