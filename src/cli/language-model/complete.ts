import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { InputError } from '../../errors.ts'
import type { Message } from '../../extract/language-model/prompt.ts'
import type { LanguageModelSettings } from './settings.ts'

/** The part of a chat completion that is read. */
const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })

/** Pauses before the second and third attempt, in milliseconds. */
const PAUSES = [500, 2000]

const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500

class Passing extends Error {}

/**
 * Asks the service for one chat completion, at temperature 0. What may pass (a time-out, a lost connection, 408, 429, 5xx) is
 * tried twice more.
 * @returns the content of the first choice
 * @throws InputError where the service refuses, stays silent, or answers in another form
 */
export async function complete(settings: LanguageModelSettings, messages: readonly Message[]): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await attemptOnce(settings, messages)
    } catch (error) {
      const wait = PAUSES[attempt]
      if (!(error instanceof Passing)) throw error
      if (wait === undefined) throw trouble(settings, error.message)
      await pause(wait)
    }
  }
}

async function attemptOnce(settings: LanguageModelSettings, messages: readonly Message[]): Promise<string> {
  const { url, model, key, timeout } = settings
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ model, messages, temperature: 0, stream: false }),
    signal: AbortSignal.timeout(timeout),
  }).catch((error: Error) => {
    throw new Passing(error.name === 'TimeoutError' ? `no answer within ${timeout / 1000} s` : 'it cannot be reached')
  })
  const body = await response.text().catch(() => {
    throw new Passing('the answer broke off')
  })
  if (isPassing(response.status)) throw new Passing(`it answers ${response.status}`)
  if (!response.ok) throw trouble(settings, `it answers ${response.status}`)
  return contentOf(settings, body)
}

function contentOf(settings: LanguageModelSettings, body: string): string {
  try {
    return completion.parse(JSON.parse(body)).choices[0]?.message.content ?? ''
  } catch {
    throw trouble(settings, 'its answer is no chat completion')
  }
}

const trouble = ({ url }: LanguageModelSettings, what: string): InputError =>
  new InputError({
    what: `The language model was no help: ${what}.`,
    where: url,
    remedy:
      'The rules alone read the article. Check MAILUO_LM_URL, MAILUO_LM_MODEL and MAILUO_LM_KEY, or unset MAILUO_LM_URL.',
  })
