import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The order in which data flows. A file imports from its own layer or an earlier one. */
const LAYERS = [
  'errors',
  'schema',
  'model',
  'text',
  'ingest',
  'extract',
  'link',
  'relate',
  'graph',
  'snapshot',
  'export',
  'diff',
  'judge',
  'cypher',
  'store',
  'page-facts',
  'pipeline',
  'cli',
]

/** The graph is made of the snapshot's attribute types, which the snapshot declares: types may be read upwards here. */
const TYPE_ONLY_UPWARDS = new Set(['graph → snapshot/format.ts'])

/** Layers that the browser runs too. */
const BROWSER_SAFE = ['schema', 'export', 'diff', 'judge', 'cypher']

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => join(folder, name))
    .sort()

const importsOf = (file: string): Import[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/^(import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'/gm)].map(
    ([, , typeOnly, target]) => ({
      from: file,
      to: target?.startsWith('.') ? relative(root, join(root, dirname(file), target)) : (target ?? ''),
      typeOnly: Boolean(typeOnly),
    }),
  )

const layerOf = (path: string): string =>
  path
    .replace(/^src\//, '')
    .split('/')[0]
    ?.replace(/\.ts$/, '') ?? ''

const source = files('src')
const imports = source.flatMap(importsOf)

describe('the house', () => {
  it('has imports to look at', () => {
    expect(source.length).toBeGreaterThan(20)
    expect(imports.length).toBeGreaterThan(source.length)
  })

  it('has no arrow upwards', () => {
    const upward = imports
      .filter(({ from, to }) => to.startsWith('src/') && layerOf(from) !== 'index')
      .filter(({ from, to, typeOnly }) => {
        const excused = typeOnly && TYPE_ONLY_UPWARDS.has(`${layerOf(from)} → ${to.replace('src/', '')}`)
        return LAYERS.indexOf(layerOf(to)) > LAYERS.indexOf(layerOf(from)) && !excused
      })
      .map(({ from, to }) => `${from} → ${to}`)
    expect(upward).toEqual([])
  })

  it('knows every folder of src', () => {
    const unknown = source.map(layerOf).filter(layer => layer !== 'index' && !LAYERS.includes(layer))
    expect([...new Set(unknown)]).toEqual([])
  })

  it('keeps Node out of what the browser runs', () => {
    const offending = imports
      .filter(({ from, to }) => BROWSER_SAFE.includes(layerOf(from)) && to.startsWith('node:'))
      .map(({ from, to }) => `${from} → ${to}`)
    expect(offending).toEqual([])
  })

  it('keeps domain words out of the engines', () => {
    const engines = source.filter(file => ['text', 'graph', 'cypher', 'store'].includes(layerOf(file)))
    const uncommented = (file: string) =>
      readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(engines.filter(file => /街道|社区|党委|县委|志愿/.test(uncommented(file)))).toEqual([])
  })

  it('keeps files small', () => {
    const sizes = [...source, ...files('viewer')]
      .map(file => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
      .sort((a, b) => a.lines - b.lines)
    expect(sizes.filter(({ lines }) => lines > 250).map(({ file, lines }) => `${file}: ${lines}`)).toEqual([])
    expect(sizes[Math.floor(sizes.length / 2)]?.lines).toBeLessThanOrEqual(90)
  })

  it('has named exports only', () => {
    const offending = source.filter(file => /^export default/m.test(readFileSync(join(root, file), 'utf8')))
    expect(offending).toEqual([])
  })
})
