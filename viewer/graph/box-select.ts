/**
 * Lets a reader draw a box, by mouse, pen or finger; gives its corners in pixels of the host.
 * @param isOn whether a press that begins now draws a box: with Shift held, or while box selection is switched on
 * @returns how to stop listening
 */
export function listenBox(
  host: HTMLElement,
  isOn: (event: PointerEvent) => boolean,
  onBox: (box: DOMRect) => void,
): () => void {
  const frame = document.createElement('div')
  frame.className = 'box-select'
  frame.hidden = true
  host.append(frame)
  let drawn = false
  let start: { x: number; y: number } | null = null
  const at = (event: PointerEvent) => {
    const box = host.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const boxTo = (event: PointerEvent) => {
    const end = at(event)
    const from = start ?? end
    const [x, y] = [Math.min(from.x, end.x), Math.min(from.y, end.y)]
    return new DOMRect(x, y, Math.abs(from.x - end.x), Math.abs(from.y - end.y))
  }
  const down = (event: PointerEvent) => {
    drawn = false
    if (event.button !== 0 || !isOn(event)) return
    start = at(event)
    host.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent) => {
    if (!start) return
    const { x, y, width, height } = boxTo(event)
    frame.hidden = false
    Object.assign(frame.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` })
  }
  const up = (event: PointerEvent) => {
    if (!start) return
    const box = boxTo(event)
    start = null
    frame.hidden = true
    if (box.width < 6 && box.height < 6) return
    drawn = true
    onBox(box)
  }
  /** While a box is drawn the picture must not move, and the click that ends it is no click on the paper beneath. */
  const keep = (event: Event) => {
    if (start || (event.type === 'click' && drawn)) event.stopPropagation()
  }
  const kept = ['mousedown', 'mousemove', 'touchstart', 'touchmove', 'click'] as const
  host.addEventListener('pointerdown', down, true)
  host.addEventListener('pointermove', move, true)
  host.addEventListener('pointerup', up, true)
  for (const name of kept) host.addEventListener(name, keep, { capture: true, passive: true })
  return () => {
    host.removeEventListener('pointerdown', down, true)
    host.removeEventListener('pointermove', move, true)
    host.removeEventListener('pointerup', up, true)
    for (const name of kept) host.removeEventListener(name, keep, { capture: true })
    frame.remove()
  }
}
