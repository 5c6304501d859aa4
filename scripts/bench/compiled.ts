import { existsSync } from 'node:fs'

/** The stages of extraction in the compiled program. */
export type Compiled = Pick<typeof import('../../src/page-facts.ts'), 'pageFacts'> &
  Pick<typeof import('../../src/extract/page-context.ts'), 'pageContext'> &
  Pick<typeof import('../../src/extract/extract.ts'), 'extractMentions'> &
  Pick<typeof import('../../src/link/link-article.ts'), 'linkArticle'> &
  Pick<typeof import('../../src/relate/relate.ts'), 'relateArticle'>

const MODULES = ['page-facts', 'extract/page-context', 'extract/extract', 'link/link-article', 'relate/relate']

/** Loads the compiled program: run from source, every closure bears a name that a loader gives it, and that takes a third of the time. */
export async function openCompiled(): Promise<Compiled> {
  const files = MODULES.map(name => new URL(`../../dist/${name}.js`, import.meta.url))
  if (!files.every(file => existsSync(file)))
    throw new Error('There is no compiled program: run `npm run build` first.')
  const modules = await Promise.all(files.map(file => import(file.href)))
  return Object.assign({}, ...modules) as Compiled
}
