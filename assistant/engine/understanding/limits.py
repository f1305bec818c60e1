"""What narrows a search: language, format, readers' age, and being on the shelf now."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.engine.understanding.audience import audiences
from assistant.engine.understanding.found import Found, is_negated
from index.text import Rule

# ISO 639-2/B, as records carry it.
ENGLISH_NAMES = {
    "chi": "chinese|mandarin|cantonese", "eng": "english", "fre": "french", "ger": "german", "spa": "spanish",
    "ita": "italian", "por": "portuguese|portugese", "rus": "russian", "jpn": "japanese", "kor": "korean", "ara": "arabic",
    "pol": "polish", "dut": "dutch", "urd": "urdu", "hin": "hindi", "ben": "bengali", "pan": "punjabi|panjabi",
    "tur": "turkish", "ukr": "ukrainian", "rum": "romanian", "gre": "greek", "swe": "swedish", "vie": "vietnamese",
    "lat": "latin", "wel": "welsh", "heb": "hebrew", "per": "persian|farsi", "tha": "thai", "cze": "czech",
    "hun": "hungarian", "fin": "finnish", "nor": "norwegian", "dan": "danish", "gle": "irish|gaelic",
}  # fmt: skip
_CHINESE_NAMES = {
    "chi": "中文|汉语|华文|国语|普通话", "eng": "英文|英语", "fre": "法文|法语",
    "ger": "德文|德语", "spa": "西班牙文|西班牙语|西语", "ita": "意大利文|意大利语",
    "por": "葡萄牙文|葡萄牙语", "rus": "俄文|俄语", "jpn": "日文|日语", "kor": "韩文|韩语|朝鲜语",
    "ara": "阿拉伯文|阿拉伯语", "pol": "波兰文|波兰语", "vie": "越南文|越南语", "tha": "泰文|泰语",
    "lat": "拉丁文|拉丁语", "gre": "希腊文|希腊语",
}  # fmt: skip
_CODES = {
    name: code
    for table in (ENGLISH_NAMES, _CHINESE_NAMES)
    for code, names in table.items()
    for name in names.split("|")
}
_OF_FILMS = {"法国": "fre", "德国": "ger", "意大利": "ita", "西班牙": "spa", "俄罗斯": "rus", "苏联": "rus",
             "日本": "jpn", "韩国": "kor", "中国": "chi", "国产": "chi", "华语": "chi",
             "港": "chi", "港产": "chi", "美": "eng", "泰": "tha"}  # fmt: skip
_TRANSLATED = {
    "英": "eng",
    "法": "fre",
    "德": "ger",
    "日": "jpn",
    "俄": "rus",
    "韩": "kor",
    "中": "chi",
    "汉": "chi",
}
_EN = "|".join(ENGLISH_NAMES.values())
_ZH = "|".join(sorted("|".join(_CHINESE_NAMES.values()).split("|"), key=len, reverse=True))
_THING = (
    r"(?:books?|editions?|versions?|translations?|copy|copies|ones?|language|titles?|originals?)"
)
_KIND = r"(?:e-?books?|story\s?books?|audiobooks?|dvds?|films?|movies?|magazines?|newspapers?|comics?|manga|graphic novels?)"
_LANGUAGES = (
    Rule(
        (
            r"\b(?:(?:written|only|just|but|translated|available|published)\s+)*(?:in"
            r"|into)\s+(?:the\s+)?(?:original\s+|simplified\s+|traditional\s+"
            rf"|brazilian\s+)?({_EN})\b(?=\s*(?:$|[.,;?!)]|and\b|or\b|only\b|please\b|too\b|but\b"
            r"|by\b|for\b|if\b|instead\b|about\b|on\b|from\b|at\b|that\b|which\b|translation"
            r"|version|edition|language|as\b|now\b|with\b|published|written|not\b|is fine\b|is ok|would be\b|will do\b|pl[sz]+\b|th(?:an)?(?:ks|x)\b|ta\b|tho(?:ugh)?\b))"
        ),
    ),
    Rule(rf"\b(?<!easy )(?<!simple )(?<!basic )({_EN})[\s-]+(?:language\s+)?{_THING}\b"),
    Rule(rf"\b({_EN})(?=[\s-]+(?:language\s+)?{_KIND}\b)"),
    Rule(rf"\b({_EN})\s+(?:language\s+)?only\b"),
    Rule(
        rf"[\s,]*(?:\b(?:but|and|as|because)\s+)?\b(?:they|s?he|(?:my|our|his|her) \w+)(?:\s+(?:can|only|mainly|mostly|just|now))*\s+(?:speaks?|reads?)(?:\s+(?:only|in))*\s+({_EN})(?=\W*$|\s*[,.;!?])"
    ),
    Rule(
        rf"\b(?<!the )(?:{_KIND}|books?|novels?|stories)\s+({_EN})(?=\W*(?:please|language)?\W*$)"
    ),
    Rule(rf",\s*({_EN})\W*(?:only|please|instead)?\W*$"),
    Rule(f"^\\W*(?:有没有|有)?({_ZH})[的版]?[，, ]+(?=有|要|想|小说|书)", flags=0),
    Rule(f"[,，、;；]\\s*(?:最好|要|得|是)*(?:简体|繁体)?({_ZH})的?\\W*$", flags=0),
    Rule(
        rf"^\W*(?:what about|how about|and|or|any)\s+(?:the\s+|in\s+)*({_EN})(?:\W*(?:then|instead|please|maybe|too|ones?))*\W*$"
    ),
    Rule(
        rf"^\W*(?:only|just|but|not|no|nothing)*\s*(?:in\s+)?({_EN})\W*(?:only|please|ones?)?\W*$"
    ),
    Rule(
        rf"^\W*(?:(?:(?:ok(?:ay)?|so|then|well|maybe|try)\W+)+|(?!english|chinese))({_EN})(?:\W*(?:then|instead|maybe|please|ones?))*\W*$"
    ),
    Rule(
        (
            f"(?<![学习教懂])(?<!不会)(?:简体|繁体)?({_ZH})(?:的(?:书|图书|资料|版本|呢)?|版本?|书籍?|图书|原版|原声|原音|配音"
            "|原著|译本|翻译|写的|(?=也(?:行|可以|成|好|要|有|没)|(?:可以|行)[吗么]?\\W*$|小说|绘本|图画书|童书|电影|纪录片|影片|片子|有声|听书|电子书|漫画|杂志|报纸|诗|散文|大字|故事(?!会)|童话|读物|儿童读物|少儿读物))"
        ),
        flags=0,
    ),
    Rule(
        "(法国|德国|意大利|西班牙|俄罗斯|苏联|日本|韩国|中国|国产|华语)的?(?=(?:电影|影片|片子|纪录片|动画片)(?!院|史(?!诗)|节|资料馆|展))",
        flags=0,
    ),
    Rule(
        (
            rf"(?:只要|只看|要|有没有|有|换成|改成|是|用)\s*(?:简体|繁体)?({_ZH})(?!语法|学习"
            "|考试|教程|角|老师|教师|键盘|成绩|国家|回答|回复|沟通|交流|服务|写(?!的)|打印|输入|名|课|班|[讲说聊系]|怎么"
            "|水平|证书|培训|简历|对话|接待|馆员|网站|界面|表格)"
        ),
        flags=0,
    ),
    Rule(
        rf"^\W*(?:那么?|有|要|换|或者?|(?:如果|要是|实在)?没有?的话|不然|要不|[，, ])*({_ZH})(?:[的版]*[呢吗])?\W*$",
        flags=0,
    ),
    Rule(
        "^\\W*(?:那|有没有|有|只?要|只看|换成)*(国产|华语)(?:的|片)+(?:呢|吗|有吗|有没有)*\\W*$",
        flags=0,
    ),
    Rule(
        "(国产|华语|港产|[港韩日美英泰])(?=剧(?![院本场情团种])|(?<![日美英泰])片(?![区段面名子]))",
        flags=0,
    ),
    Rule("([英法德日俄韩中汉])(?:文)?译(?:本|版)(?:的|呢|吗)*", flags=0),
)
_EITHER = (  # one language or the other
    Rule(rf"\b(?:in\s+)(?:either\s+)?({_EN})\s+(?:or|and)\s+(?:in\s+)?({_EN})\b"),
    Rule(
        rf"^\W*(?:(?:either|only|just|any)\s+)?({_EN})\s+or\s+({_EN})(?:\W+(?:is|are|would be|fine|ok(?:ay)?|good|please|both))*\W*$"
    ),
    Rule(
        f"({_ZH})(?:或者?|和|还是|跟|、)({_ZH})(?:版|书)?的?(?:书|小说|版本)?(?:都|也)+(?:可以|行|好|成|要)",
        f"({_ZH})(?:或者?|、)({_ZH})(?=版|的书|的小说|的都|书)",
        flags=0,
    ),
)

_OF_ANOTHER = Rule(  # what follows a format that is but a part of its name: "dvd player", 电影院
    r"[\s-]+(?:players?|rooms?|clubs?|chargers?|readers?|machines?|racks?|drives?|class(?:es)?|courses?|lessons?|workshops?"
    r"|screenings?|nights?|festivals?|studies|theory|criticism|histor(?:y|ies)(?=\W*$|\s+books?\b)|making|makers?|producers?"
    r"|directors?(?!['’])|stars?(?!\s+(?:wars|trek))|actors?|industry|reviews?|critics?|theat(?:er|re)s?|posters?|cameras?"
    r"|reading|printers?|relief|artists?|editors?|apps?)\b",
    "院|史(?!诗)|节(?!目)|票|制作|导演|社(?!会)|架(?!空)|家(?![庭族])|班|[课展册]|播放|机|阅读器|打印|海报|申请|理论|学院|学校|明星|公司"
    "|资料馆|评论|市场|爱好者|协会|俱乐部",
)
_NO_LANGUAGE = Rule(  # what shines
    r"\b(?:nail|shoe|boot|furniture|car|floor|silver|metal|wood|brass|french)[\s-]+polish$"
)

_FORMATS = tuple(
    (name, Rule(pattern))
    for name, pattern in (
        ("ebook", r"\b(?:as\s+(?:an?\s+)?)?(?:e-?\s?books?|electronic (?:ones?|books?|copy|copies|version|edition)|digital (?:ones?|copy|copies|version|edition|books?)|kindle|epub|on my (?:kindle|tablet|e-?reader))\b|电子书籍?|电子版"),
        ("audiobook", r"\b(?:as\s+(?:an?\s+)?)?(?:audio-?\s?books?|talking books?|books? on (?:cd|tape)|audio (?:version|edition)|(?:on|as|in) audio|spoken[\s-]words?|with audio|(?:on|with|and|plus)\s+(?:an?\s+|the\s+|its\s+)?(?:audio[\s-]+)?cds?|audio(?=\W*$|\s+(?:then|please|ones?|only|instead|too|for|of)\b))\b|听书(?!机|卡|软件|平台|节目)|有声书|有声读物|有声版|有声的|音频[版书的]?|有声(?=的?(?:有吗|[吗呢吧])?\W*$)|听书|(?:能|可以|用|给[我他她])?(?<![好动难想爱欢中最])听的(?=[也就都版书吧呢吗，,。]|可以|行|有|\W*$)|\b(?:something|anything|some|any|ones?|books?|stories|an? (?:version|copy))(?: that)?\s+(?:(?:i|we|you|s?he|they|my \w+) can|to|for \w+ to)\s+(?:just\s+)?listen to\b"),
        ("large_print", r"\b(?:in\s+)?(?:large|big(?:ger)?)[\s-]+(?:print|letters|type|text|font)(?:\s+(?:books?|editions?|copy|copies))?\b|(?:[,.;]\s*|\b(?:and|but|who|because)\s+)*(?:\b(?:i|we|s?he|they|my \w+)\s+)?(?:\b(?:just|really)\s+)*\b(?:can['’]?t|cannot|can no longer|couldn['’]?t|struggles? (?:to|with)|has (?:trouble|difficulty)(?: with)?|finds? it hard to)\s+(?:read(?:ing)?\s+|see(?:ing)?\s+|with\s+)?(?:the\s+)?(?:small|tiny|little|normal|ordinary|regular|standard|fine)(?:[- ]size)?\s+(?:print|text|letters|type|words|writing)\b|大字(?:本|版|书|体)?|大号字|字(?:体|号|印得)?(?:再|能|要|可以|最好)*大(?:一?点|一?些)儿?|字大的|看不(?:太|大)?清楚?(?:小?字|书)"),
        ("braille", r"\b(?:in\s+)?braille\b|盲文"),
        ("graphic_novel", r"\b(?:as\s+(?:an?\s+)?)?(?:graphic (?:novels?|versions?|editions?|adaptations?)|(?:comics?|manga)(?: (?:books?|strips?|versions?|editions?|adaptations?))?)\b|漫画(?:书|形式的?|版本?)?|连环画|图像小说"),
        ("film", r"\b(?:on\s+)?(?:dvds?|blu[- ]?rays?)\b|\b(?:films?|movies?|(?:moving|motion) pictures?|documentar(?:y|ies))\b|电影(?:版(?=的))?|影碟|光[盘碟]|碟[片子]|纪录片|影片|老片子?|(?<=国产|华语|港产)[剧片]|(?<=[港韩日美英泰])剧(?![院本场情团种])|(?<=[港韩])片(?![区段面名子])|(?<=科幻|恐怖|爱情|悬疑|动画|动作|战争|喜剧|武侠|文艺|警匪|灾难|惊悚|歌舞|侦探|历史)片"),
        ("score", r"\bsheet music\b|\b(?:musical|music|vocal|piano|orchestral) scores?\b|乐谱|谱子|五线谱|(?<!钢)琴谱|(?<=钢琴)谱|曲谱"),
        ("music", r"(?<![附带配])\b(?:music\s+)?cds?\b(?!-?rom)|\bvinyl\b|\brecords by\b|音乐光盘|唱片|音乐CD"),
        ("map", r"\bmaps?\b|地图(?!集)"),
        ("periodical", r"\bmagazines?\b|\bperiodicals?\b|杂志|期刊"),
        ("book", r"\b(?:paper(?:backs?|\s+copy|\s+copies|\s+books?)|hardbacks?|hard\s?cop(?:y|ies)|print(?:ed)? (?:copy|copies|books?|version|edition)|physical (?:copy|copies|books?)|real books?)\b|纸质书?|(?<!图)纸书|纸本|实体书"),
    )
)  # fmt: skip
_EYES = Rule(  # of somebody who needs large print
    r"(?:[,.;]\s*|\b(?:and|but|who|because|as)\s+)*(?:(?<=and )|(?<=but )|(?<=who )|\b(?:i|s?he|they|my \w+)\s+)(?:can['’]?t|cannot|can not|can no longer|do(?:es)?(?:n['’]?t| not)) see (?:very |so |that |too )*(?:well|good|properly|clearly)(?: any ?more| these days| now)?",
    r"(?:[,.;]\s*|\b(?:and|but|who|because|as)\s+)*\b(?:(?:my|his|her|their) )(?:eye ?sight|eyes|sight|vision)(?: is| are|['’]s)(?: not| getting| very| so| really)* (?:bad|poor|weak|failing|going|worse|what (?:it|they) (?:was|were|used to be))",
    r"\b(?:has|have|having|with) (?:very )?(?:bad|poor|weak|failing) (?:eye ?sight|eyes|sight|vision)",
    "(?:[我他她]|老人|爸爸?|妈妈?|爷爷|奶奶)?(?:(?<!对)(?:眼睛|视力)(?:有点|已经|现在|很|太|也|都)*(?:花了?|不好|不太好|不行了?|模糊|差|越来越差|下降)了?|老花眼?|眼花)(?=[^？?]*[书看读本])",
)
_BECAME = Rule(  # of a book: it was made into a film
    r"\b(?:made|turned|adapted) into (?:an? |the )?$", "(?:拍|改编)(?:成|过|了|为)*(?:一?部)?$"
)
_HEARD = Rule(r"\baudio-?\s?books?\b", "有声书|有声读物|听书")
_CD = Rule(r"\bcds?$|\blisten to$")
_OF_MUSIC = Rule(r"\b(?:music|albums?|songs?|jazz|classical|opera|symphony|concertos?|pop|rock)\b")
# "Books" means the format only where it is set against another one.
_BOOK = Rule(
    r"\b(?:the\s+)?(?:actual\s+)?(?:books?|novels?)\b(?=,?\s+not\s+(?:the\s+|an?\s+)?(?:films?|movies?|dvds?|audio|e-?books?|cds?|comics?))",
    (
        r"(?:\b(?:no,|(?:no\b(?=,?\s+the\b)|meant|wanted|rather"
        r"|prefer)\b,?)\s+(?:the\s+)?)(books?|novels?)\b"
    ),
    r"^\W*(?:(?:only|just|and|or)\s+(?:the\s+)?|the\s+)(books?)\W*(?:please)?\W*$",
    "(?:要|是)(书|小说)(?=[，,]?(?:不是|不要|而不是))",
    "(?:我要的是|我说的是|我想要的是)(书|小说)",
)

_FREE = r"\bava?i?l[aei]{1,2}b(?:le|el|e)\b"  # however it is spelt
_AVAILABLE = Rule(
(r"\b(?:(?:that|which|ones?|those|what)\s+)?(?:(?:i|we)\s+)?(?:can\s+"
r"|could\s+)?(?:be\s+)?(?:take|taken|bring|borrow(?:ed)?|get|check(?:ed)?\s+out"
r"|pick(?:ed)?\s+up|grab|have)\s+(?:them\s+|it\s+)?(?:home\s+)?(?:today|right now|now"
r"|tonight|straight away|immediately|right away|this (?:morning|afternoon|evening))\b"),
r"\btake\s+home\b|\bnot (?:checked out|on loan|borrowed|out)\b",
r"\b(?:have|got)\s+in(?=\s+at\b|\W*$)",
(r"\b(?:that|which)(?:['’]s|\s+is|\s+are)\s+(?:actually\s+)?(?:in|free"
r"|available)\b(?!\s+(?:the|a|an|my|our|english|chinese)\b)"),
(r"\b(?:what['’]?s\s+|that['’]?s\s+|whats\s+|are\s+)?(?:on|sitting on)\s+the\s+shel(?:f"
r"|ves)(?:\s+(?:right\s+)?now)?\b"),
r"\bin\s+(?:right\s+)?(?:now|rn)\b|\bin\s+stock\b",
rf"\b(?:currently|immediately)\s+{_FREE}",
rf"{_FREE}\s+(?:right\s+now|now|today|immediately|to (?:take|borrow)(?:\s+home)?)\b",
rf"\b(?:only|just)\s+(?:the\s+)?{_FREE}(?:\s+ones)?\b",
r"\b(?:(?:is|are|have|got)\s+)?(?:any|some|ones?|which|what|those|these|copies)(?:\s+ones?|\s+of\s+(?:them|these|those))?(?:\s+(?:is|are))?"
rf"\s+(?:in|{_FREE}|on the shel(?:f|ves))(?:\s+(?:right\s+)?(?:now|today|at the moment)\b|(?=\W*$|\s+(?:over\s+)?(?:at|from)\b))",
rf"{_FREE}(?=\s+at\b)",
(r"\b(?:which|what|ones?)(?:\s+of\s+(?:them|these|those))?\s+(?:can|could)\s+(?:i|we)\s+(?:get|borrow|take|pick up|grab|have|collect)"
r"(?=\s+(?:at|from|in)\s+[\w ]{3,24}\s+(?:today|tonight|now|right now)\b)"),
rf"{_FREE}\s+(?:ones?|copies|only)\b",
("(?:今天|现在|马上|立刻|当场|目前)(?:就)?(?:能|可以|可)(?:够)?(?:借|拿"
"|带)(?!(?:到|走)?(?:[几多]|书(?:[吗嘛？?]|\\W*$)))(?:到|走|回家|出来|的)*"),
"(?:现在|目前|今天)?(?:还)?在架上?(?:的)?|架上有(?:的)?",
"(?:只|就)?(?:要|看)(?:现在|今天)?(?:能|可以|可)借(?:到)?的",
"^\\W*(?:现在|今天)?(?:能|可以)借(?:到|走)?的(?:有哪些|呢|书)?\\W*$|有货的|借得到的",
"可借(?![几多])(?:的)?|(?:没|未)(?:有)?被?借(?:走|出)(?:的)?",
"能(?:马上|现在|今天)(?:就)?借(?:到|走)?(?:的)?",
"哪[些几]?[本个部张]?(?:现在|今天)?(?:能|可以|可)借(?:到|走)?(?:的)?(?![几多]|书证)",
"(?:能|可以)(?:外)?借(?:走|回家)(?:的)?|现货|(?<!哪)(?<!哪里)(?<!哪儿)(?:能|可以)借到的",
)  # fmt: skip


def limits(text: str) -> Iterator[Found]:
    """language, format, audience and available, exact ones first."""
    yield from audiences(text)
    yield from _formats(text)
    yield from _either(text)
    yield from _languages(text)
    for hit in _AVAILABLE.finditer(text):
        yield Found("available", True, *hit.span())


def _languages(text: str) -> Iterator[Found]:
    for pattern in _LANGUAGES:
        for hit in pattern.finditer(text):
            if _NO_LANGUAGE.search(text, 0, hit.end(1)):
                continue
            negated = is_negated(text, hit.start()) or is_negated(text, hit.start(1))
            code = (_OF_FILMS | _TRANSLATED).get(hit[1]) or _CODES[hit[1].lower()]
            yield Found("language", code, *hit.span(), negated)


def _either(text: str) -> Iterator[Found]:
    """Both languages of two of which either will do: "in French or German"."""
    for pattern in _EITHER:
        for hit in pattern.finditer(text):
            negated, start = is_negated(text, hit.start()), hit.start()
            for at in (at for at in range(1, len(hit.groups()) + 1) if hit[at]):
                yield Found("language", _CODES[hit[at].lower()], start, hit.end(at), negated)
                start = hit.end(at)


def _formats(text: str) -> Iterator[Found]:
    heard = _HEARD.search(text)
    for name, pattern in _FORMATS:
        for hit in pattern.finditer(text):
            music = name == "audiobook" and _CD.search(hit[0]) and _OF_MUSIC.search(text)
            book = name == "film" and _BECAME.search(text[: hit.start()])
            negated = is_negated(text, hit.start())
            carrier = heard and negated and _CD.search(hit[0])  # "an audiobook, not on CD"
            if not (music or book or carrier or _OF_ANOTHER.match(text, hit.end())):
                yield Found("format", name, *hit.span(), negated)
    for hit in _EYES.finditer(text):
        yield Found("format", "large_print", *hit.span())
    for hit in _BOOK.finditer(text):
        group = next((place for place in range(1, 5) if hit[place]), 0)
        yield Found("format", "book", *hit.span(group), is_negated(text, hit.start(group)))
