import { readWordGroups } from '../text/word-groups.ts'

/** The words of `seeds/ingest/words.csv`; the README beside it says what each group is for. */
export const WORDS = readWordGroups('ingest/words.csv', [
  'transcribed-name',
  'surname-like',
  'author',
  'photographer',
  'own-paper',
  'reporter-kind',
  'newsroom-kind',
  'reporter',
  'correspondent-kind',
  'correspondent',
  'writer',
  'editor-kind',
  'editor',
  'editing-role',
  'production-role',
  'not-staff',
  'role-compound',
  'trailing-role',
  'glued-role',
  'source',
  'signing-role',
  'note',
  'picture-role',
  'text-credit',
  'picture-credit',
  'photo-credit',
  'video-credit',
  'text-and-picture',
  'picture-and-text',
  'report',
  'newsroom-desk',
  'dateline-city',
  'dateline-level',
  'spread-first',
  'spread-last',
  'stationed',
  'paper-head',
  'media',
  'unit-head',
])

/** The word by which a group is written where one must be: its first. */
export const writtenAs = (group: keyof typeof WORDS): string => WORDS[group][0] ?? ''
/** Roles as they are given where a page prints none, or a short one. */
export const AUTHOR = writtenAs('author')
export const PHOTOGRAPHER = writtenAs('photographer')
