import { useLayoutEffect, useRef } from 'preact/hooks'
import { type MessageKey, t } from '../i18n.ts'
import { endTour, tourStep } from '../state/tour.ts'

/** What is pointed at, by `data-tour`, and what is said there. */
const STEPS: readonly { readonly at: string; readonly title: MessageKey; readonly says: MessageKey }[] = [
  { at: 'graph', title: 'tour.graph', says: 'tour.graph2' },
  { at: 'search', title: 'tour.search', says: 'tour.search2' },
  { at: 'details', title: 'tour.details', says: 'tour.details2' },
  { at: 'views', title: 'tour.views', says: 'tour.views2' },
]

const GAP = 12
const WIDTH = 320

/** Four short hints for first use, each beside what it speaks of. Nothing is blocked: whoever knows the way just goes on. */
export function Tour({ view }: { view: string }) {
  const card = useRef<HTMLDivElement>(null)
  const ring = useRef<HTMLDivElement>(null)
  const step = tourStep.value
  useLayoutEffect(() => {
    const put = () => place(STEPS[step ?? -1]?.at, card.current, ring.current)
    // whoever has gone elsewhere needs no guide
    if (step !== null && !targetOf(STEPS[step]?.at)) endTour()
    put()
    addEventListener('resize', put)
    return () => removeEventListener('resize', put)
  }, [step, view])
  const now = STEPS[step ?? -1]
  if (step === null || !now) return null
  const isLast = step === STEPS.length - 1
  return (
    <div class="tour">
      <div class="tour-ring" ref={ring} />
      <section class="tour-card" ref={card} aria-label={t('tour')}>
        <p class="tour-count" aria-hidden="true">
          {step + 1} / {STEPS.length}
        </p>
        <div role="status">
          <h2>{t(now.title)}</h2>
          <p>{t(now.says)}</p>
        </div>
        <div class="actions">
          <button
            type="button"
            class="primary"
            onClick={() => {
              if (isLast) endTour()
              else tourStep.value = step + 1
            }}
          >
            {t(isLast ? 'tour.done' : 'tour.next')}
          </button>
          {!isLast && (
            <button type="button" data-skip onClick={endTour}>
              {t('tour.skip')}
            </button>
          )}
        </div>
      </section>
    </div>
  )
}

function targetOf(at: string | undefined): Element | null {
  return document.querySelector(`[data-tour="${at}"]`)
}

/** Rings the target and puts the card where it covers least of it: below, beside, or inside at the foot of a large one. */
function place(at: string | undefined, card: HTMLElement | null, ring: HTMLElement | null): void {
  const target = targetOf(at)?.getBoundingClientRect()
  if (!card || !ring || !target) return
  const seen = target.width > 0
  Object.assign(ring.style, {
    display: seen ? 'block' : 'none',
    left: `${target.left}px`,
    top: `${target.top}px`,
    width: `${target.width}px`,
    height: `${target.height}px`,
  })
  // the width makes the height, so it comes first
  const width = Math.min(WIDTH, innerWidth - 2 * GAP)
  card.style.width = `${width}px`
  const { height } = card.getBoundingClientRect()
  const below = target.bottom + GAP
  const isSmall = seen && below + height < innerHeight - GAP
  const middle = target.left + target.width / 2 - width / 2
  const left = seen ? Math.max(GAP, Math.min(innerWidth - width - GAP, middle)) : (innerWidth - width) / 2
  const top = isSmall ? below : (seen ? target.bottom : innerHeight - 60) - height - 2 * GAP
  Object.assign(card.style, { left: `${left}px`, top: `${Math.max(GAP, top)}px` })
}
