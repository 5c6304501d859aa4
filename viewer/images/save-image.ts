import { dataDate } from '../../src/export/entity-graph.ts'
import { ENTITY_TYPES, RELATIONS } from '../../src/schema/ontology.ts'
import { palette, shapeOf } from '../graph/palette.ts'
import { number, t, term } from '../i18n.ts'
import { dark } from '../state/preferences.ts'
import type { App } from '../state/store.ts'
import { drawn } from './current.ts'
import { type Caption, pictureSvg } from './picture-svg.ts'

/** Title, what is shown and by what filters and query, when the data ends, where it comes from. */
function captionOf(app: App): Caption {
  const { snapshot } = app.model
  const { nodes, edges } = app.shown.value
  const { filters, query } = app.state.value
  const colours = palette(dark.value)
  const narrowed = filters.map(filter =>
    'values' in filter
      ? filter.values.map(value => app.model.node.get(value)?.name ?? term(value)).join('、')
      : filter.facet,
  )
  const shown = t('showing', { nodes: number(nodes.length), edges: number(edges.length) })
  const date = dataDate(snapshot)
  const types = new Set<string>(nodes.map(node => node.type))
  const relations = new Set<string>(edges.map(edge => edge.type))
  return {
    title: snapshot.title || t('appName'),
    subtitle: [shown, snapshot.scope, ...narrowed, query.replace(/\s+/g, ' ')].filter(Boolean).join(' · '),
    source: [
      `${t('articles')} ${snapshot.articles.length}${date ? ` → ${date}` : ''}`,
      snapshot.author,
      snapshot.licence,
      snapshot.generator,
      `sha256 ${snapshot.hash.slice(0, 16)}`,
    ]
      .filter(Boolean)
      .join(' · '),
    legend: [
      ...ENTITY_TYPES.filter(({ type }) => types.has(type)).map(({ type }) => ({
        words: term(type),
        colour: colours.type(type),
        shape: shapeOf(type),
      })),
      ...RELATIONS.filter(({ type }) => relations.has(type)).map(({ type }) => ({
        words: term(type),
        colour: colours.strongLine(type),
      })),
    ],
  }
}

/** The current picture as SVG; null where none is on screen. */
export function svgBlob(app: App): Blob | null {
  return drawn.picture && new Blob([pictureSvg(drawn.picture, captionOf(app))], { type: 'image/svg+xml' })
}

/** The same as PNG, twice as fine as a screen. */
export async function pngBlob(app: App): Promise<Blob | null> {
  const svg = svgBlob(app)
  if (!svg) return null
  const image = new Image()
  image.src = URL.createObjectURL(svg)
  try {
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * 2
    canvas.height = image.naturalHeight * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise(resolve => canvas.toBlob(resolve, 'image/png'))
  } finally {
    URL.revokeObjectURL(image.src)
  }
}
