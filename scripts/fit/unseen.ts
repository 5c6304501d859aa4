import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { InputError } from '../../src/errors.ts'
import type { Mention } from '../../src/model/facts.ts'

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/mailuo/', import.meta.url))
const FILE = `${FOLDER}unseen-mentions.json`

/** What weights found in an article that they had not seen. */
export interface Unseen {
  readonly text: string
  readonly mentions: readonly Mention[]
}

/** By article: `1204/2` is the second cut from 1204. */
export type UnseenMentions = ReadonlyMap<string, Unseen>

/** Keeps them for the fits that build on them. */
export function keepUnseen(unseen: UnseenMentions): void {
  mkdirSync(FOLDER, { recursive: true })
  const bare = [...unseen].map(([id, { text, mentions }]) => {
    return [id, { text, mentions: mentions.map(one => ({ ...one, losers: undefined })) }]
  })
  writeFileSync(FILE, JSON.stringify(bare))
}

/** @throws InputError where no fit has kept any */
export function readUnseen(): UnseenMentions {
  if (!existsSync(FILE))
    throw new InputError({
      what: 'There are no mentions found by weights that had not seen their article.',
      where: FILE,
      remedy: 'Run `npm run fit` first: it keeps them.',
    })
  return new Map(JSON.parse(readFileSync(FILE, 'utf8')) as [string, Unseen][])
}
