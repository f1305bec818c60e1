"""Authors as Chinese readers call them, for records that have only the name in its own spelling."""

from __future__ import annotations

import re
from functools import cache

from index.text import simplify

_PART = 4  # a name has so many times the letters of its part that is typed, at most

# Each as catalogues spell it; the full names with their dots first, then the short ones.
_NAMES = """
Adams Douglas: 道格拉斯·亚当斯
Alcott Louisa May: 路易莎·梅·奥尔科特 奥尔科特
Andersen Hans Christian: 汉斯·克里斯蒂安·安徒生 安徒生
Asimov Isaac: 艾萨克·阿西莫夫 阿西莫夫
Atwood Margaret: 玛格丽特·阿特伍德 阿特伍德
Austen Jane: 简·奥斯汀 简·奥斯丁 珍·奥斯汀 奥斯汀 奥斯丁
Backman Fredrik: 弗雷德里克·巴克曼 巴克曼
Balzac Honoré de: 奥诺雷·德·巴尔扎克 巴尔扎克
Beauvoir Simone de: 西蒙娜·德·波伏娃 西蒙·波娃 波伏娃 波伏瓦
Blyton Enid: 伊妮德·布莱顿
Borges Jorge Luis: 豪尔赫·路易斯·博尔赫斯 博尔赫斯
Bradbury Ray: 雷·布拉德伯里 布拉德伯里
Brontë Charlotte: 夏洛蒂·勃朗特 夏洛特·勃朗特
Brontë Emily: 艾米莉·勃朗特 艾米丽·勃朗特
Brown Dan: 丹·布朗
Bryson Bill: 比尔·布莱森 布莱森
Bulgakov Mikhail: 米哈伊尔·布尔加科夫 布尔加科夫
Butler Octavia: 奥克塔维娅·巴特勒
Calvino Italo: 伊塔洛·卡尔维诺 卡尔维诺
Camus Albert: 阿尔贝·加缪 加缪 卡缪
Carle Eric: 艾瑞·卡尔 埃里克·卡尔
Carroll Lewis: 刘易斯·卡罗尔 路易斯·卡罗
Carson Rachel: 蕾切尔·卡森 雷切尔·卡森
Cervantes Saavedra Miguel de: 米格尔·德·塞万提斯 塞万提斯
Chandler Raymond: 雷蒙德·钱德勒 钱德勒
Chekhov Anton: 安东·契诃夫 契诃夫
Chiang Ted: 特德·姜 姜峯楠
Christie Agatha: 阿加莎·克里斯蒂 阿嘉莎·克莉丝蒂 阿加莎 克里斯蒂
Clarke Arthur: 阿瑟·克拉克 亚瑟·克拉克 阿瑟·C·克拉克
Collins Suzanne: 苏珊·柯林斯
Collins Wilkie: 威尔基·柯林斯
Collodi Carlo: 卡洛·科洛迪
Conrad Joseph: 约瑟夫·康拉德
Dahl Roald: 罗尔德·达尔 罗德·达尔 达尔
Dante Alighieri: 但丁·阿利吉耶里 但丁
Darwin Charles: 查尔斯·达尔文 达尔文
Defoe Daniel: 丹尼尔·笛福 笛福
Dick Philip: 菲利普·迪克 菲利普·K·迪克
Dickens Charles: 查尔斯·狄更斯 狄更斯
Donaldson Julia: 朱莉娅·唐纳森 朱莉亚·唐纳森
Dostoyevsky Fyodor: 费奥多尔·陀思妥耶夫斯基 陀思妥耶夫斯基
Doyle Arthur Conan: 阿瑟·柯南·道尔 亚瑟·柯南·道尔 柯南·道尔
Du Maurier Daphne: 达芙妮·杜穆里埃 杜穆里埃
Dumas Alexandre: 亚历山大·仲马 大仲马
Duras Marguerite: 玛格丽特·杜拉斯 杜拉斯
Eco Umberto: 翁贝托·埃科 安伯托·艾柯
Eliot George: 乔治·艾略特
Ende Michael: 米切尔·恩德 米夏埃尔·恩德
Faulkner William: 威廉·福克纳 福克纳
Ferrante Elena: 埃莱娜·费兰特 费兰特
Feynman Richard: 理查德·费曼 费曼
Fitzgerald Scott: 弗·司各特·菲茨杰拉德 斯科特·菲茨杰拉德 菲茨杰拉德
Flaubert Gustave: 居斯塔夫·福楼拜 福楼拜
Flynn Gillian: 吉莉安·弗琳 吉莉安·弗林
Follett Ken: 肯·福莱特 肯·福利特
Forster E. M.: 爱德华·摩根·福斯特
Frank Anne: 安妮·弗兰克
Freud Sigmund: 西格蒙德·弗洛伊德 弗洛伊德
Gaiman Neil: 尼尔·盖曼
García Márquez Gabriel: 加西亚·马尔克斯 加夫列尔·加西亚·马尔克斯 马尔克斯
Gaskell Elizabeth: 伊丽莎白·盖斯凯尔 盖斯凯尔
Gawande Atul: 阿图·葛文德
Goethe Johann Wolfgang von: 约翰·沃尔夫冈·冯·歌德 歌德
Golding William: 威廉·戈尔丁
Grahame Kenneth: 肯尼思·格雷厄姆 肯尼斯·格雷厄姆
Greene Graham: 格雷厄姆·格林
Harari Yuval: 尤瓦尔·赫拉利 赫拉利
Hardy Thomas: 托马斯·哈代 哈代
Hawking Stephen: 史蒂芬·霍金 斯蒂芬·霍金 霍金
Hemingway Ernest: 欧内斯特·海明威 海明威
Herbert Frank: 弗兰克·赫伯特
Hessler Peter: 彼得·海斯勒 何伟
Homer: 荷马
Hosseini Khaled: 卡勒德·胡赛尼 胡赛尼
Hugo Victor: 维克多·雨果 雨果
Huxley Aldous: 阿道司·赫胥黎 赫胥黎
Ishiguro Kazuo: 石黑一雄
James Henry: 亨利·詹姆斯
Jansson Tove: 托芙·扬松 托芙·杨松
Jones Diana Wynne: 黛安娜·温尼·琼斯
Joyce James: 詹姆斯·乔伊斯 乔伊斯
Kafka Franz: 弗朗茨·卡夫卡 弗兰兹·卡夫卡 卡夫卡
Kahneman Daniel: 丹尼尔·卡尼曼 卡尼曼
King Stephen: 斯蒂芬·金 史蒂芬·金
Kundera Milan: 米兰·昆德拉 昆德拉
Larsson Stieg: 斯蒂格·拉森 斯蒂格·拉尔森
Le Carré John: 约翰·勒卡雷 勒卡雷
Le Guin Ursula: 厄休拉·勒古恩 厄苏拉·勒奎恩 娥苏拉·勒瑰恩 勒古恩 勒奎恩
Lee Harper: 哈珀·李
Lem Stanisław: 斯坦尼斯瓦夫·莱姆 莱姆
Levi Primo: 普里莫·莱维
Lewis C. S.: 克莱夫·刘易斯
Lindgren Astrid: 阿斯特丽德·林格伦 林格伦
London Jack: 杰克·伦敦
Lowry Lois: 洛伊丝·劳里 洛伊斯·劳里
Mann Thomas: 托马斯·曼
Mantel Hilary: 希拉里·曼特尔 曼特尔
Martin George R. R.: 乔治·马丁 乔治·R·R·马丁
Maugham Somerset: 威廉·萨默塞特·毛姆 萨默塞特·毛姆 毛姆
Maupassant Guy de: 居伊·德·莫泊桑 莫泊桑
McEwan Ian: 伊恩·麦克尤恩 麦克尤恩
Melville Herman: 赫尔曼·梅尔维尔 梅尔维尔
Milne A. A.: 艾伦·亚历山大·米尔恩 米尔恩
Mitchell Margaret: 玛格丽特·米切尔
Morpurgo Michael: 迈克尔·莫波格 麦克·莫波格
Morrison Toni: 托妮·莫里森 莫里森
Mukherjee Siddhartha: 悉达多·穆克吉
Munro Alice: 爱丽丝·门罗 艾丽丝·门罗 门罗
Nabokov Vladimir: 弗拉基米尔·纳博科夫 纳博科夫
Nietzsche Friedrich: 弗里德里希·尼采 尼采
Obama Michelle: 米歇尔·奥巴马
Orwell George: 乔治·奥威尔 奥威尔
Pasternak Boris: 鲍里斯·帕斯捷尔纳克
Plath Sylvia: 西尔维娅·普拉斯
Poe Edgar Allan: 埃德加·爱伦·坡 爱伦·坡
Potter Beatrix: 毕翠克丝·波特 碧翠丝·波特
Pratchett Terry: 特里·普拉切特 普拉切特
Proust Marcel: 马塞尔·普鲁斯特 普鲁斯特
Pullman Philip: 菲利普·普尔曼
Remarque Erich Maria: 埃里希·玛丽亚·雷马克 雷马克
Rooney Sally: 萨莉·鲁尼
Rowling J. K.: 乔安妮·罗琳 J·K·罗琳 J.K.罗琳 JK罗琳 罗琳
Rushdie Salman: 萨曼·鲁西迪 萨尔曼·拉什迪
Russell Bertrand: 伯特兰·罗素 罗素
Sacks Oliver: 奥利弗·萨克斯
Saint-Exupéry Antoine de: 安托万·德·圣埃克苏佩里 圣埃克苏佩里 圣·埃克苏佩里
Salinger J. D.: 杰罗姆·大卫·塞林格 塞林格
Sartre Jean-Paul: 让-保罗·萨特 让·保罗·萨特 萨特
Seuss Dr: 苏斯博士
Shakespeare William: 威廉·莎士比亚 莎士比亚 莎翁
Shelley Mary: 玛丽·雪莱
Steinbeck John: 约翰·斯坦贝克 斯坦贝克
Stevenson Robert Louis: 罗伯特·路易斯·史蒂文森
Stoker Bram: 布莱姆·斯托克
Tagore Rabindranath: 罗宾德拉纳特·泰戈尔 泰戈尔
Tan Amy: 谭恩美
Tolkien J. R. R.: 约翰·罗纳德·瑞尔·托尔金 托尔金
Tolstoy Leo: 列夫·托尔斯泰 托尔斯泰
Turgenev Ivan: 伊万·屠格涅夫 屠格涅夫
Twain Mark: 马克·吐温
Verne Jules: 儒勒·凡尔纳 凡尔纳
Vonnegut Kurt: 库尔特·冯内古特 冯内古特
Walliams David: 大卫·威廉姆斯 大卫·威廉斯
Weir Andy: 安迪·威尔
Wells H. G.: 赫伯特·乔治·威尔斯 乔治·威尔斯
Westover Tara: 塔拉·韦斯特弗
Wharton Edith: 伊迪丝·华顿
White E. B.: 埃尔文·布鲁克斯·怀特 E·B·怀特 E.B.怀特
Wilde Oscar: 奥斯卡·王尔德 王尔德
Wilson Jacqueline: 杰奎琳·威尔逊
Wodehouse P. G.: 佩勒姆·伍德豪斯 伍德豪斯
Wohlleben Peter: 彼得·渥雷本
Woolf Virginia: 弗吉尼亚·伍尔夫 弗吉尼亚·伍尔芙 伍尔夫 伍尔芙
Yeats William Butler: 威廉·巴特勒·叶芝 叶芝
Zola Émile: 埃米尔·左拉 左拉
Zusak Markus: 马库斯·苏萨克
Zweig Stefan: 斯蒂芬·茨威格 茨威格
"""
_DOTS = re.compile(r"[\s·•・．.\-]+")


@cache
def _table() -> dict[str, str]:
    rows = (line.split(": ") for line in _NAMES.strip().splitlines())
    return {_key(name): latin for latin, names in rows for name in names.split()}


def _key(name: str) -> str:
    return _DOTS.sub("", simplify(name)).casefold()


def own_spelling(name: str) -> str:
    """ "Dahl Roald" for 罗尔德·达尔 with or without its dot; "" for a name that is not listed."""
    return _table().get(_key(name), "")


def longer_names(name: str) -> list[str]:
    """Names of others that begin with this one: 达尔文 for 达尔."""
    key, own = _key(name), own_spelling(name)
    return [one for one, latin in _table().items() if one.startswith(key) and latin != own]


def is_part(said: str, name: str) -> bool:
    """Whether Chinese words are so much of a name that it is called so: 勒古恩, 村上, 爱玲."""
    if len(name) > _PART * len(said):
        return False
    begins = name.startswith(said) and len(name) >= 2 * len(said)
    return said == name or said in name.split() or name.endswith(said) or begins
