import { openNeo4j } from '../../src/store/neo4j/neo4j-store.ts'
import { generateSnapshot } from '../store/generate-snapshot.ts'
import { LOADED } from './load-size.ts'

/** A loader in a process of its own, so that it can be killed. Says `at 0` before the first statement, then how far it is. */
const [uri = ''] = process.argv.slice(2)
const snapshot = generateSnapshot(LOADED)
const store = await openNeo4j({ uri })
process.stdout.write('at 0\n')
await store.load(snapshot, {
  writers: 3,
  onProgress: (done, total) => void process.stdout.write(`at ${done / total}\n`),
})
await store.close()
process.stdout.write('done\n')
