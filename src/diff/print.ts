import { markdown, oneLine, xml } from '../export/escape.ts'
import type { Snapshot } from '../snapshot/format.ts'
import { diffSnapshots, isChanged, type SnapshotDiff } from './diff.ts'
import { type DiffLine, type DiffSection, diffSections, diffSummary, type Mark } from './lines.ts'

export const DIFF_FORMATS = ['text', 'json', 'md', 'html'] as const
export type DiffFormat = (typeof DIFF_FORMATS)[number]

type Paint = (mark: Mark, text: string) => string

function textOf(sections: readonly DiffSection[], paint: Paint): string {
  const line = ({ mark, text, quotes }: DiffLine): string => {
    const said = quotes.map(
      one => `      ${paint(one.mark, `${one.mark} “${oneLine(one.quote)}”`)} ${oneLine(one.where)}\n`,
    )
    return `  ${paint(mark, `${mark} ${oneLine(text)}`)}\n${said.join('')}`
  }
  return sections.map(({ zh, lines }) => `${zh}\n${lines.map(line).join('')}`).join('')
}

function markdownOf(sections: readonly DiffSection[]): string {
  const signs = { '+': '➕', '-': '➖', '~': '✏️' }
  const line = ({ mark, text, quotes }: DiffLine): string => {
    const said = quotes.map(one => `  - ${signs[one.mark]} “${markdown(one.quote)}” ${markdown(one.where)}\n`)
    return `- ${signs[mark]} ${markdown(text)}\n${said.join('')}`
  }
  return sections.map(({ zh, lines }) => `\n## ${zh}\n\n${lines.map(line).join('')}`).join('')
}

const STYLE = `body{font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#22211d;background:#fbfaf7}
li{list-style:none}ul{padding-left:1.4em}.add{color:#00614a}.del{color:#a33c00}.mod{color:#0058a0}small{color:#6b675e}
@media(prefers-color-scheme:dark){body{color:#e9e6df;background:#15171b}.add{color:#2fc79d}.del{color:#ff9a4d}.mod{color:#56b4e9}small{color:#a9a498}}`

function htmlOf(sections: readonly DiffSection[], title: string, summary: string): string {
  const names = { '+': 'add', '-': 'del', '~': 'mod' }
  const line = ({ mark, text, quotes }: DiffLine): string => {
    const said = quotes.map(
      one =>
        `<li class="${names[one.mark]}">${one.mark} “<q>${xml(one.quote)}</q>” <small>${xml(one.where)}</small></li>`,
    )
    return `<li class="${names[mark]}">${mark} <bdi>${xml(text)}</bdi>${said.length > 0 ? `<ul>${said.join('\n')}</ul>` : ''}</li>\n`
  }
  const body = sections.map(({ zh, lines }) => `<h2>${zh}</h2>\n<ul>\n${lines.map(line).join('')}</ul>\n`).join('')
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
  return `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="${policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1" /><title>${xml(title)}</title><style>${STYLE}</style></head>
<body><h1>${xml(title)}</h1><p>${xml(summary)}</p>\n${body}</body></html>\n`
}

/** A difference as data: what came, went and changed, with both sides of every change. */
function jsonOf(diff: SnapshotDiff, old: Snapshot, now: Snapshot): string {
  const head = { changed: isChanged(diff), old: old.hash, new: now.hash }
  return `${JSON.stringify({ ...head, ...diff }, null, 1)}\n`
}

/**
 * Two snapshots compared, in one of the formats.
 * @param paint colours a line of text by its mark
 */
export function printDiff(old: Snapshot, now: Snapshot, format: DiffFormat, paint: Paint = (_, text) => text): string {
  const diff = diffSnapshots(old, now)
  const sections = diffSections(diff, old, now)
  const summary = diffSummary(diff)
  const title = `${old.title || old.hash.slice(0, 12)} → ${now.title || now.hash.slice(0, 12)}`
  switch (format) {
    case 'json':
      return jsonOf(diff, old, now)
    case 'md':
      return `# ${markdown(title)}\n\n${summary}\n${markdownOf(sections)}`
    case 'html':
      return htmlOf(sections, title, summary)
    default:
      return `${summary}\n${textOf(sections, paint)}`
  }
}
