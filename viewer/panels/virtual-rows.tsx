import { useSignal, useSignalEffect } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

export interface Column<Row> {
  readonly key: string
  readonly head: string
  readonly cell: (row: Row) => ComponentChildren
  /** What the column sorts by; without it the head is plain. */
  readonly sort?: (row: Row) => string | number
  readonly numeric?: boolean
}

interface Props<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  readonly isOn: (row: Row) => boolean
  readonly sorted: { readonly key: string; readonly down: boolean }
  readonly onSort: (key: string) => void
}

const HEIGHT = 34
const BEYOND = 8

/** A real table of which only the rows in view are in the page; counts of all rows are told to assistive tools. */
export function VirtualRows<Row>(props: Props<Row>) {
  const { rows, columns, keyOf, isOn, label } = props
  const box = useRef<HTMLDivElement>(null)
  const top = useSignal(0)
  const height = useSignal(600)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const watch = new ResizeObserver(() => {
      height.value = element.clientHeight
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useSignalEffect(() => {
    if (box.current && top.value * HEIGHT > rows.length * HEIGHT) box.current.scrollTop = 0
  })
  const first = Math.max(0, Math.min(top.value - BEYOND, rows.length - 1))
  const last = Math.min(rows.length, top.value + Math.ceil(height.value / HEIGHT) + BEYOND)
  return (
    <div
      class="rows"
      ref={box}
      tabIndex={0}
      role="group"
      aria-label={label}
      onScroll={event => {
        top.value = Math.floor(event.currentTarget.scrollTop / HEIGHT)
      }}
    >
      <table aria-rowcount={rows.length + 1}>
        <Head {...props} />
        <tbody>
          {first > 0 && <Gap height={first * HEIGHT} span={columns.length} />}
          {rows.slice(first, last).map((row, at) => (
            <tr key={keyOf(row)} aria-rowindex={first + at + 2} class={isOn(row) ? 'on' : ''}>
              {columns.map(column => (
                <td key={column.key} class={column.numeric ? 'numeric' : ''}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          {last < rows.length && <Gap height={(rows.length - last) * HEIGHT} span={columns.length} />}
        </tbody>
      </table>
    </div>
  )
}

function Head<Row>({ columns, sorted, onSort }: Props<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ key, head, sort, numeric }) => (
          <th
            key={key}
            scope="col"
            class={numeric ? 'numeric' : ''}
            aria-sort={sort && sorted.key === key ? (sorted.down ? 'descending' : 'ascending') : undefined}
          >
            {sort ? (
              <button type="button" onClick={() => onSort(key)}>
                {head}
                <span aria-hidden="true">{sorted.key === key ? (sorted.down ? ' ↓' : ' ↑') : ''}</span>
              </button>
            ) : (
              head
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Gap({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden="true" style={{ height: `${height}px` }}>
      <td colSpan={span} />
    </tr>
  )
}

/** Rows by a column's own order: numbers by size, text by pinyin where the browser knows it. */
export function sortRows<Row>(rows: readonly Row[], column: Column<Row> | undefined, down: boolean): readonly Row[] {
  const by = column?.sort
  if (!by) return rows
  const collator = new Intl.Collator('zh-Hans')
  const compare = (a: Row, b: Row) => {
    const [one, two] = [by(a), by(b)]
    return typeof one === 'number' && typeof two === 'number' ? one - two : collator.compare(String(one), String(two))
  }
  return [...rows].sort((a, b) => (down ? -compare(a, b) : compare(a, b)))
}
