import { kindsImage, scoringImage } from '../src/extract/learned.ts'
import { openLexicon, writeLexiconImage } from '../src/extract/lexicon-image.ts'
import { writeRegisterImage } from '../src/extract/register/image.ts'
import { HEAD_RULES } from '../src/extract/rules/rules.ts'
import { writeModelImage } from '../src/extract/tagger/model-image.ts'

/** Writes what the compiled program opens at its start, beside its modules: the last step of `npm run build`. */
const DIST = new URL('../dist/extract/', import.meta.url)
writeRegisterImage(new URL('register/', DIST))
writeLexiconImage(DIST)
writeModelImage(new URL('tagger/', DIST))
const lexicon = openLexicon(HEAD_RULES)
for (const image of [scoringImage, kindsImage]) image(lexicon).write(DIST)
