/** The common surnames of the register of names (about 99 of 100 people), then those of two characters. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌苍闪庆战候郗承逯从底母宿赖练揭占危幸敬昝税才旦尕亢侍笪由揣仉漕佴钭酆胖庾逄缑逯粘衣矫仵俎郏盖鞏敏线未忻杭须洑汲於濮闾归麴宓蓬匡夔隆蒯那哈撒苟'.split(
    '',
  ),
)
const DOUBLE = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '司徒',
  '夏侯',
  '皇甫',
  '尉迟',
  '慕容',
  '东方',
  '令狐',
  '长孙',
  '宇文',
  '呼延',
  '端木',
  '独孤',
])

/** Characters that Mongolian, Tibetan, Uygur and Kazak names are mostly written with. */
const TRANSCRIBED = new Set(
  '阿巴布白宝音才策查达丹德丁都敦额恩尔高格根古哈汗呼花吉嘉江金卡康克拉勒力龙玛买曼米木那纳乃娜尼旺琴其青热仁日茹萨桑斯苏索塔台泰特提图吐腾娃旺吾乌西希肖雅亚伊依云扎扎则珠卓丽梅措姆'.split(
    '',
  ),
)

/** @returns whether this reads as a name of a people whose names are transcribed: 斯琴高娃, 乌云其木格. */
export function isTranscribed(name: string): boolean {
  const known = [...name].filter(char => TRANSCRIBED.has(char)).length
  return name.length > 1 && name.length <= 9 && known * 5 >= name.length * 4
}

/** @returns whether the text begins with a surname. */
export function isSurname(name: string): boolean {
  return SURNAMES.has(name.charAt(0)) || DOUBLE.has(name.slice(0, 2))
}

/** Chinese names that were printed without a space between them: 李明王小芳 → 李明, 王小芳; null where there is no such reading. */
export function splitNames(text: string): readonly string[] | null {
  if (!/^[\u4e00-\u9fff]{2,12}$/.test(text)) return null
  if (text.length <= 3 || (text.length === 4 && DOUBLE.has(text.slice(0, 2)))) return isSurname(text) ? [text] : null
  for (const size of [3, 2, 4]) {
    const name = text.slice(0, size)
    if (!isSurname(name) || (size === 4 && !DOUBLE.has(name.slice(0, 2)))) continue
    const rest = text.slice(size)
    const more = rest ? splitNames(rest) : []
    if (more) return [name, ...more]
  }
  return null
}
