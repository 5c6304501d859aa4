import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { cypherColours, cypherEditor } from '../../../src/cypher/editor/extension.ts'

describe('cypherEditor', () => {
  it('makes a state that knows how comments and brackets are written', () => {
    const names = () => ({ labels: [], types: [], properties: [] })
    const state = EditorState.create({
      doc: 'RETURN 1',
      extensions: [cypherEditor({ names, language: () => 'zh' }), cypherColours],
    })
    expect(state.languageDataAt('commentTokens', 0)).toEqual([{ line: '//', block: { open: '/*', close: '*/' } }])
    expect(state.languageDataAt<{ brackets: string[] }>('closeBrackets', 0)[0]?.brackets).toContain('`')
  })
})
