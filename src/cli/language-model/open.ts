import type { LanguageModel } from './language-model.ts'
import { languageModelSettings } from './settings.ts'

/**
 * Opens the language model that the environment names, if any; what it takes to ask one is loaded only then.
 * @throws UsageError where its variables make no sense
 */
export async function openLanguageModel(): Promise<LanguageModel | undefined> {
  const settings = languageModelSettings(process.env)
  if (!settings) return undefined
  const { makeLanguageModel } = await import('./language-model.ts')
  return makeLanguageModel(settings)
}
