import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { csvTable, markdownTable, plainTable } from '../../src/cli/table.ts'

describe('plainTable', () => {
  it('keeps columns aligned where han and Latin letters mix', () => {
    const lines = plainTable(
      ['名称', 'n'],
      [
        ['回民区', 1],
        ['Huimin', 22],
        ['青城党建e家平台', 3],
      ],
    )
      .trimEnd()
      .split('\n')
    const columns = lines.map(line => stringWidth(line.slice(0, line.lastIndexOf(' ') + 1)))
    expect(new Set(columns.slice(0, 1).concat(columns.slice(2))).size).toBe(1)
  })

  it('cuts a cell that is too wide and says so', () => {
    expect(plainTable(['a'], [['长'.repeat(80)]], 20)).toContain('…')
  })
})

describe('markdownTable', () => {
  it('escapes pipes and line breaks', () => {
    expect(markdownTable(['a|b'], [['x|y\nz']])).toBe('| a\\|b |\n| --- |\n| x\\|y z |\n')
  })
})

describe('csvTable', () => {
  it('quotes, doubles quotes, and disarms formulas', () => {
    expect(csvTable(['a', 'b'], [['=1+1', 'x"y,z']])).toBe('a,b\r\n\'=1+1,"x""y,z"\r\n')
  })

  it('leaves numbers alone', () => {
    expect(csvTable(['n'], [[-3]])).toBe('n\r\n-3\r\n')
  })
})
