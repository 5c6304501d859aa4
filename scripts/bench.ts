/** `npm run bench -- NAME…`: timings, as ratios of two things measured in one run. Without a name, lists what there is. */
const BENCHES: Readonly<Record<string, { readonly what: string; readonly run: (args: string[]) => Promise<void> }>> = {
  extract: {
    what: 'extraction, linking and relations beside jieba tagging the same text, one thread',
    run: async args => (await import('./bench/extract.ts')).benchExtract(args),
  },
  cypher: {
    what: 'the embedded engine by kind of work, beside a Neo4j where one is named: [entities] [bolt://…]',
    run: async args => (await import('./bench/cypher.ts')).benchCypher(args),
  },
  stores: {
    what: 'opening and asking a generated graph embedded, loading and asking it on a Neo4j: [entities] [bolt://… of an empty server]',
    run: async args => (await import('./bench/stores.ts')).benchStores(args),
  },
  share: {
    what: 'size and time of every format, and the first frame of the offline page',
    run: async () => (await import('./bench/share.ts')).benchShare(),
  },
  viewer: {
    what: 'the viewer in Chromium with software GL: first frame, pan, labels, search, memory',
    run: async () => (await import('./bench/viewer.ts')).benchViewer(),
  },
}

const [name, ...args] = process.argv.slice(2)
const bench = name ? BENCHES[name] : undefined
if (bench) await bench.run(args)
else {
  for (const [name, { what }] of Object.entries(BENCHES)) console.log(`npm run bench -- ${name.padEnd(8)} ${what}`)
  process.exitCode = name ? 2 : 0
}
