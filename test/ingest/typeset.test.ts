import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../src/graph/seeded.ts'
import { cutPage } from '../../src/ingest/read-page.ts'
import { STORIES } from './sample.ts'
import { type Layout, pick, type Story, typeset } from './typeset.ts'

const squeeze = (text: string): string => text.replace(/\s+/g, '')
const bodyOf = (story: Story): string => story.paragraphs.map((text, i) => (story.subheads?.[i] ?? '') + text).join('')

/** Sets pages of a kind and counts what comes back as it was. */
function measure(fixed: Partial<Layout>): {
  stories: number
  bodies: number
  titles: number
  names: number
  cut: number
} {
  const sum = { stories: 0, bodies: 0, titles: 0, names: 0, cut: 0 }
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed)
    const stories = STORIES.filter(() => random() < 0.7)
    if (stories.length < 2) continue
    const width = 13 + Math.floor(random() * 11)
    const layout: Layout = {
      headlines: pick(random, ['heap', 'above', 'below', 'mixed'] as const),
      byline: 'lead',
      torn: pick(random, [0, 8, 15]),
      widths: stories.map(() => width + Math.floor(random() * 4)),
      labels: random() < 0.5,
      indent: true,
      ...fixed,
    }
    const { articles } = cutPage('page.txt', typeset(stories, layout, random))
    sum.cut += articles.length
    for (const story of stories) {
      sum.stories++
      const found = articles.find(({ text }) => squeeze(text).endsWith(squeeze(story.paragraphs.at(-1) ?? '')))
      if (found && squeeze(found.text) === squeeze(bodyOf(story))) sum.bodies++
      if (found && squeeze(found.title ?? '') === squeeze(story.title)) sum.titles++
      if (found && found.bylines.map(({ name }) => name).join() === story.names.join()) sum.names++
    }
  }
  return sum
}

describe('a newspaper page set in columns', () => {
  for (const byline of ['lead', 'line', 'end'] as const)
    it(`comes apart into its articles where writers stand as ${byline}`, () => {
      const { stories, bodies, names, cut } = measure({ byline })
      expect(stories).toBeGreaterThan(100)
      expect(cut).toBe(stories)
      expect(bodies / stories).toBeGreaterThanOrEqual(0.95)
      expect(names / stories).toBeGreaterThanOrEqual(0.98)
    })

  for (const headlines of ['heap', 'above', 'below', 'mixed'] as const)
    it(`gives bodies their headlines back from ${headlines}`, () => {
      const { stories, titles } = measure({ headlines })
      expect(titles / stories).toBeGreaterThanOrEqual(0.95)
    })
})
