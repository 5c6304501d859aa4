import { oneLine, xml } from '../../src/export/escape.ts'
import { placeLabels } from '../../src/export/place-labels.ts'
import { CORNERS } from '../../src/export/shapes.ts'
import { controls } from '../graph/curve.ts'
import type { Mark, Picture } from '../graph/picture.ts'

const HEIGHT = 1130
const [NARROW, WIDE] = [1100, 1600]
const [HEAD, FOOT] = [100, 90]
const LONGEST = 24

/** What stands around the picture. */
export interface Caption {
  readonly title: string
  readonly subtitle: string
  /** Date of the data, who made it, content hash. */
  readonly source: string
  readonly legend: readonly { readonly words: string; readonly colour: string; readonly shape?: Mark['shape'] }[]
}

const n = (value: number): string => String(Math.round(value * 10) / 10)

function clip(text: string, most: number): string {
  const chars = [...oneLine(text)]
  return chars.length > most ? `${chars.slice(0, most - 1).join('')}…` : chars.join('')
}

function shapeAt(shape: Mark['shape'], x: number, y: number, size: number, colour: string): string {
  const corners = CORNERS[shape]?.map(([dx, dy]) => `${n(x + dx * size)},${n(y + dy * size)}`)
  return corners
    ? `<polygon points="${corners.join(' ')}" fill="${colour}"/>`
    : `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size)}" fill="${colour}"/>`
}

interface Fitted {
  readonly at: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  readonly width: number
}

/** Places of marks in the frame, up pointing up as on screen; the frame is as wide as the picture needs. */
function fitted({ marks, margins: [left, right] }: Picture): Fitted {
  const [xs, ys] = [marks.map(mark => mark.x), marks.map(mark => mark.y)]
  const least = (list: readonly number[]) => list.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const most = (list: readonly number[]) => list.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const [low, high] = [
    { x: least(xs), y: least(ys) },
    { x: most(xs), y: most(ys) },
  ]
  const [before, after] = [Math.max(left, 0.05), Math.max(right, 0.12)]
  const tall = HEIGHT - HEAD - FOOT - 50
  const wish = (((high.x - low.x) / (high.y - low.y || 1)) * tall) / (1 - before - after)
  const width = Math.round(Math.min(WIDE, Math.max(NARROW, wish || 0)))
  const room = width * (1 - before - after)
  const scale = Math.min(room / (high.x - low.x || 1), tall / (high.y - low.y || 1))
  const centre = { x: width * before + room / 2, y: HEAD + 25 + tall / 2 }
  const place = ({ x, y }: Mark) => ({
    x: centre.x + (x - (low.x + high.x) / 2) * scale,
    y: centre.y - (y - (low.y + high.y) / 2) * scale,
  })
  return { at: new Map(marks.map(mark => [mark.key, place(mark)])), width }
}

/** The picture on screen as SVG, with caption, legend and source. Names stay text. */
export function pictureSvg(picture: Picture, { title, subtitle, source, legend }: Caption): string {
  const { marks, lines, ink, paper } = picture
  const { at, width } = fitted(picture)
  const drawnLines = lines.flatMap(line => {
    const [from, to] = [at.get(line.source), at.get(line.target)]
    if (!from || !to) return []
    const [one, two] = controls(line, from, to)
    const path = `M${n(from.x)} ${n(from.y)}C${n(one.x)} ${n(one.y)} ${n(two.x)} ${n(two.y)} ${n(to.x)} ${n(to.y)}`
    return [`<path d="${path}" stroke="${line.colour}" stroke-width="${n(line.size)}"/>`]
  })
  const inOrder = [...marks].sort((a, b) => Number(b.strong) - Number(a.strong) || b.size - a.size)
  const placed = inOrder.flatMap(mark => {
    const place = at.get(mark.key)
    return place ? [{ ...place, size: mark.size, mark }] : []
  })
  const drawnMarks = placed.map(
    ({ x, y, size, mark }) =>
      `<g><title>${xml(oneLine(mark.label))}</title>${shapeAt(mark.shape, x, y, size, mark.colour)}</g>`,
  )
  const labels = placeLabels(
    placed.map(({ x, y, size, mark }) => ({ x, y, size, side: mark.side, text: clip(mark.label, LONGEST) })),
    { left: 8, top: HEAD, right: width - 8, bottom: HEIGHT - FOOT },
  )
  let x = 26
  const key = legend.map(({ words, colour, shape }) => {
    const sign = shape
      ? shapeAt(shape, x + 6, HEIGHT - 51, 6.5, colour)
      : `<path d="M${x} ${HEIGHT - 51}h20" stroke="${colour}" stroke-width="2.5"/>`
    const word = `<text x="${x + 26}" y="${HEIGHT - 46}" font-size="14">${xml(words)}</text>`
    x += 56 + [...words].length * 13
    return sign + word
  })
  const fonts = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" lang="zh-Hans" font-family="${fonts}" fill="${ink}">`,
    `<title>${xml(clip(title, 200))}</title><rect width="100%" height="100%" fill="${paper}"/>`,
    `<text x="24" y="48" font-size="28" font-weight="600">${xml(clip(title, 50))}</text>`,
    `<text x="24" y="78" font-size="15" opacity="0.75">${xml(clip(subtitle, 105))}</text>`,
    `<g fill="none">${drawnLines.join('\n')}</g>\n<g stroke="${paper}">${drawnMarks.join('\n')}</g>`,
    `<g font-size="13" stroke="${paper}" stroke-width="3" paint-order="stroke" stroke-linejoin="round">`,
    ...labels.map(label => `<text x="${n(label.x)}" y="${n(label.y)}">${xml(label.text)}</text>`),
    `</g>\n<g>${key.join('')}</g>`,
    `<text x="24" y="${HEIGHT - 18}" font-size="12" opacity="0.75">${xml(clip(source, 150))}</text>\n</svg>\n`,
  ].join('\n')
}
