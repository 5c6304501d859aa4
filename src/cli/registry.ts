import type { Command } from './command.ts'

/** A command by name; its module is loaded when it is called, so that a small command starts fast. */
export interface Entry {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<Command>
}

export const COMMANDS: readonly Entry[] = [
  {
    name: 'build',
    summary: 'pages → snapshot',
    load: async () => (await import('./commands/build.ts')).build,
  },
  {
    name: 'extract',
    summary: 'pages → one JSON line an article, on standard output',
    load: async () => (await import('./commands/extract.ts')).extract,
  },
  {
    name: 'view',
    summary: 'look at a snapshot in the browser, on this machine only',
    load: async () => (await import('./commands/view.ts')).view,
  },
  {
    name: 'query',
    summary: 'a question of the catalogue, or read-only Cypher',
    load: async () => (await import('./commands/query.ts')).query,
  },
  {
    name: 'explain',
    summary: 'why a node or an edge is there: sentences, rules, weights',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'eval',
    summary: 'precision, recall and F1 of an extraction on your own gold',
    load: async () => (await import('./commands/eval.ts')).evaluate,
  },
  {
    name: 'verify',
    summary: 'check a snapshot: hash, schema, every span against its text',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  {
    name: 'export',
    summary: 'snapshot → one offline page, or a format that other programs read',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  {
    name: 'diff',
    summary: 'what was added, removed and changed between two snapshots, with the sentences',
    load: async () => (await import('./commands/diff.ts')).diff,
  },
  {
    name: 'review',
    summary: 'which pairs may be one thing: judge the most valuable first',
    load: async () => (await import('./commands/review.ts')).review,
  },
  {
    name: 'load',
    summary: 'snapshot → Neo4j',
    load: async () => (await import('./commands/load.ts')).load,
  },
  {
    name: 'pull',
    summary: 'Neo4j → the snapshot that was loaded',
    load: async () => (await import('./commands/pull.ts')).pull,
  },
  {
    name: 'unload',
    summary: 'take out of Neo4j what a snapshot alone put in',
    load: async () => (await import('./commands/unload.ts')).unload,
  },
  {
    name: 'demo',
    summary: 'build the sample corpus, answer three questions, open the viewer',
    load: async () => (await import('./commands/demo.ts')).demo,
  },
]
