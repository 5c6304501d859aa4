import { type Draft, newDraft } from './draft.ts'
import { assign, type Scene } from './scene.ts'
import { nameOf } from './surface.ts'

/** Full names first; then 李书记 to the one person of that surname, 宝音 to 宝音德力格尔. What finds no full name is left out. */
export function linkPersons(scene: Scene): void {
  const people: Draft[] = []
  const persons = scene.mentions.filter(mention => mention.type === 'Person')
  for (const mention of persons) {
    if (mention.anaphor) continue
    const name = nameOf(mention)
    const held = people.find(draft => draft.name === name || draft.name.startsWith(name) || name.startsWith(draft.name))
    if (held && held.name.length >= name.length) {
      assign(scene, held, mention, name, held.name === name ? 'same name' : `short for ${held.name}`)
      continue
    }
    const draft = held ?? newDraft({ type: 'Person', kind: null, name })
    if (held) {
      held.aliases.add(held.name)
      held.name = name
    } else people.push(draft)
    assign(scene, draft, mention, name, 'full name')
  }
  scene.drafts.push(...people)
  for (const mention of persons) {
    if (!mention.anaphor) continue
    const fits = people.filter(draft => draft.name[0] === mention.text[0])
    const [only] = fits
    if (fits.length === 1 && only) assign(scene, only, mention, null, `the only ${mention.text[0]} of the article`)
  }
}
