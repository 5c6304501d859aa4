import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ENTITY_TYPES, RELATIONS } from '../../src/schema/ontology.ts'
import {
  edgeType,
  endsFit,
  entityKind,
  entityType,
  kindFits,
  nodeType,
  relationType,
} from '../../src/schema/validators.ts'

describe('validators', () => {
  it('take every name of the table and nothing else', () => {
    for (const row of ENTITY_TYPES) {
      expect(entityType.safeParse(row.type).success).toBe(true)
      expect(nodeType.safeParse(row.type).success).toBe(true)
      for (const { kind } of row.kinds) expect(entityKind.safeParse(kind).success).toBe(true)
    }
    for (const row of RELATIONS) {
      expect(relationType.safeParse(row.type).success).toBe(true)
      expect(edgeType.safeParse(row.type).success).toBe(true)
    }
    expect(nodeType.safeParse('Article').success).toBe(true)
    expect(entityType.safeParse('Article').success).toBe(false)
    expect(relationType.safeParse('MENTIONS').success).toBe(false)
  })

  it('know which kind belongs to which type', () => {
    expect(kindFits('Place', 'county')).toBe(true)
    expect(kindFits('Programme', 'county')).toBe(false)
    expect(kindFits('Person', null)).toBe(true)
    expect(kindFits('Place', null)).toBe(false)
  })

  it('know which ends a relation joins', () => {
    expect(endsFit('RUNS', 'Place', 'Programme')).toBe(true)
    expect(endsFit('RUNS', 'Programme', 'Place')).toBe(false)
    expect(endsFit('PART_OF', 'Programme', 'Programme')).toBe(true)
    expect(endsFit('PART_OF', 'Organisation', 'Programme')).toBe(false)
  })
})

const checker = new URL('../../../shared/gold/check.mjs', import.meta.url)

describe.skipIf(!existsSync(checker))('the annotation guide’s checker (needs ../shared/gold)', () => {
  it('knows the same types, kinds and relations', () => {
    const text = readFileSync(checker, 'utf8')
    for (const row of ENTITY_TYPES) {
      const listed = new RegExp(`${row.type}: \\[([^\\]]*)\\]`).exec(text)?.[1] ?? ''
      const kinds = [...listed.matchAll(/'([a-z]+)'/g)].map(match => match[1])
      expect(kinds).toEqual(row.kinds.map(({ kind }) => kind))
    }
    for (const row of RELATIONS) {
      const listed = new RegExp(`${row.type}: \\[(\\[[^\\]]*\\]), (\\[[^\\]]*\\])\\]`).exec(text)
      const names = (list: string | undefined) => [...(list ?? '').matchAll(/'(\w+)'/g)].map(match => match[1])
      expect(names(listed?.[1])).toEqual(row.from)
      expect(names(listed?.[2])).toEqual(row.to)
    }
  })
})
