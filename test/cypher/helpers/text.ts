import fc from 'fast-check'

const anyUnit = fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code))
const ascii = fc.integer({ min: 0x20, max: 0x7e }).map(code => String.fromCharCode(code))

/** Text of any UTF-16 units, lone surrogates and NUL among them, mostly ASCII. */
export const anyText = fc.string({ unit: fc.oneof({ arbitrary: ascii, weight: 8 }, anyUnit), maxLength: 80 })
