import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { autocompletion, closeBrackets } from '@codemirror/autocomplete'
import { bracketMatching, HighlightStyle, highlightingFor, syntaxHighlighting } from '@codemirror/language'
import type { Diagnostic } from '@codemirror/lint'
import { linter } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import { EditorState, RangeSetBuilder } from '@codemirror/state'
import type { DecorationSet, ViewUpdate } from '@codemirror/view'
import { Decoration, type EditorView, ViewPlugin } from '@codemirror/view'
import type { Tag } from '@lezer/highlight'
import { tags } from '@lezer/highlight'
import { checkQuery } from '../analyse/analyse.ts'
import { noticesOf } from '../analyse/notices.ts'
import type { Text } from '../messages.ts'
import type { Completion, EditorNames } from './complete.ts'
import { completionsAt } from './complete.ts'
import type { Style } from './highlight.ts'
import { highlights } from './highlight.ts'

/** What the extension asks of its surroundings, each time anew, so that graph and language may change. */
export interface CypherEditorOptions {
  readonly names: () => EditorNames
  readonly language: () => keyof Text
}

/** Beyond this length a text is neither coloured nor checked while it is being written. */
const MAX_LIVE = 50_000

/**
 * Cypher for CodeMirror 6: colours, completion from the graph, errors and notices at their places, brackets. Colours come as the
 * tags of `@lezer/highlight`, so that any HighlightStyle of the page applies; `cypherColours` is one that suits light and dark.
 */
export function cypherEditor(options: CypherEditorOptions): Extension {
  return [
    colouring,
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: [context => complete(context, options)], icons: false }),
    linter(view => check(view, options), { delay: 300 }),
    EditorState.languageData.of(() => [
      {
        commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
        closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] },
      },
    ]),
  ]
}

const TAGS: Readonly<Record<Style, Tag>> = {
  comment: tags.comment,
  keyword: tags.keyword,
  refused: tags.invalid,
  literal: tags.atom,
  string: tags.string,
  number: tags.number,
  parameter: tags.special(tags.variableName),
  function: tags.function(tags.variableName),
  label: tags.typeName,
  property: tags.propertyName,
  variable: tags.variableName,
  operator: tags.operator,
  bracket: tags.bracket,
}

/** Colours by custom properties (`--cypher-keyword` …) with values that are legible on white and, in dark pages, on black. */
export const cypherColours: Extension = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.comment, color: 'var(--cypher-comment, #6a737d)', fontStyle: 'italic' },
    { tag: tags.keyword, color: 'var(--cypher-keyword, #0b5fb3)', fontWeight: '600' },
    { tag: tags.invalid, color: 'var(--cypher-refused, #b3261e)', textDecoration: 'line-through' },
    { tag: [tags.atom, tags.number], color: 'var(--cypher-number, #8a4600)' },
    { tag: tags.string, color: 'var(--cypher-string, #1a6b34)' },
    { tag: tags.special(tags.variableName), color: 'var(--cypher-parameter, #8a2f7d)' },
    { tag: tags.function(tags.variableName), color: 'var(--cypher-function, #6639ba)' },
    { tag: tags.typeName, color: 'var(--cypher-label, #96440b)' },
    { tag: tags.propertyName, color: 'var(--cypher-property, #24579d)' },
  ]),
)

const colouring = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = decorate(view)
    }
    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view)
    }
  },
  { decorations: plugin => plugin.decorations },
)

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  if (view.state.doc.length > MAX_LIVE) return builder.finish()
  const { from, to } = view.viewport
  for (const { start, end, style } of highlights(view.state.doc.toString())) {
    const mark = end > from && start < to ? highlightingFor(view.state, [TAGS[style]]) : null
    if (mark) builder.add(start, end, Decoration.mark({ class: mark }))
  }
  return builder.finish()
}

const KINDS: Readonly<Record<Completion['kind'], string>> = {
  keyword: 'keyword',
  function: 'function',
  procedure: 'method',
  variable: 'variable',
  label: 'class',
  type: 'type',
  property: 'property',
  parameter: 'constant',
  field: 'property',
}

function complete(context: CompletionContext, { names }: CypherEditorOptions): CompletionResult | null {
  const text = context.state.doc.toString()
  const found = text.length > MAX_LIVE ? null : completionsAt(text, context.pos, names())
  if (!found) return null
  const typed = text.slice(found.from, context.pos)
  const asked = context.explicit || typed !== '' || /[:.$]$/.test(text.slice(0, context.pos))
  if (!asked || found.options.length === 0) return null
  const options = found.options.map(({ label, text: apply, kind, detail }) => ({
    label,
    apply,
    type: KINDS[kind],
    boost: kind === 'variable' ? 2 : kind === 'keyword' ? 1 : 0,
    ...(detail === undefined ? {} : { detail }),
  }))
  return { from: found.from, options, validFor: /^\$?[\p{ID_Continue}\p{Sc}]*$/u }
}

/** Errors; where there are none, notices of names that the graph does not hold. */
function check(view: EditorView, { names, language }: CypherEditorOptions): Diagnostic[] {
  const text = view.state.doc.toString()
  if (text.trim() === '' || text.length > MAX_LIVE) return []
  const { query, errors } = checkQuery(text)
  const line = (parts: readonly (Text | null | undefined)[]) =>
    parts.flatMap(part => (part ? [part[language()]] : [])).join('\n')
  const place = (start: number, end: number) => ({ from: start, to: Math.max(end, Math.min(start + 1, text.length)) })
  if (!query) {
    return errors.map(({ start = 0, end = start, texts }) => ({
      ...place(start, end),
      severity: 'error',
      message: line([texts.message, texts.hint]),
    }))
  }
  return noticesOf(query, names()).map(({ start, end, message, hint }) => ({
    ...place(start, end),
    severity: 'warning',
    message: line([message, hint]),
  }))
}
