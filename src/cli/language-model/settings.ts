import { homedir } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '../../errors.ts'

/** Where a language model is to be had, if the environment names one. */
export interface LanguageModelSettings {
  /** Base address of an OpenAI-compatible service: `http://127.0.0.1:11434/v1`. */
  readonly url: string
  readonly model: string
  /** Sent as a bearer token, never printed. */
  readonly key: string | undefined
  /** How long one answer may take, in milliseconds. */
  readonly timeout: number
  /** Folder of the answers that were given before. */
  readonly cache: string
}

const SECONDS = 60

/** Names of the variables, for `--help` and errors. */
export const LANGUAGE_MODEL_HELP =
  'A language model may suggest names as one proposer more: set MAILUO_LM_URL (an OpenAI-compatible address, http://127.0.0.1:11434/v1) and MAILUO_LM_MODEL; MAILUO_LM_KEY, MAILUO_LM_TIMEOUT (seconds, 60) and MAILUO_LM_CACHE (a folder) are optional. The texts of the articles are sent there. Only names that stand in the text to the letter are taken.'

const wrong = (variable: string, what: string, remedy: string): UsageError =>
  new UsageError({ what, where: variable, remedy })

/**
 * Reads the settings; without MAILUO_LM_URL there is no language model.
 * @throws UsageError where a variable is missing or makes no sense
 */
export function languageModelSettings(env: NodeJS.ProcessEnv): LanguageModelSettings | undefined {
  const url = env['MAILUO_LM_URL']
  if (!url) return undefined
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    throw wrong('MAILUO_LM_URL', `'${url}' is no http address.`, 'Give the address that ends before /chat/completions.')
  const model = env['MAILUO_LM_MODEL']
  if (!model)
    throw wrong('MAILUO_LM_MODEL', 'No model is named.', 'Name one that the service has, or unset MAILUO_LM_URL.')
  const seconds = Number(env['MAILUO_LM_TIMEOUT'] ?? SECONDS)
  if (!(seconds > 0)) throw wrong('MAILUO_LM_TIMEOUT', 'It is no number of seconds.', 'Set it to 60, or unset it.')
  const home = env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  return {
    url: url.replace(/\/+$/, ''),
    model,
    key: env['MAILUO_LM_KEY'],
    timeout: seconds * 1000,
    cache: env['MAILUO_LM_CACHE'] ?? join(home, 'mailuo', 'language-model'),
  }
}
