import { effect, signal } from '@preact/signals'
import { lang } from '../i18n.ts'

/** Which side panel covers the picture on a narrow screen. */
export const sheet = signal<'left' | 'right' | null>(null)

/** A browser may refuse storage (a file opened from disk, a private window): preferences then last as long as the page. */
export function stored(name: string): string | null {
  try {
    return localStorage.getItem(`mailuo.${name}`)
  } catch {
    return null
  }
}

export function storeValue(name: string, value: string): void {
  try {
    localStorage.setItem(`mailuo.${name}`, value)
  } catch {
    return
  }
}

const chosen = stored('theme')

/** Dark as chosen, else as the system has it. */
export const dark = signal(chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches)

/** Puts language and light on the page and keeps them for the next time. */
export function keepPreferences(): void {
  if (stored('lang') === 'en') lang.value = 'en'
  let first = true
  effect(() => {
    document.documentElement.lang = lang.value === 'zh' ? 'zh-Hans' : 'en'
    document.documentElement.dataset['theme'] = dark.value ? 'dark' : 'light'
    const values = { lang: lang.value, theme: dark.value ? 'dark' : 'light' }
    if (!first) for (const [name, value] of Object.entries(values)) storeValue(name, value)
    first = false
  })
}
