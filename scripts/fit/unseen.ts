import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { InputError } from '../../src/errors.ts'
import type { Mention } from '../../src/model/facts.ts'

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/mailuo/', import.meta.url))
const FILE = `${FOLDER}unseen-mentions.json`

/** Mentions that weights found which had not seen the article, by article: `1204/2` is the second cut from 1204. */
export type UnseenMentions = ReadonlyMap<string, readonly Mention[]>

/** Keeps them for the fits that build on them. */
export function keepUnseen(mentions: UnseenMentions): void {
  mkdirSync(FOLDER, { recursive: true })
  const bare = [...mentions].map(([id, found]) => [id, found.map(one => ({ ...one, losers: undefined }))])
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
  return new Map(JSON.parse(readFileSync(FILE, 'utf8')) as [string, Mention[]][])
}
