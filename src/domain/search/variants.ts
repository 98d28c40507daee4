/**
 * Variant characters that one and the same word is written with, as pairs "variant, standard form".
 * The first list holds those whose variant belongs to GB 2312 and so may be typed by anyone: Traditional forms that
 * the Simplified set kept for other uses, and 藉, 著, 瞭. The second holds rarer forms
 * (第一批异体字整理表 and its later revisions) that a Traditional-to-Simplified table does not cover.
 */
const COMMON =
  '乾干 吒咤 夥伙 後后 徵征 拚拼 捱挨 摺折 於于 榘矩 菸烟 薹苔 袷夹 醣糖 麴曲 麽么 藉借 著着 瞭了';

const RARE =
  '甯宁 寜宁 祇只 衹只 姪侄 勣绩 妬妒 衞卫 竝并 隣邻 燐磷 讐仇 賛赞 喒咱 麤粗 觔斤 蠏蟹 堦阶 甎砖 塼砖 碁棋 碪砧 蔴麻 袴裤 ' +
  '讌宴 醼宴 跼局 輭软 廼乃 遯遁 酧酬 醻酬 隄堤 靭韧 頫俯 飈飙 餽馈 鴈雁 鹻碱 鼇鳌 鼈鳖 龢和 咊和 囘回 墖塔 姉姊 寃冤 尅克 ' +
  '尠鲜 嵒岩 帬裙 彊强 徧遍 恠怪 惪德 憇憩 慽戚 懽欢 拏拿 擕携 敍叙 斲斫 昬昏 暎映 曡叠 朞期 枏楠 柟楠 栢柏 桮杯 椀碗 盌碗 ' +
  '楳梅 槀槁 櫈凳 凴凭 毘毗 氊毡 汚污 涖莅 淛浙 湼涅 炤照 煇辉 煖暖 煑煮 熈熙 犂犁 猨猿 獘弊 璢琉 瓈璃 皷鼓 眡视 眎视 睠眷 ' +
  '砲炮 礮炮 穨颓 竢俟 筯箸 緐繁 繖伞 縚绦 翺翱 翶翱 耡锄 脗吻 膓肠 臙胭 艣橹 艸草 荳豆 菓果 葠参 蔕蒂 藷薯 虵蛇 蚘蛔 螙蠹 ' +
  '衇脉 裠裙 襍杂 襃褒 覩睹 觝抵 詧察 諠喧 讙欢 躭耽 鄕乡 醕醇 鉋刨 銲焊 鎗枪 閧哄 隂阴 韤袜 飃飘 鬀剃 鼦貂 勦剿 匄丐 吿告 ' +
  '唘启 粧妆 尟鲜 廵巡 慙惭 攷考 暱昵 甦苏 堿碱 濶阔 踫碰';

const pairs = (list: string): [string, string][] =>
  list.split(' ').map((pair) => {
    const [variant = '', standard = ''] = pair;
    return [variant, standard];
  });

/** Variants inside GB 2312: a query can hold them without holding any Traditional character. */
export const commonVariants: ReadonlyMap<string, string> = new Map(pairs(COMMON));

/** Variants outside GB 2312, to be joined to a Traditional-to-Simplified table. */
export const rareVariants: ReadonlyMap<string, string> = new Map(pairs(RARE));
