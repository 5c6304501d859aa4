import { useEffect, useRef } from 'preact/hooks'
import { t } from '../i18n.ts'
import { tourStep } from '../state/tour.ts'
import { helpOpen, KEYS } from './keys.ts'

/** The list of keys, in a dialog of the browser's own: it keeps the focus and gives it back. */
export function Help() {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (helpOpen.value) dialog.current?.showModal()
    else dialog.current?.close()
  }, [helpOpen.value])
  const close = () => {
    helpOpen.value = false
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; a click beside it is for the mouse
    <dialog
      ref={dialog}
      class="help"
      aria-label={t('keys')}
      onClose={close}
      onClick={event => event.target === event.currentTarget && close()}
    >
      <div class="help-body">
        <h2>{t('keys')}</h2>
        <dl>
          {KEYS.map(row => (
            <div key={row.keys.join(' ')}>
              <dt>
                {row.keys.map(key => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(row.does)}</dd>
            </div>
          ))}
        </dl>
        <div class="actions">
          <button type="button" class="primary" onClick={close}>
            {t('close')}
          </button>
          <button
            type="button"
            onClick={() => {
              close()
              tourStep.value = 0
            }}
          >
            {t('tour')}
          </button>
        </div>
      </div>
    </dialog>
  )
}
