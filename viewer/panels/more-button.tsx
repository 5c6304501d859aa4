import type { Signal } from '@preact/signals'
import { t } from '../i18n.ts'

/** Shows the rest of a long list, or its beginning again. @param rest how many are left out while it is short */
export function MoreButton({ all, rest }: { all: Signal<boolean>; rest: number }) {
  return (
    <button
      type="button"
      class="link"
      aria-expanded={all.value}
      onClick={() => {
        all.value = !all.value
      }}
    >
      {all.value ? t('less') : `${t('more')} ${rest}`}
    </button>
  )
}
