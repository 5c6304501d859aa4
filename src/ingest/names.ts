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
  '阿艾巴布白宝音才策查达丹德丁都敦额恩尔高格根古哈汗呼花吉加嘉江金卡康克拉勒力龙玛买曼米木那纳乃娜尼旺琴其青热仁日茹萨桑斯苏索塔台泰特提图吐腾娃旺吾乌西希肖雅亚伊依云扎扎则珠卓丽梅措姆曲央桂兰努孜古再合'.split(
    '',
  ),
)

/** @returns whether this reads as a name of a people whose names are transcribed: 斯琴高娃, 乌云其木格. */
export function isTranscribed(name: string): boolean {
  const known = [...name].filter(char => TRANSCRIBED.has(char)).length
  return name.length > 1 && name.length <= 9 && known * 5 >= name.length * 4
}

/** Words of headlines that begin as a surname does. */
const COMMON =
  /^(?:文明|平安|和谐|安全|安心|安康|安居|高效|高质|广大|广场|关爱|关心|关注|关怀|严格|严把|温暖|温馨|温情|团结|党建|党员|党群|康养|金融|金秋|方便|方法|时间|时代|时光|万家|万里|万户|古城|成果|成效|成长|项目|经济|经验|计划|路径|路灯|家园|家门|国家|国庆|全民|全面|全力|公共|车间|白天|水电|花开|花园|石榴|常态|常见|易学|和美|和睦|和平|云端|云上|毛毯|江河|江南|梅花|马路|马上|牛年|龙年|羊年|马年|强化|强村|房屋|管理|管护|解决|解民|解难|凌晨|段落|支部|支持|相关|相约|应急|明天|明白|满意|满足|农村|农业|农民|商圈|商户|池塘|海边|海上|苗木|宣传|宣讲|原来|原创|官方|官网|景区|景点|包容|包联|权益|战疫|青年|青春|晨光|初心|初夏|冬日|东风|童心|童年|祖国|幸福|乐享|乐业|暴雨|融合|巩固|帮扶|帮办|扶贫|扶持|养老|向上|向善|向前|都市|都是|能力|能人|居民|居家|居委|利民|利用|生活|生产|生态|连心|连日|来信|来稿|从严|种植|仲夏|终身|银发|银行|丰收|丰富|洪水|粮食|计生|计时|门口|门前|卫生|卫士|施工|施教|通知|通讯|通报|汽车|清单|清风|清洁|清凉|红色|红星|红旗|图说|图片|后续|别样|越来|让利|师生|师傅|师徒|习惯|鲜花|鲜活|双拥|双向|信息|信用|信访|信心|申报|申请|火热|火车|阳光|勤劳|勤俭|热线|热点|热心|环境|环保|环卫|敬老|敬业|闻讯|真情|真心|真抓|诚信|益民|益老|惠民|惠农|乡村|乡亲|乡风|山村|山水|春风|春雨|冷暖|暖心|暖新|暖阳)$/

export const isCommonWord = (text: string): boolean => COMMON.test(text)

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
