"""Names that readers type for what records spell out: short ones, and those of kinds of fiction.

Kinds are as the Library of Congress Genre/Form Terms name them, in records of any language.
"""

from __future__ import annotations

from functools import cache, lru_cache

from index.text import Rule, has_han

_COUNTRIES = (  # of which stories are told, in records
    ("japanese", "japan"),
    ("scandinavian|scandi|nordic|swedish", "sweden"),
    ("norwegian", "norway"),
    ("danish", "denmark"),
    ("scottish", "scotland"),
    ("irish", "ireland"),
    ("french", "france"),
    ("italian", "italy"),
    ("chinese", "china"),
    ("indian", "india"),
)
_SORTS = (  # of what sort crime stories are that go by one word: no crime that is a subject
    *(name for names, _ in _COUNTRIES for name in names.split("|")),
    *("british", "english", "american", "historical", "victorian", "classic", "vintage", "funny"),
    *("humorous", "gritty", "golden age", "good"),
)
_STORIES = "crime|noir|myster(?:y|ies)|detectives?|thrillers?|novels?|fiction|stor(?:y|ies)"
_OF_A_SORT = "|".join(f"(?<=^{name} )" for name in _SORTS)
_FULL = (
    (r"ww ?(?:2|ii)|world war (?:2|ii|two)|second world war", "second world war 1939-1945"),
    (r"ww ?(?:1|i)|world war (?:1|i|one)|first world war", "first world war 1914-1918"),
    (r"sci[- ]?fi", "science fiction"),
    (r"rom[- ]?coms?", "romantic comedy"),
    (r"ai", "artificial intelligence"),
    (
        r"^crime(?=$| (?:set|in|from|during)\b)|whodunn?its?|^(?:good )?myster(?:y|ies)$"
        r"|murder myster(?:y|ies)|police procedurals?"
        r"|(?:crime|detective|mystery) (?:novels?|fiction|stor(?:y|ies)|books?|thrillers?)"
        rf"|(?:{_OF_A_SORT}|^co[sz]y )(?:crime|myster(?:y|ies)|noir|detectives?)",
        "detective and mystery fiction",
    ),
    (
        r"funny|hilarious|humou?rous|comic novels?|makes? (?:me|us|you) laugh",
        "humorous fiction",
    ),
    (r"(?:the )?scar(?:y|ier|iest)|spooky|creepy|horror", "horror fiction ghost stories"),
    (
        r"love stor(?:y|ies)|romances?|^romantic$|romantic (?:novels?|fiction)",
        "romance fiction love stories",
    ),
    (r"war (?:novels?|fiction|stor(?:y|ies))", "war fiction"),
    (r"^westerns?$|western (?:novels?|fiction|stor(?:y|ies))", "western fiction"),
    (r"spy (?:novels?|stor(?:y|ies)|thrillers?)|espionage", "spy fiction"),
    (r"historical novels?", "historical fiction"),
    (
        r"feel[- ]?good|uplifting|heart[- ]?warming|comforting|^co[sz]y$|co[sz]y (?:book|read)s?",
        "feel-good fiction",
    ),
    (
        r"^(?:light|happy|cheerful|gentle|easy)$|light(?:-| )?(?:hearted|reads?|reading)"
        r"|cheers? (?:me|us|you) up",
        "humorous fiction feel-good fiction",
    ),
    (r"star[- ]?gazing|night sky", "astronomy"),
    (
        r"film[- ]?making|mak(?:e|ing) (?:films?|movies?)",
        "motion pictures production and direction",
    ),
    (
        r"(?:raising|bringing up|dealing with) (?:toddlers?|kids|children|bab(?:y|ies))",
        "parenting child rearing",
    ),
    (r"insomnia|(?:trouble|can'?t|not) sleep(?:ing)?", "sleep"),
    (r"roman empire|ancient rome|^(?:the )?(?:ancient )?romans$", "rome history"),
    (r"carpentry|joinery", "woodwork"),
    (r"bird ?watch(?:ing|ers?)|birding|bird ?spotting", "birds identification"),
    (r"going to bed|bed ?times?", "bedtime"),
    (r"code ?break(?:ing|ers?)", "cryptography ciphers"),
    (r"(?:elderly|ageing|aging|older) parents?", "aging parents"),
    (r"lgbt\w*|queer|lesbians?", "gay"),
    (r"evacuees?", "evacuation of civilians"),
    (r"home[- ]?school(?:ing|ed)?", "home schooling"),
    (r"death (?:penalty|row)", "capital punishment"),
    (r"greek (?:myths?|legends?)", "greek mythology"),
    (r"gripping|page[- ]?turners?|thrilling|suspense(?:ful)?", "thrillers fiction"),
    (r"coming[- ]of[- ]age", "bildungsromans"),
    *((rf"(?:{name})(?= (?:{_STORIES})\b)", country) for name, country in _COUNTRIES),
)
_TONGUES = (
    "spanish|french|german|italian|portuguese|japanese|korean|russian|arabic|polish|welsh|irish"
    "|dutch|greek|latin|hindi|urdu|turkish|swedish"
)
_LEARN = (
    r"(?:learn(?:ing)?(?: to speak| how to speak| to read)?|teach(?:ing)? (?:yourself|myself)"
    r"|study(?:ing)?|speak(?:ing)?|(?:how )?to (?:learn|speak))"
)
# Words that lead astray where the whole is meant: a period is in Periodicals, sad is Russian too.
_INSTEAD = (
    (
        rf"\b{_LEARN} (?:(?:basic|some|conversational) )?(?:{_TONGUES})$",
        "how to learn any language fluently",
    ),
    (
        rf"\b(?:{_TONGUES}) for (?:beginners|travell?ers|holidays?)$",
        "how to learn any language fluently",
    ),
    (rf"\b{_LEARN} english$", "english language textbooks for foreign speakers"),
    (rf"\b{_LEARN} (?:chinese|mandarin)$", "chinese language textbooks for foreign speakers"),
    (r"^(?:how )?(?:to )?(?:learn(?:ing)? (?:how )?to )?draw(?:ing)?$|^learn drawing$", "drawing"),
    (
        r"\b(?:travel|tourist|city|visitor['’]?s?) ?guide(?:book)?s?"
        r"(?: (?:to|for|of|on) (?:the )?|$)",
        "travel guidebooks ",
    ),
    (r"\bclassical (?:music|pieces)\b", "operas symphonies sonatas concertos suites piano music"),
    (r"^(?:the )?french revolution$", "france revolution 1789-1799"),
    (r"\bc(?:\+\+|#)", "computer programming language"),
    (
        r"\b(victorian|edwardian|georgian|tudor|elizabethan|jacobean|regency|medieval|roman)"
        r" (?:periods?|eras?|times?|age)\b",
        r"\1",
    ),
    (r"\bvictorians?\b", "victorian england 19th century 1837-1901"),
    (r"^(?:something |anything )?(?:really |very )?sad$", "grief, loss and death"),
    (
        r"\b(?:parent|mum|mom|mother|dad|father|husband|wife|partner|friend)s? (?:dies|died|dying)"
        r"|\b(?:death|loss) of (?:a |my )?(?:parent|mother|father|husband|wife|partner|friend)",
        "grief bereavement",
    ),
    (
        r"^(?:sad (?:books?|stor(?:y|ies)|novels?|ones?)|tear-?jerkers?|(?:something |a book )?"
        r"(?:that |to )?makes? me cry)$",
        "grief, loss and death",
    ),
    (
        r"\b(?:history of (?:england|britain|the uk)|(?:english|british) history)\b",
        "great britain history",
    ),
    (r"\b(?:easy|simple|basic) english\b", "english language textbooks for foreign speakers"),
)
_FULL_CHINESE = (
    (r"(?:旅游|旅行|自由行)(?:指南|攻略|手册)", "travel guidebooks"),
    (r"二战|第二次世界大战|二次大战", "第二次世界大战 1939-1945"),
    (r"一战(?!成名)|第一次世界大战", "第一次世界大战 1914-1918"),
    (r"(?<![a-z])ai(?![a-z])", "人工智能"),
    (r"言情|爱情(?:小说|故事)", "爱情小说 romance fiction love stories"),
    (r"推理|悬疑|侦探|破案", "侦探小说 detective and mystery fiction"),
    (r"(?:恐怖|惊悚)(?:小说|故事|类)?|鬼故事", "horror fiction ghost stories"),
    (r"搞笑|幽默|好笑|逗乐", "humorous fiction"),
    (r"治愈|温馨|温暖|暖心|开心", "feel-good fiction"),
    (r"轻松|解压", "humorous fiction feel-good fiction"),
    (r"玄幻|奇幻|魔幻", "fantasy fiction"),
    (r"谍战|间谍", "spy fiction"),
    (r"战争(?:小说|故事)", "war fiction"),
    (r"历史小说", "历史小说 historical fiction"),
    (r"(?:简单|简易|容易|初级|浅显)的?英[语文]", "英语 教材 english language textbooks"),
    (r"科幻", "科学幻想小说 science fiction"),
    (r"字典|辞典", "词典 dictionaries"),
    (r"武侠", "武侠小说 martial arts fiction"),
    (r"现代诗|新诗|古诗|唐诗宋词|诗集|诗歌", "诗歌 poetry"),
    (r"绘本|繪本|图画书|圖畫書", "图画书 picture books"),
)
_SUBJECTS_CHINESE = (  # everyday words, and the subject in records of either language
    (r"焦虑|恐慌症|惊恐", "焦虑 anxiety"),
    (r"抑郁", "抑郁症 depression"),
    (r"失眠|睡不着|睡眠", "睡眠 sleep insomnia"),
    (r"糖尿病|血糖", "糖尿病 diabetes"),
    (r"高血压|心脏病", "心脏病 heart diseases"),
    (r"癌症|肿瘤", "癌症 cancer"),
    (
        r"哀伤|悲伤|丧亲|(?:亲人|爸爸?|妈妈?|父亲|母亲|爷爷|奶奶|家人).{0,2}(?:去世|过世|走了)",
        "grief bereavement",
    ),
    (r"怀孕|孕期|孕妇|备孕|产检", "怀孕 pregnancy"),
    (r"带娃|育儿|养孩子|管教", "育儿 parenting child rearing"),
    (r"做菜|烧菜|做饭|下厨|厨艺|烹饪|烹调|食谱|菜谱", "烹饪 cooking"),
    (r"面包|烘焙", "baking bread"),
    (r"种菜|菜园", "园艺 vegetable gardening"),
    (r"种花|养花|花园|园艺", "园艺 gardening"),
    (r"木工|木匠", "woodworking"),
    (r"陶艺|陶瓷|捏陶", "pottery"),
    (r"编织|织毛衣|打毛衣|毛线", "knitting"),
    (r"画画|绘画|素描", "drawing painting"),
    (r"书法|毛笔字", "书法 calligraphy"),
    (r"跑步|马拉松", "running marathon"),
    (r"徒步|爬山|登山", "hiking walking"),
    (r"理财|存钱|省钱|攒钱", "理财 personal finance"),
    (r"找工作|求职|面试|简历", "job hunting vocational guidance"),
    (r"时间管理|拖延|效率", "time management"),
    (r"习惯", "habit"),
    (r"爵士", "爵士 jazz"),
    (r"佛教|佛学|佛法", "佛教 buddhism"),
    (r"伊斯兰|穆斯林", "islam"),
    (r"汉朝|汉代|汉史", "汉 han dynasty"),
    (r"唐朝|唐代|唐史", "唐 tang dynasty"),
    (r"宋朝|宋代|宋史", "宋 song dynasty"),
    (r"元朝|元代|元史", "元 yuan dynasty"),
    (r"清朝|清代|清史", "清史 qing dynasty"),
    (r"明朝|明代|明史", "明史 ming dynasty"),
    (r"古罗马|罗马帝国", "rome history"),
    (r"黑洞|宇宙", "宇宙学 cosmology"),
    (r"天文学?|星空|观星", "astronomy"),
    (r"编程|写代码|程序设计", "程序设计 computer programming"),
    (r"气候变化|全球变暖", "climate change"),
    (r"入籍|公民考试", "citizenship naturalization"),
    (r"移民", "immigrants"),
    (r"女权(?:主义)?|女性主义", "feminism"),
    (r"学英[语文]|英语语法|^英[语文](?:学习)?$", "英语 english language"),
    (r"学(?:中文|汉语)|对外汉语", "对外汉语 chinese language"),
    (r"观鸟|鸟类|认鸟|^鸟$", "鸟类 birds"),
    (r"蘑菇|真菌", "fungi"),
    (r"历史", "历史 history"),
    (r"科学|科普", "科学 science"),
    (r"数学", "数学 mathematics"),
    (r"古典(?:音乐|乐)|交响[乐曲]", "operas symphonies suites piano music"),
    (r"(?<!古典)音乐", "音乐 music"),
    (r"艺术", "艺术 art"),
    (r"哲学", "哲学 philosophy"),
    (r"心理学?", "心理学 psychology"),
    (r"经济学?", "经济学 economics"),
    (r"昆虫|虫子", "insects"),
    (r"恐龙", "dinosaurs"),
    (r"^足球$", "足球 football soccer"),
    (r"出轨|婚外情|外遇|偷情", "adultery"),
    (r"失忆", "amnesia memory loss"),
    (r"睡前", "bedtime"),
    (r"消费者", "consumer"),
    (r"动物", "动物 animals"),
    (r"植物|花草", "植物 plants"),
    (r"太空|宇航", "outer space astronauts"),
    (r"宗教", "宗教 religions"),
    (r"(?:旅游|旅行|自由行)(?:指南|攻略|手册)?|游记", "旅行 travel"),
    (r"法律", "law"),
    (r"传记|自传", "传记 biography"),
    (r"战争", "war"),
    (r"回忆录", "回忆录 memoirs autobiography"),
    (r"死亡|生死", "death grief"),
    (r"养老(?![金保院])|衰老|变老", "aging old age"),
    (r"母女", "mothers and daughters"),
    (r"父子", "fathers and sons"),
    (r"怕黑", "fear of the dark"),
    (r"中餐|中国菜|川菜|粤菜", "中国菜 chinese cooking"),
    (r"香港", "香港 hong kong"),
    (r"台湾", "台湾 taiwan"),
    (r"上海", "上海 shanghai"),
    (r"北京", "北京 beijing"),
    (r"巴黎", "paris"),
    (r"伦敦", "london"),
    (r"东京", "tokyo"),
    (r"印度(?!尼西亚)", "印度 india"),
    (r"非洲", "africa"),
    (r"德国", "germany"),
    (r"意大利", "italy"),
    (r"西班牙", "spain"),
    (r"俄罗斯|俄国|苏联", "russia soviet union"),
    (r"韩国", "korea"),
    (r"同性恋|同志(?=小说|文学)|lgbt\w*|酷儿", "gay"),
    (r"难民", "refugees"),
    (r"海盗", "pirates"),
    (r"奴隶制?", "enslaved persons slavery"),
    (r"密码学|破译", "cryptography ciphers"),
    (r"歌剧", "operas"),
    (r"量子(?:力学|物理|理论)?", "quantum theory"),
    (r"兔子?", "rabbits"),
    (r"美术史?", "艺术史 art history"),
    (r"(?:世界)?末日", "end of the world"),
    (r"死刑", "capital punishment"),
    (r"希腊神话", "greek mythology"),
    (r"孤儿", "orphans"),
    (r"间谍", "spies"),
    (r"女巫", "witches"),
    (r"文革|文化大革命", "cultural revolution"),
    (r"工作|职场", "job hunting vocational guidance"),
    (r"狗", "dogs"),
    (r"猫", "cats"),
    (r"纽约", "new york"),
    (r"吸血鬼", "vampires"),
    (r"外星人", "外星文明 extraterrestrial beings"),
    (r"机器人", "robots androids"),
    (r"巫师|魔法", "wizards magic"),
    (r"鲸鱼|鲸", "whales"),
    (r"友谊|友情", "friendship"),
    (r"校园", "schools"),
    (r"婚姻", "marriage"),
    (r"英国|英格兰", "england great britain"),
    (r"美国", "united states"),
    (r"法国", "france"),
    (r"日本", "日本 japan"),
    (r"中国", "中国 china"),
    (r"意大利", "italy"),
    (r"德国", "germany"),
    (r"西班牙", "spain"),
    (r"希腊", "greece"),
    (r"印度", "india"),
    (r"俄罗斯|俄国", "russia"),
    (r"欧洲", "europe"),
    (r"非洲", "africa"),
    (r"犹太|大屠杀", "holocaust jewish"),
)
_FILMS = tuple(  # kinds of films, as genre terms name them
    (Rule(rf"\b(?:{english})\b", chinese), genre)
    for english, chinese, genre in (
        (
            r"funny|hilarious|humou?rous|comed(?:y|ies)|comic",
            "搞笑|好笑|幽默|喜剧|轻松",
            "comedy films",
        ),
        (r"scar(?:y|ier|iest)|horror|spooky|creepy", "恐怖|惊悚|吓人|[闹有]?鬼", "horror films"),
        (r"romantic|romances?|love", "浪漫|爱情|言情", "romance films"),
        (r"animat(?:ed|ions?)|cartoons?|anime", "动画|卡通|动漫", "animated films"),
        (r"sci[- ]?fi|science fiction", "科幻", "science fiction films"),
        (
            r"myster(?:y|ies)|detective|crime|whodunn?its?",
            "悬疑|侦探|推理|破案",
            "detective and mystery films",
        ),
        (r"spy|spies|espionage", "谍战|间谍", "spy films"),
        (r"thrill(?:ers?|ing)|suspense(?:ful)?|gripping", "紧张|刺激", "thrillers motion pictures"),
        (r"histor(?:ical|y)|period|costume", "历史|古装", "historical films"),
        (r"war", "战争", "war films"),
        (r"fantasy|magic(?:al)?", "奇幻|魔幻|魔法", "fantasy films"),
    )
)
_SET = r"(?: set (?:in|on|during)(?: the)?\b)?"  # a story
_TELLING = 0.5  # of a text, what must name kinds or subjects for these to be meant
_LATELY = 256  # texts: a search asks several times what one means
_SHORTEST = 2  # characters that what is left counts for: 菜 of 法国菜 is a word
_ENDING = Rule("^(?:症状?|学科?|简?史|书|题材|主题|相关|患者|病人)$")  # of a word that is spelt out
_GENERIC = Rule(
    r"\b(?:books?|novels?|stor(?:y|ies)|fiction|about|on|for|some|good|the|a)\b",
    r"\s",
    "小说|故事|书籍?|作品|入门|基础|初学者?|知识|一个|[男女]人|怎么办?|如何|走出来?|方面|类|的|和|与|、",
)


@cache
def _patterns(han: bool, subjects: bool = True) -> tuple[tuple[Rule, str], ...]:
    if han:
        told = _FULL_CHINESE + _SUBJECTS_CHINESE if subjects else _FULL_CHINESE
        return tuple((Rule(short), full) for short, full in told)
    return tuple((Rule(rf"\b(?:{short})\b{_SET}"), full) for short, full in _FULL)


@cache
def _instead() -> tuple[tuple[Rule, str], ...]:
    return tuple((Rule(short), full) for short, full in _INSTEAD)


def film_genres(text: str) -> tuple[str, ...]:
    """The genres of films that words name, where they name nothing else: "scary", 喜剧."""
    bare = _GENERIC.sub("", text).strip()
    genre = next((genre for sign, genre in _FILMS if sign.fullmatch(bare)), "")
    return (genre, genre.replace("films", "television programs")) if genre else ()


def spelt_out(text: str) -> str:
    """The text, and behind it in full what it names in short; what leads astray gives way."""
    if text.isascii():
        for short, instead in _instead():
            text = short.sub(instead, text)
    kinds = _patterns(has_han(text), subjects=False)
    found = [full for short, full in kinds if short.search(text)] + [meant(text)]
    told = (full for full in dict.fromkeys(found) if full not in text.lower())
    return " ".join(filter(None, [text, *told]))


@lru_cache(_LATELY)
def meant(text: str) -> str:
    """In full what a text names in short, where it names little else: not 少年派的奇幻漂流."""
    found = [
        (sum(len(hit[0]) for hit in rule.finditer(text)), full)
        for rule, full in _patterns(has_han(text))
    ]
    named = sum(length for length, _ in found)
    told = named >= _TELLING * len(_GENERIC.sub("", text))
    return " ".join(full for length, full in found if length) if told else ""


def left(text: str) -> tuple[str, float]:
    """What a text says beside what `meant` spells out, and its part: 料理, half of 日本料理."""
    bare, rest = _GENERIC.sub("", text), text
    for rule, _ in _patterns(has_han(text)):
        rest = rule.sub(" ", rest)
    rest = _ENDING.sub("", " ".join(_GENERIC.sub(" ", rest).split()))
    length = max(len(rest.replace(" ", "")), _SHORTEST) if rest else 0
    return rest, min(length / max(len(bare), 1), 1.0)
