import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { QueryError } from '../../errors.ts'
import type { Store } from '../../store/store.ts'

export const QUERY_PATH = '/query'

/** Bytes that a query with its parameters may have. */
const LONGEST = 64 * 1024
/** Rows that go to the page; beyond them only the count does. */
const ROWS = 500
/** Longest run, in milliseconds. */
const TIME = 30_000

/** As much of a store as answering takes. */
export type Answering = Pick<Store, 'name' | 'run'>

interface Asked {
  readonly text: string
  readonly params: Readonly<Record<string, unknown>>
}

/** `{"text": "MATCH …", "params": {…}}`; null for anything else. */
async function readAsked(context: Context): Promise<Asked | null> {
  if (!/^application\/json\b/.test(context.req.header('content-type') ?? '')) return null
  const body: unknown = await context.req.json().catch(() => null)
  const { text, params = {} } = (body ?? {}) as { text?: unknown; params?: unknown }
  const isMap = typeof params === 'object' && params !== null && !Array.isArray(params)
  return typeof text === 'string' && text.trim() !== '' && isMap ? { text, params: params as Asked['params'] } : null
}

/** First line as what is wrong, the rest as the place with its caret. */
function refusal(error: QueryError): object {
  const [what = '', ...shown] = error.message.replace(`${error.where}: `, '').split('\n')
  const at = /line (\d+), column (\d+)/.exec(error.where ?? '')
  return { what, at: at ? `${at[1]}:${at[2]}` : '', shown: shown.join('\n'), remedy: error.remedy }
}

/**
 * Lets the page ask a store: `POST /query` → columns, rows, total, or why not. The store refuses whatever would write; a page
 * that goes away stops its query. The guard has made sure that it was this server's own page that asked.
 */
export function answerQueries(app: Hono, store: Answering): void {
  app.post(
    QUERY_PATH,
    bodyLimit({ maxSize: LONGEST, onError: context => context.text('too long\n', 413) }),
    async context => {
      const asked = await readAsked(context)
      if (!asked) return context.text('a JSON object with a text is needed\n', 400)
      try {
        const { signal } = context.req.raw
        return context.json(await store.run(asked.text, asked.params, { rows: ROWS, time: TIME, signal }))
      } catch (error) {
        if (error instanceof QueryError) return context.json(refusal(error), 422)
        throw error
      }
    },
  )
}
