import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const COMPOSE = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8')
/** Versions of the jars that the contract suite runs against. */
const JARS = new URL('../../../shared/neo4j/pom.xml', import.meta.url)

type Yaml = string | Yaml[] | { [key: string]: Yaml }

/** A scalar or a flow list: `'8'` → 8, `['CMD', "a"]` → [CMD, a]. */
function scalar(text: string): Yaml {
  if (text.startsWith('[')) return [...text.matchAll(/'((?:[^']|'')*)'/g)].map(([, item = '']) => unquoted(`'${item}'`))
  return unquoted(text)
}

const unquoted = (text: string): string => (/^'.*'$/.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text)

/**
 * The part of YAML that the file keeps to: maps and lists by indentation, plain and single-quoted scalars, flow lists of
 * single-quoted ones. Anything else is an error, so that the file cannot come to mean something that this does not see.
 */
function parseYaml(text: string): Yaml {
  const lines = text.split('\n').filter(line => !/^\s*(?:#.*)?$/.test(line))
  let at = 0
  const indent = (line = ''): number => line.length - line.trimStart().length
  const block = (depth: number): Yaml => (lines[at]?.trim().startsWith('- ') ? list(depth) : map(depth))
  const list = (depth: number): Yaml[] => {
    const items: Yaml[] = []
    for (; at < lines.length && indent(lines[at]) === depth; at++) {
      const [, item] = /^\s*- (\S.*)$/.exec(lines[at] ?? '') ?? []
      if (item === undefined) throw new Error(`no item of a list: ${lines[at]}`)
      items.push(scalar(item))
    }
    return items
  }
  const map = (depth: number): Yaml => {
    const members: { [key: string]: Yaml } = {}
    while (at < lines.length && indent(lines[at]) === depth) {
      const [, key, value] = /^\s*([\w-]+):(?: (\S.*))?$/.exec(lines[at++] ?? '') ?? []
      if (key === undefined || key in members) throw new Error(`no member of a map, or one twice: ${lines[at - 1]}`)
      const deeper = indent(lines[at])
      members[key] = value === undefined ? (at < lines.length && deeper > depth ? block(deeper) : '') : scalar(value)
    }
    return members
  }
  const parsed = block(0)
  if (at < lines.length) throw new Error(`indented as nothing else: ${lines[at]}`)
  return parsed
}

describe('docker-compose.yml (there is no Docker in CI: its configuration is read, not run)', () => {
  const { services, volumes } = parseYaml(COMPOSE) as { [key: string]: { [key: string]: { [key: string]: Yaml } } }
  const neo4j = services?.['neo4j'] ?? {}
  const environment = neo4j['environment'] as { [key: string]: string }

  it('is one service and its volume', () => {
    expect(Object.keys(services ?? {})).toEqual(['neo4j'])
    expect(neo4j['volumes']).toEqual(Object.keys(volumes ?? {}).map(name => `${name}:/data`))
  })

  it.skipIf(!existsSync(JARS))('runs the very version that the contract suite runs against (../shared/neo4j)', () => {
    const [, version] = /<neo4j\.version>([\d.]+)</.exec(readFileSync(JARS, 'utf8')) ?? []
    expect(version).toMatch(/^5\.26\.\d+$/)
    expect(neo4j['image']).toBe(`neo4j:${version}-community`)
  })

  it('listens to this machine alone', () => {
    expect(neo4j['ports']).toEqual(['127.0.0.1:7474:7474', '127.0.0.1:7687:7687'])
  })

  it('asks for a password and holds none', () => {
    expect(environment['NEO4J_AUTH']).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?[^}]+\}$/)
  })

  it('reads no files of the server, and names settings that the image knows', () => {
    expect(environment['NEO4J_dbms_security_allow__csv__import__from__file__urls']).toBe('false')
    for (const name of Object.keys(environment)) expect(name).toMatch(/^NEO4J_(?:AUTH$|dbms_|server_|db_)/)
  })

  it('is healthy once it answers a query', () => {
    const { test } = neo4j['healthcheck'] as { [key: string]: Yaml }
    expect(test).toEqual(['CMD-SHELL', expect.stringMatching(/^cypher-shell .*"RETURN 1" \|\| exit 1$/)])
  })

  it('would not be read wrongly', () => {
    for (const bad of ['a: 1\na: 2', 'a:\n  - 1\n   - 2', 'a: 1\n  b: 2', 'a b']) {
      expect(() => parseYaml(bad)).toThrow()
    }
    expect(parseYaml("a:\n  b: 'x: y'\n  c: ['1', '2']\nd:")).toEqual({ a: { b: 'x: y', c: ['1', '2'] }, d: '' })
  })
})
