import { kindsImage, scoringImage } from '../src/extract/learned.ts'
import { openLexicon, writeLexiconImage } from '../src/extract/lexicon-image.ts'
import { writeRegisterImage } from '../src/extract/register/image.ts'
import { HEAD_RULES } from '../src/extract/rules/rules.ts'
import { writeModelImage } from '../src/extract/tagger/model-image.ts'
import { writeForestsImage } from '../src/relate/learned/forests.ts'

/** Writes what the compiled program opens at its start, beside its modules: the last step of `npm run build`. */
const DIST = new URL('../dist/', import.meta.url)
const EXTRACT = new URL('extract/', DIST)
writeRegisterImage(new URL('register/', EXTRACT))
writeLexiconImage(EXTRACT)
writeModelImage(new URL('tagger/', EXTRACT))
const lexicon = openLexicon(HEAD_RULES)
for (const image of [scoringImage, kindsImage]) image(lexicon).write(EXTRACT)
writeForestsImage(new URL('relate/', DIST))
