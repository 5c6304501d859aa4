import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { relateArticle } from '../../src/relate/relate.ts'
import { readMarked } from './marked.ts'

const folder = new URL('../cases/relate/', import.meta.url)

interface Case {
  readonly name: string
  readonly marked: string
  readonly wanted: readonly string[]
}

/** `# name`, the marked text, `==>`, one line a relation or figure; cases divided by blank lines. */
function readCases(file: string): readonly Case[] {
  return readFileSync(new URL(file, folder), 'utf8')
    .split(/^# /mu)
    .slice(1)
    .map(part => {
      const [head, wanted] = part.split('==>') as [string, string]
      const [name, ...lines] = head.trim().split('\n')
      return {
        name: name as string,
        marked: lines.join('\n'),
        wanted: wanted
          .trim()
          .split('\n')
          .filter(l => l !== ''),
      }
    })
}

function read(marked: string): readonly string[] {
  const { article, entities } = readMarked(marked)
  const facts = relateArticle(article, entities)
  const name = (id: string) => entities.find(e => e.id === id)?.name ?? id
  return [
    ...facts.relations.map(r => `${r.type} ${name(r.from)} > ${name(r.to)}${r.title ? ` ${r.title}` : ''}`),
    ...facts.figures.map(f => `FIGURE ${name(f.subject)} | ${f.measure} | ${f.approx ? '~' : ''}${f.value} ${f.unit}`),
  ]
}

for (const file of readdirSync(folder).sort()) {
  describe(file, () => {
    it.each(readCases(file).map(c => [c.name, c] as const))('%s', (_name, { marked, wanted }) => {
      expect([...read(marked)].sort()).toEqual([...wanted].sort())
    })
  })
}
