import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('../cases/extract/', import.meta.url)

/** A sentence with the mentions it must give: `= 东街街道党工委 Organisation/party`, and must not: `! 提升社区`. */
export interface Case {
  readonly file: string
  readonly text: string
  readonly wanted: readonly { readonly text: string; readonly label: string }[]
  readonly unwanted: readonly string[]
}

/** Reads all cases: blocks parted by blank lines, the sentence first; `#` begins a comment. */
export function readCases(): Case[] {
  const files = readdirSync(FOLDER).sort()
  return files.flatMap(file =>
    readFileSync(new URL(file, FOLDER), 'utf8')
      .split(/\n\s*\n/u)
      .map(block => block.split('\n').filter(line => line !== '' && !line.startsWith('#')))
      .filter(lines => lines.length > 0)
      .map(lines => readCase(file, lines)),
  )
}

function readCase(file: string, [text = '', ...rest]: string[]): Case {
  const wanted = rest
    .filter(line => line.startsWith('= '))
    .map(line => {
      const cut = line.lastIndexOf(' ')
      return { text: line.slice(2, cut), label: line.slice(cut + 1) }
    })
  const unwanted = rest.filter(line => line.startsWith('! ')).map(line => line.slice(2))
  if (wanted.length + unwanted.length !== rest.length || rest.length === 0) throw new Error(`${file}: ${text}`)
  return { file, text, wanted, unwanted }
}
