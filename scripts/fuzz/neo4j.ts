import type { Driver, Session } from 'neo4j-driver'
import neo4j from 'neo4j-driver'
import type { GraphInput, Json } from '../../src/cypher/index.ts'
import type { Answer } from './compare.ts'

type Path = {
  start: unknown
  segments: { start: { identity: { equals(other: unknown): boolean } }; relationship: Relationship; end: unknown }[]
}
type Relationship = { type: string; properties: Record<string, unknown>; start: unknown }

/** A real server, with one graph at a time. Everything in its database is deleted. */
export class Reference {
  private readonly driver: Driver
  private readonly session: Session

  constructor(uri: string) {
    const auth = neo4j.auth.basic(process.env['NEO4J_USER'] ?? 'neo4j', process.env['NEO4J_PASSWORD'] ?? '')
    this.driver = neo4j.driver(uri, auth)
    this.session = this.driver.session({ database: 'neo4j' })
  }

  async load(graph: GraphInput): Promise<void> {
    const creates = [
      ...graph.nodes.map(({ id, labels, properties }) => {
        const marks = labels.map(label => `:${label}`).join('')
        return `(n${id}${marks} ${literal(properties)})`
      }),
      ...graph.relationships.map(
        ({ type, start, end, properties }) => `(n${start})-[:${type} ${literal(properties)}]->(n${end})`,
      ),
    ]
    await this.session.run('MATCH (n) DETACH DELETE n')
    if (creates.length > 0) await this.session.run(`CREATE ${creates.join(', ')}`)
  }

  /** @returns rows in the vectors' form, or the server's refusal. */
  async run(query: string): Promise<Answer> {
    try {
      const result = await this.session.run(query, {}, { timeout: 20_000 })
      return { rows: result.records.map(record => [...record.values()].map(toVector)), error: null }
    } catch (error) {
      return { rows: [], error: (error as Error).message.split('\n')[0] ?? 'refused' }
    }
  }

  async close(): Promise<void> {
    await this.session.close()
    await this.driver.close()
  }
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if ('$Date' in value) return `date('${value.$Date}')`
  if ('$float' in value) return `toFloat('${value.$float}')`
  return `{${Object.entries(value)
    .map(([key, each]) => `\`${key}\`: ${literal(each)}`)
    .join(', ')}}`
}

function toVector(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return { $float: String(value) }
  if (neo4j.isInt(value)) return value.inSafeRange() ? value.toNumber() : { $int: value.toString() }
  if (Array.isArray(value)) return value.map(toVector)
  if (neo4j.isNode(value)) return { $node: { labels: value.labels, properties: mapOf(value.properties) } }
  if (neo4j.isRelationship(value)) return relationship(value as unknown as Relationship)
  if (neo4j.isPath(value)) return path(value as unknown as Path)
  if (neo4j.isDate(value) || neo4j.isDuration(value)) return String(value)
  return mapOf(value as Record<string, unknown>)
}

function mapOf(map: Record<string, unknown>): Json {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, toVector(value)]))
}

function relationship({ type, properties }: Relationship): Json {
  return { $relationship: { type, properties: mapOf(properties) } }
}

function path({ start, segments }: Path): Json {
  return {
    $path: {
      nodes: [toVector(start), ...segments.map(segment => toVector(segment.end))],
      relationships: segments.map(segment => relationship(segment.relationship)),
      forward: segments.map(segment => segment.start.identity.equals(segment.relationship.start)),
    },
  }
}
