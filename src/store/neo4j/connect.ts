import neo4j, { type Driver, type Session } from 'neo4j-driver'
import { UsageError } from '../../errors.ts'
import { watchConnections } from './outgoing.ts'

/** Where a server is and how to enter it. The password is never printed. */
export interface Neo4jTarget {
  /** `bolt://…`, `neo4j://…`, with `+s` or `+ssc` for TLS. */
  readonly uri: string
  readonly user?: string
  readonly password?: string
  /** Default `neo4j`; always named, so that the driver need not ask. */
  readonly database?: string
}

/** An open driver and the database that is meant. */
export interface Connection {
  readonly driver: Driver
  readonly database: string
  readonly uri: string
}

/** User, password and database from the environment, so that none of them need stand on a command line. */
export function targetFromEnvironment(uri: string, environment: NodeJS.ProcessEnv = process.env): Neo4jTarget {
  const { NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = environment
  return { uri, ...(user && { user }), ...(password && { password }), ...(database && { database }) }
}

/** How long the driver itself goes on retrying one transaction, in milliseconds. */
const RETRY_TIME = 30_000

/**
 * Opens a driver; nothing is sent yet. Integers come back as bigint, floats as numbers, so the two stay apart.
 * @throws UsageError where the URI is none of Neo4j's, or holds a password
 */
export function connect(target: Neo4jTarget): Connection {
  const { uri, user, password, database = 'neo4j' } = target
  if (!/^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/[^\s/]+/.test(uri)) {
    throw new UsageError({
      what: `「${uri.replace(/\/\/.*@/, '//…@')}」 is no address of a Neo4j server`,
      remedy: 'Write bolt://localhost:7687 or neo4j+s://name.databases.neo4j.io',
    })
  }
  if (uri.includes('@')) {
    throw new UsageError({
      what: 'the address of the server names a user or a password',
      where: uri.replace(/\/\/.*@/, '//…@'),
      remedy: 'Leave them out: user with --user or NEO4J_USER, password in NEO4J_PASSWORD. Addresses are printed.',
    })
  }
  watchConnections()
  const auth = password === undefined ? undefined : neo4j.auth.basic(user ?? 'neo4j', password)
  const config = { useBigInt: true, maxTransactionRetryTime: RETRY_TIME, userAgent: 'mailuo' }
  return { driver: auth ? neo4j.driver(uri, auth, config) : neo4j.driver(uri, undefined, config), database, uri }
}

/** Opens a session, hands it over and closes it. */
export async function withSession<T>(
  { driver, database }: Connection,
  mode: 'READ' | 'WRITE',
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session[mode], fetchSize: 2000 })
  try {
    return await use(session)
  } finally {
    await session.close()
  }
}
