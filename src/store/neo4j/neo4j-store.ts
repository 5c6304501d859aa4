import type { Plan, ProfiledPlan, ResultSummary, Session } from 'neo4j-driver'
import { QueryError } from '../../errors.ts'
import type { Snapshot } from '../../snapshot/format.ts'
import { linesOf, SnapshotLines } from '../../snapshot/lines/snapshot-lines.ts'
import { selectSnapshot } from '../../snapshot/select.ts'
import type { Cell } from '../cell.ts'
import { selectByQuery } from '../select-by-query.ts'
import type { Answer, LoadResult, RunLimits, Store, StoreSchema, StoreStats } from '../store.ts'
import { type Connection, connect, type Neo4jTarget, targetFromEnvironment, withSession } from './connect.ts'
import { checkPlan } from './guard.ts'
import { RELATION_TYPES } from './holdings.ts'
import { type LoadOptions, loadSnapshot } from './load.ts'
import { type Pulled, pullSnapshot } from './pull.ts'
import { errorCode } from './retry.ts'
import { unloadSnapshot } from './unload.ts'
import { type DriverValue, isBookkeeping, MARK, paramToDriver, toCell } from './values.ts'

/** Milliseconds that a query may take where nothing else is said. */
const TIME = 60_000

type Params = Record<string, DriverValue>

/** What to do about an error of the server, by the part of its code that names the kind. */
function remedyOf(code: string, message: string): string {
  if (code.includes('.Security.')) return 'Check user and password (NEO4J_USER, NEO4J_PASSWORD).'
  if (code === 'ServiceUnavailable' || message.includes('ECONNREFUSED'))
    return 'Is the server up, and is this its address?'
  if (/TransactionTimedOut|Terminated/.test(code)) return 'Ask for less: a narrower pattern, or LIMIT.'
  return 'Mend the query.'
}

/** The query is checked with EXPLAIN on a line of its own before it: the server counts one line too many. */
function withoutExplainLine(message: string): string {
  return message.replace(/\(line (\d+), column (\d+) \(offset: \d+\)\)/g, (_, line: string, column: string) => {
    return `(line ${Number(line) - 1}, column ${column})`
  })
}

/** An error of driver or server as ours; the server's message already shows line and caret. */
function queryError(error: unknown, uri: string): unknown {
  const code = errorCode(error)
  if (code === '' || !(error instanceof Error)) return error
  const what = withoutExplainLine(error.message)
  const place = /\(line (\d+), column (\d+)/.exec(what)
  const where = place ? `query, line ${place[1]}, column ${place[2]}` : uri
  return new QueryError({ what, where, remedy: remedyOf(code, what) })
}

/** A query that begins with EXPLAIN or PROFILE, with blanks in that place, so that offsets stay. */
function withoutMode(cypher: string): string {
  const mode = /^((?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*)(explain|profile)\b/i
  return cypher.replace(mode, (_, before: string, word: string) => before + ' '.repeat(word.length))
}

/** Empty where there is no plan; rows and hits after PROFILE. */
function planText(plan: Plan | ProfiledPlan | false, depth = 0): string {
  if (!plan) return ''
  const { Details, EstimatedRows } = plan.arguments as { Details?: string; EstimatedRows?: number }
  const counts = 'dbHits' in plan ? `, rows ${plan.rows}, hits ${plan.dbHits}` : ''
  const line = `${'  '.repeat(depth)}${plan.operatorType.split('@')[0]} ${Details ?? ''} (${Math.round(EstimatedRows ?? 0)}${counts})`
  return [line, ...plan.children.map(child => planText(child, depth + 1))].join('\n')
}

/** A Neo4j server that mailuo fills and asks. Holds the driver until `close`. */
export class Neo4jStore implements Store {
  readonly name: string
  readonly connection: Connection

  constructor(target: Neo4jTarget) {
    this.connection = connect(target)
    this.name = target.uri
  }

  /** @param snapshot as it is, or as the lines of its file, which takes less time and memory */
  load(snapshot: Snapshot | SnapshotLines, options: LoadOptions = {}): Promise<LoadResult> {
    const lines = snapshot instanceof SnapshotLines ? snapshot : linesOf(snapshot)
    return this.guarded(() => loadSnapshot(this.connection, lines, options))
  }

  /** The snapshot that was loaded there. @throws UsageError as `pullSnapshot` */
  pull(hash?: string): Promise<Pulled> {
    return this.guarded(() => pullSnapshot(this.connection, hash))
  }

  /**
   * The part of the snapshot that a query returns: its nodes and relationships, with the articles that say so.
   * @throws QueryError where the query fails or returns neither; UsageError as `pullSnapshot`
   */
  async pullPart(cypher: string, params: Readonly<Record<string, unknown>> = {}, hash?: string): Promise<Snapshot> {
    const selection = await selectByQuery(this, cypher, params)
    const { snapshot } = await this.pull(hash)
    return selectSnapshot(snapshot, selection, [snapshot.scope, `query:${cypher}`].filter(Boolean).join('；'))
  }

  /** Takes out what a snapshot alone put in. @returns how many nodes and relationships went */
  unload(hash: string): Promise<number> {
    return this.guarded(() => unloadSnapshot(this.connection, hash))
  }

  async run(cypher: string, params: Readonly<Record<string, unknown>> = {}, limits: RunLimits = {}): Promise<Answer> {
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, paramToDriver(value)]))
    return this.guarded(() =>
      withSession(this.connection, 'READ', async session => {
        const { notifications } = await this.checked(session, cypher, values)
        const answer = await this.rows(session, cypher, values, limits)
        const notices = notifications
          .filter(({ code }) => /\.Unknown\w+Warning$/.test(code))
          .map(one => one.description)
        return notices.length > 0 ? { ...answer, notices } : answer
      }),
    )
  }

  async explain(cypher: string, params: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, paramToDriver(value)]))
    return this.guarded(() =>
      withSession(this.connection, 'READ', async session => {
        const { plan } = await this.checked(session, cypher, values)
        return planText(plan)
      }),
    )
  }

  async schema(): Promise<StoreSchema> {
    const names = async (call: string): Promise<string[]> => {
      const { rows } = await this.run(call)
      return rows.map(([name]) => String(name)).filter(name => !isBookkeeping(name))
    }
    return {
      labels: await names('CALL db.labels() YIELD label RETURN label ORDER BY label'),
      types: await names('CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type ORDER BY type'),
      properties: await names('CALL db.propertyKeys() YIELD propertyKey AS key RETURN key ORDER BY key'),
    }
  }

  async stats(): Promise<StoreStats> {
    const counts = async (cypher: string, params: object = {}): Promise<Record<string, number>> =>
      Object.fromEntries(
        (await this.run(cypher, { ...params })).rows.map(([name, count]) => [String(name), Number(count)]),
      )
    const nodes = `MATCH (n) WHERE n.${MARK} IS NOT NULL RETURN labels(n)[0] AS name, count(*) ORDER BY name`
    const relationships = `MATCH ()-[r]->() WHERE type(r) IN $types AND r.${MARK} IS NOT NULL
      RETURN type(r) AS name, count(*) ORDER BY name`
    return { nodes: await counts(nodes), relationships: await counts(relationships, { types: RELATION_TYPES }) }
  }

  close(): Promise<void> {
    return this.connection.driver.close()
  }

  /** Has the server plan the query and refuses it unless it only reads. */
  private async checked(session: Session, cypher: string, params: Params): Promise<ResultSummary> {
    const { summary } = await session.run(`EXPLAIN\n${withoutMode(cypher)}`, params)
    checkPlan(summary.queryType, summary.plan, this.name)
    return summary
  }

  private async rows(session: Session, cypher: string, params: Params, limits: RunLimits): Promise<Answer> {
    const { rows: keep = Number.POSITIVE_INFINITY, time = TIME, signal } = limits
    const result = session.run(cypher, params, { timeout: time })
    const rows: Cell[][] = []
    let total = 0
    for await (const record of result) {
      if (signal?.aborted) throw new QueryError({ what: 'the query was stopped', remedy: 'Run it again.' })
      if (++total <= keep) rows.push([...record.values()].map(toCell))
    }
    const { plan, profile } = await result.summary()
    const text = planText(profile || plan)
    return { columns: await result.keys(), rows, total, ...(text && { plan: { text, ran: profile !== false } }) }
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw queryError(error, this.name)
    }
  }
}

/**
 * Opens a server and makes sure that it answers.
 * @param target a URI, with user, password and database from NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE; or all of them
 * @throws UsageError where the URI is none of Neo4j's; QueryError where nobody answers or the password is wrong
 */
export async function openNeo4j(target: string | Neo4jTarget): Promise<Neo4jStore> {
  const store = new Neo4jStore(typeof target === 'string' ? targetFromEnvironment(target) : target)
  try {
    await store.connection.driver.verifyConnectivity({ database: store.connection.database })
  } catch (error) {
    await store.close()
    throw queryError(error, store.name)
  }
  return store
}
