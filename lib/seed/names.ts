import type { Chance } from './chance'

// The hundred commonest surnames carry most of the country; the rest is left to a few rare ones and transliterated names.
const common = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]
const rare = ['欧阳', '司马', '上官', '诸葛', '单', '查', '仇', '区', '盖', '尉迟', '闫', '镡']
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志红梅文斌宇浩轩子涵欣怡梓佳雪晨曦思远博雅俊豪天翔嘉琪诗婷雨桐泽睿昊然倩琳慧莹婉清若溪景行知夏沐阳书瑶永康福生德润家辉立新春燕冬梅海燕玲',
]
const minority = [
  '古丽米热·艾比布力',
  '买买提·吐尔逊',
  '阿卜杜拉·喀迪尔',
  '扎西·次仁',
  '卓玛·央金',
  '巴特尔·孟和',
  '热依汗·玉素甫',
  '索朗·多吉',
]

/** A person's name: mostly two or three characters, now and then a compound surname or a name with `·`. */
export function nameOf(chance: Chance): string {
  if (chance.happens(0.01)) return chance.pick(minority)
  const surname = chance.happens(0.02) ? chance.pick(rare) : common[skewed(chance, common.length)]
  return `${surname}${chance.pick(given)}${chance.happens(0.75) ? chance.pick(given) : ''}`
}

/** Earlier entries far more often: the first ten surnames make up some forty in a hundred. */
const skewed = (chance: Chance, length: number) => Math.floor(length * chance.fraction() ** 2)
