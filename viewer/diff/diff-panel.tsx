import { useSignal } from '@preact/signals'
import { diffSnapshots, isChanged, type SnapshotDiff } from '../../src/diff/diff.ts'
import { type DiffSection, diffSections, diffSummary } from '../../src/diff/lines.ts'
import { w } from '../share/words.ts'
import { showSet } from '../state/steps.ts'
import type { App } from '../state/store.ts'
import { readOther } from './read-other.ts'

/** More lines than this are only counted. */
const MOST = 200

interface Compared {
  readonly diff: SnapshotDiff
  readonly sections: readonly DiffSection[]
}

/** What this snapshot has that another had not, what went, what changed, with the sentences. */
export function DiffPanel({ app }: { app: App }) {
  const compared = useSignal<Compared | null>(null)
  const failed = useSignal(false)
  const open = async (file: Blob) => {
    compared.value = null
    failed.value = false
    try {
      const old = await readOther(file)
      const diff = diffSnapshots(old, app.model.snapshot)
      compared.value = { diff, sections: diffSections(diff, old, app.model.snapshot) }
    } catch {
      failed.value = true
    }
  }
  return (
    <details class="panel difference">
      <summary>{w('compare')}</summary>
      <label class="hint">
        {w('compareHint')}
        <input
          type="file"
          accept=".json,.html"
          onChange={event => {
            const file = event.currentTarget.files?.[0]
            if (file) void open(file)
          }}
        />
      </label>
      {failed.value && <p role="alert">{w('badFile')}</p>}
      {compared.value && <Difference app={app} {...compared.value} />}
    </details>
  )
}

function Difference({ app, diff, sections }: Compared & { app: App }) {
  if (!isChanged(diff)) return <p role="status">{w('same')}</p>
  const fresh = [...diff.edges.added, ...diff.edges.changed.map(one => one.after)].flatMap(edge => [
    edge.source,
    edge.target,
  ])
  const nodes = [...diff.nodes.added.map(node => node.key), ...diff.nodes.changed.map(one => one.after.key), ...fresh]
  const shown = [...new Set(nodes)].filter(key => app.model.node.has(key))
  return (
    <div>
      <p role="status">{diffSummary(diff)}</p>
      {shown.length > 0 && (
        <button type="button" onClick={() => showSet(app, shown)}>
          {w('showNew')}（{shown.length}）
        </button>
      )}
      {sections.map(({ zh, lines }) => (
        <section key={zh}>
          <h4>
            {zh} <span class="badge">{lines.length}</span>
          </h4>
          <ul class="diff-lines">
            {lines.slice(0, MOST).map((line, i) => (
              <li key={i} data-mark={line.mark}>
                <span aria-hidden="true">{line.mark}</span> {line.text}
                {line.quotes.map((one, at) => (
                  <blockquote key={at} data-mark={one.mark}>
                    {one.mark} “{one.quote}” <small>{one.where}</small>
                  </blockquote>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
