"""What is asked of one item; a group holds the item where it is named: Dune in "when was Dune published"."""

from __future__ import annotations

from index.text import Rule

_IT = r"([^\s?.,!][^?.,!]{0,60}?)"
_HAN_IT = r"([^，。？！?!]{1,20}?)"
_END = r"\W*$"
FACTS = {
    "pages": Rule(
        (
            r"\bhow (?:many pages|long|thick|big) (?:is|are|does|has|was)"
            rf" (?!(?:the|your|its) (?:wait|queue|line|hold|loan|reserv)){_IT}(?: have)?{_END}"
        ),
        r"\bhow many pages\b|\bnumber of pages\b|\bpage count\b",
        r"^\W*how (?:long|thick|big)\W*$",
        r"\bis it (?:a )?(?:very |really |too |quite )*(?:long|short|thick)\b",
        "[多有]少?几?[少几]页|多厚|有多长(?!时间)|多长(?!时间)",
    ),
    "translators": Rule(
        rf"\bwho (?:translated|(?:is|was|are) the translators? of) {_IT}{_END}",
        r"\bwho(?:['’]?s| is| was)? the translator\b|\btranslat(?:or|ed by)\b|\bwho translated\b",
        "谁(?:翻)?译的|谁翻译|译者是?谁|译者|哪位?译者",
    ),
    "nationality": Rule(
        r"\b(?:what|which) (?:country|nationality)\b",
        r"\bwhere (?:is|was) the (?:author|writer) from\b|\bnationality\b",
        "(?:作者|作家)?是?(?:哪国|哪个国家|什么国籍|哪里)的?人|作者(?:的)?国籍",
    ),
    "authors": Rule(
        rf"\bwho (?:wrote|made|directed|(?:is|was) the (?:author|writer|director) of) {_IT}{_END}",
        r"\bwho(?:['’]?s| is| was| are)? (?:the )?(?:authors?|writers?|director|wrote|written|by)\b",
        rf"\bwho(?:['’]?s| is| was) {_IT} (?:written |made )?by{_END}",
        r"\bwho (?:wrote|made|directed)\b",
        "作者是?谁|作者是誰|作者(?:叫|是)什么|谁写的|誰寫的|谁的(?:书|作品)|是谁写",
    ),
    "year": Rule(
        (
            rf"\bwhen (?:was|were|did|is) {_IT} (?:first )?(?:published|written|printed|come out"
            r"|made|released|from)\b"
        ),
        rf"\b(?:what|which) year (?:was|were|did|is) {_IT} (?:published|written|come out|from)\b",
        rf"\bhow old is {_IT}{_END}",
        r"\b(?:what|which) year\b|\bhow old is (?:it|this book|that book)\b",
        "[哪那]一?年(?:的|出版的?|出的?|写的?)|什么时候(?:出版|出的|写)的?|几几年的?",
    ),
    "audience": Rule(
        r"\b(?:what|which) age\b|\bhow old (?:should|must|do)\b|\bage (?:range|group)\b",
        (
            rf"\bis {_IT} (?:suitable|right|ok(?:ay)?|good|too (?:hard|old|young|scary)) for"
            r" (?:an? |my )?(?:\d{1,2}|\w+[- ]year|kids|children|child|teens?|son|daughter).{0,20}$"
        ),
        r"\b(?:suitable|right|ok(?:ay)?|good) for (?:an? )?(?:\d{1,2}|kids|children)",
        "几岁(?:能|可以|适合|看|读)|适合(?:几岁|多大|什么年龄)",
        "适合[\\d一二三四五六七八九十]{1,3}岁.{0,6}",
        "适合(?:小孩子?|孩子|儿童|小学生|中学生|小朋友).{0,4}吗",
        "多大(?:的孩子)?(?:能|可以|适合)",
        "(?:岁|孩子|儿童|小学生|中学生|小朋友|女儿|儿子)[^，。]{0,6}(?:看|读|听)?(?:合适|适合|可以|行)吗",
        "[\\d一二三四五六七八九十]{1,3}岁(?:的孩子|孩子)?(?:能|可以)(?:看|读)吗?",
    ),
    "series": Rule(
        rf"\b(?:is|are) {_IT} (?:an? )?(?:part|book|one) (?:of|in) (?:an?|the|any) (?:\w+ )?series\b",
        rf"\b(?:is|are) {_IT} (?:in )?an? series\b|\b(?:which|what) series\b",
        "是(?:不是)?(?:一个|哪个)?(?:系列|丛书|套书)的?(?:一部分|吗)?|属于(?:哪个|什么)(?:系列|丛书)",
    ),
    "summary": Rule(
        rf"\bwhat(?:['’]?s| is| are)? {_IT}(?: all)? about{_END}",
        r"\bwhat(?:['’]?s| is) the (?:plot|story)(?: of| in)?\b|\bsummary\b",
        "讲(?:的)?(?:是)?(?:什么|啥)(?:的|故事|内容)?",
        "说的?(?:是)?什么|写的?(?:是)?什么|什么内容|内容是什么|什么故事",
    ),
    "publisher": Rule(
        rf"\bwho (?:published|publishes) {_IT}{_END}",
        r"\bwhich publisher\b|\bwho(?:['’]?s| is) the publisher\b",
        "哪个出版社的?|哪家出版社的?|谁出版的|出版社是(?:哪|什么).{0,2}",
    ),
    "edition": Rule(
        r"\b(?:which|what) edition\b",
        "第几版|哪个版本|哪一版",
    ),
}
FOR_READERS = Rule(  # a wish for whatever suits a reader, and no question about one title
    (
        r"(?<!these )(?<!those )(?<!the )\b(?:books|stories|novels|comics|films|titles|ones|some(?:thing)?|any(?:thing)?"
        r"|an? (?:\w+ )?(?:book|story|novel)|there an?|there any)\b.{0,40}\b(?:suitable|right|ok(?:ay)?|good) for\b"
    ),
    "(?:有|有没有|有无|有什么|有哪些|推荐|[找求要].{0,4})适合",
    "适合[^，。？！]{0,10}的(?:[^，。？！]{0,4})(?:书|小说|绘本|故事|读物|科普|漫画|电影|作品)",
    "(?:能|可以)[看读]的(?:[^，。？！]{0,4})(?:书|小说|绘本|故事|读物|科普|漫画|电影|作品)",
)
IS_IN = Rule(  # on the shelf, or how many copies
    (
        r"\b(?:is|are) (?:it|that|this|they|(?:the |that |this )?(?:one|book|(?:first|second"
        r"|third|fourth|fifth|last)(?: one)?))\b.{0,14}\b(?:in|available|out|here|there)\b"
    ),
    (
        rf"\b(?:is|are) {_IT} (?:still |currently |now |checked )*(?:in|available|out|on loan)"
        rf"(?: now| today| right now| at the moment| there| here)?{_END}"
    ),
    r"\bhow many copies\b|\bany copies\b|\bis there an? copy\b",
    "[几多少][本册]可借|在馆吗|在架吗|能借吗|借出|现在能借(?!的|书)",
)
WHERE_IS = Rule(
    rf"\bwhere(?:['’]?s| is| are| can i find) {_IT}(?: kept| shelved)?{_END}",
    f"^{_HAN_IT}(?:放|摆)?在(?:哪里?|哪儿|几楼|哪个馆)(?:能|可以)?(?:借到?|找到?)?[呢啊]?{_END}",
)
