import { completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import type { Signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { cypherColours, cypherEditor } from '../../src/cypher/editor/extension.ts'
import { lang, t } from '../i18n.ts'
import { namesOf } from '../query/names.ts'
import type { App } from '../state/store.ts'

const THEME = EditorView.theme({
  '&': { fontSize: '13px', background: 'var(--raised)', border: '1px solid var(--line-strong)', borderRadius: '8px' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.65', minHeight: '108px', maxHeight: '38vh' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
  '.cm-line': { padding: '0 12px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-tooltip': { background: 'var(--raised)', border: '1px solid var(--line-strong)', color: 'var(--ink)' },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--accent)', color: 'var(--on-accent)' },
})

/**
 * Typing over a selection, done here: Chromium's own way of it wraps the new text in a span with an inline style to keep the
 * old look, which the page's policy refuses and reports.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const typed = event.data
    const [from, to] = domSelection(view)
    if (event.inputType !== 'insertText' || event.isComposing || from === to || typed === null) return false
    const insert = () =>
      view.state.update({
        changes: { from, to, insert: typed },
        selection: { anchor: from + typed.length },
        userEvent: 'input.type',
      })
    event.preventDefault()
    const taken = view.state.facet(EditorView.inputHandler).some(handle => handle(view, from, to, typed, insert))
    if (!taken) view.dispatch(insert())
    return true
  },
})

/** The page's selection as positions: the editor's own state learns of it only a moment later. */
function domSelection(view: EditorView): readonly [from: number, to: number] {
  const root = view.root as Document
  const selection = root.getSelection?.()
  const { from, to } = view.state.selection.main
  if (!selection?.anchorNode || !selection.focusNode || !view.contentDOM.contains(selection.anchorNode))
    return [from, to]
  const anchor = view.posAtDOM(selection.anchorNode, selection.anchorOffset)
  const head = view.posAtDOM(selection.focusNode, selection.focusOffset)
  return anchor < head ? [anchor, head] : [head, anchor]
}

interface Props {
  readonly app: App
  readonly text: Signal<string>
  readonly onEdit: (text: string) => void
  readonly onRun: () => void
}

/**
 * The query's text with colours, completion and errors at their places. It lives in a shadow root: there CodeMirror adopts its
 * style sheets, where in the page itself it would write a style element, which the page's policy refuses.
 */
export function QueryEditor({ app, text, onEdit, onRun }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const acts = useRef({ onEdit, onRun })
  acts.current = { onEdit, onRun }
  const view = useRef<EditorView | null>(null)
  useEffect(() => {
    const element = host.current
    if (!element) return undefined
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const made = new EditorView({ root, parent: root as unknown as HTMLElement, state: startState(app, text, acts) })
    view.current = made
    return () => made.destroy()
  }, [app])
  useEffect(() => {
    const now = view.current
    if (!now || now.state.doc.toString() === text.value) return
    now.dispatch({ changes: { from: 0, to: now.state.doc.length, insert: text.value } })
  }, [text.value])
  return (
    <div class="query-text">
      <span aria-hidden="true">{t('queryText')}</span>
      <div ref={host} />
    </div>
  )
}

function startState(app: App, text: Signal<string>, acts: { readonly current: Pick<Props, 'onEdit' | 'onRun'> }) {
  const names = namesOf(app.model.snapshot)
  const run = () => {
    acts.current.onRun()
    return true
  }
  return EditorState.create({
    doc: text.value,
    extensions: [
      keymap.of([{ key: 'Mod-Enter', run }, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      history(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': t('queryText'), spellcheck: 'false' }),
      THEME,
      typeOver,
      cypherColours,
      cypherEditor({ names: () => names, language: () => lang.value }),
      EditorView.updateListener.of(update => {
        if (!update.docChanged) return
        text.value = update.state.doc.toString()
        acts.current.onEdit(text.value)
      }),
    ],
  })
}
