/** 视点, 阵地 红船初心: the name of a column of the paper; two halves of four (缅怀先烈 致敬英雄) are a headline. */
export function isLabelText(text: string): boolean {
  const parts = text.split(' ')
  return parts.every(part => part.length <= 4) && !(parts.length > 1 && parts.every(part => part.length === 4))
}

const UNIT = /(?:省|市|区|县|旗|州|盟|街道|社区|镇|乡|村|局|委|院|校|苏木|嘎查|集团|公司|中心|部|厅|办)$/

/** 金润社区: a place or body alone, the line above a headline that says where it happened. */
export function isKicker(text: string): boolean {
  const plain = text.replace(/[：:]$/, '')
  return plain.length <= 14 && UNIT.test(plain) && !/[，。：！？]/.test(plain)
}
