import { canonicalJson } from '../snapshot/canonical.ts'
import { type Exporter, oneFile } from './exporter.ts'

/** The graph alone in graphology's serialised form: `graph.import(JSON.parse(text))`. Everything is in it, evidence too. */
export const graphology: Exporter = {
  format: 'json',
  zh: 'graphology 的 JSON，证据齐全',
  en: 'graphology JSON, evidence and all',
  media: 'application/json',
  write: ({ graph, title, scope, licence, author, cite, hash, generator }) => {
    const attributes = { title, scope, licence, author, cite, hash, generator }
    const lines = (items: readonly unknown[]) => items.map(item => `\n${canonicalJson(item)}`).join(',')
    const head = `{"options":${canonicalJson(graph.options)},"attributes":${canonicalJson(attributes)},`
    return oneFile('.json', `${head}"nodes":[${lines(graph.nodes)}\n],"edges":[${lines(graph.edges)}\n]}\n`)
  },
}
