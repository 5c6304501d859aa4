import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.ts'
import { findSources, readSource, readStandardInput } from '../../src/ingest/sources.ts'

const dir = mkdtempSync(join(tmpdir(), 'mailuo-sources-')).split('\\').join('/')

beforeAll(() => {
  mkdirSync(join(dir, 'in', '深'), { recursive: true })
  mkdirSync(join(dir, 'bare'))
  for (const name of ['in/b.txt', 'in/a.md', 'in/深/c.TXT', 'in/picture.png', 'in/.hidden.txt', 'named.page'])
    writeFileSync(join(dir, name), '某区开展活动。')
})

describe('finding pages', () => {
  it('searches folders through, for pages only', async () => {
    const { paths, problems } = await findSources([join(dir, 'in')])
    expect(paths.map(path => path.slice(dir.length))).toEqual(['/in/a.md', '/in/b.txt', '/in/深/c.TXT'])
    expect(problems).toEqual([])
  })

  it('does not mind the order of arguments, nor doubles', async () => {
    const one = await findSources([join(dir, 'in/b.txt'), join(dir, 'in'), join(dir, 'named.page')])
    const two = await findSources([
      join(dir, 'named.page'),
      join(dir, 'in'),
      join(dir, 'in/../in/b.txt'),
      `${dir}/in/*.txt`,
    ])
    expect(two.paths).toEqual(one.paths)
    expect(one.paths).toHaveLength(4)
  })

  it('says of each that is missing what is wrong, and goes on', async () => {
    const { paths, problems } = await findSources([
      join(dir, 'bare'),
      join(dir, 'none.txt'),
      `${dir}/x*.txt`,
      join(dir, 'in/a.md'),
    ])
    expect(paths).toHaveLength(1)
    expect(problems.map(({ message }) => message.replace(/^.*: /, ''))).toEqual([
      'The folder holds no pages.',
      'There is no such file or folder.',
      'The pattern matches no file.',
    ])
  })

  it('reports a file that cannot be read', async () => {
    await expect(readSource(join(dir, 'in'))).rejects.toBeInstanceOf(InputError)
    expect((await readSource(join(dir, 'in/a.md'))).length).toBe(21)
  })

  it('takes standard input for a page or a list of paths', async () => {
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
    const page = encode('某区开展活动\n\n近日，某区开展活动。')
    expect(await readStandardInput(page)).toEqual({ page })
    const list = [join(dir, 'in/a.md'), join(dir, 'none.txt')]
    expect(await readStandardInput(encode(`${list.join('\n')}\n\n`))).toEqual({ list })
    await expect(readStandardInput(new Uint8Array())).rejects.toBeInstanceOf(InputError)
  })
})
