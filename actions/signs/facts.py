"""What is asked of one item; a group holds the item where it is named: Dune in "when was Dune published"."""

from __future__ import annotations

from index.text import Rule, Script

_IT = r"([^\s?.,!][^?.,!]{0,60}?)"
_HAN_IT = r"([^，。？！?!]{1,20}?)"
_END = r"\W*$"
_NOW = "(?:right now|just now|now|today|at the moment|at present|currently)"
FACTS = {
    "pages": Rule(
        (
            r"\bhow (?:many pages|long|thick|big) (?:is|are|does|has|was)"
            rf" (?!(?:it|the \w+) (?:run|last|go on)\b)(?!(?:the|your|its) (?:wait|queue|line|hold|loan|reserv)){_IT}(?: have)?{_END}"
        ),
        r"\bhow many pages\b|\bnumber of pages\b|\bpage count\b",
        r"^\W*how (?:long|thick|big)\W*$",
        r"\bis it (?:a )?(?:very |really |too |quite )*(?:long|short|thick)\b",
        r"\bis it (?:any |much |a lot |a bit )*(?:longer|shorter|thicker)\b",
        "[多有]少?几?[少几]页|几(?:百|十)?页|页数|多厚|有多长(?!时间)|多长(?!时间)",
    ),
    "minutes": Rule(
        r"\brunning time\b|\bhow many minutes\b|\bhow long does (?:it|the (?:film|movie|audiobook)) (?:run|last|go on)\b",
        "^\\W*(?:那|这部|那部|它|片子|电影)*(?:有|要|一共|播)*多长时间(?:呢|啊)?\\W*$|片长|时长|多少分钟|几(?:个)?小时",
    ),
    "translators": Rule(
        rf"\bwho (?:translated|(?:is|was|are) the translators? of) {_IT}{_END}",
        r"\bwho(?:['’]?s| is| was)? the translator\b|\btranslat(?:or|ed by)\b|\bwho translated\b",
        "谁(?:翻)?译的|谁翻译|译者是?谁|译者|哪位?译者",
    ),
    "narrators": Rule(
        rf"\bwho (?:narrates|narrated|(?:is|was) the (?:narrator|reader) (?:of|on)) {_IT}{_END}",
        r"\bwho(?:['’]?s| is| was)? (?:the narrator|reading (?:it|this)|narrating(?: it)?)\b|\bwho reads (?:it|this|that|the (?:audio)?book)\b|\bwho narrates\b|\bwhose voice\b",
        "谁(?:来)?(?:朗读|朗诵|播讲|演播|读|念|播)的?(?!书|过)|(?:朗读|播讲|演播)(?:者|人)是?谁?",
    ),
    "makers": Rule(  # of a film
        rf"\bwho (?:directed|(?:is|was) the director of) {_IT}{_END}",
        r"\bwho(?:['’]?s| is| was) the director\b|\bwho directed\b",
        "谁(?:导演|拍|执导)的?|导演(?:是|叫)(?:谁|什么)|导演\\W*$",
    ),
    "cast": Rule(
        rf"\bwho (?:stars|acts|plays|is acting|acted|starred) in {_IT}{_END}",
        r"\bwho(?:['’]?s| is| are| was) (?:all )?(?:in (?:it|this|that|the (?:film|movie|cast))|in the cast|the (?:stars?|(?:main |lead )?actors?|actress|cast))\b|\bwho (?:stars|starred|plays|acts)\W*$|\bthe cast\W*$",
        "(?:谁|哪些人)(?:主|出|扮)?演的?(?!播|讲|唱)|主演(?:是|有|都)*(?:谁|哪些)?|(?:男|女)?(?:主角|演员)(?:是|有|都)+(?:谁|哪些)",
    ),
    "nationality": Rule(
        r"\b(?:what|which) (?:country|nationality)\b",
        r"\bwhere (?:is|was) the (?:author|writer) from\b|\bnationality\b",
        "(?:作者|作家)?是?(?:哪国|哪个国家|什么国籍|哪里)的?人|作者(?:的)?国籍",
    ),
    "authors": Rule(
        rf"\bwho (?:wrote|made|(?:is|was) the (?:author|writer) of) {_IT}{_END}",
        r"\bwho(?:['’]?s| is| was| are)? (?:the )?(?:authors?|writers?|wrote|written|by)\b",
        rf"\bwho(?:['’]?s| is| was) {_IT} (?:written |made )?by{_END}",
        r"\bwho (?:wrote|made)\b",
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
        "哪[天月](?:出版|出的)|几号出版|出版(?:日期|时间|年份|年月)|[哪那]一?年(?:的|出版的?|出的?|写的?)|什么时候(?:出版|出的|写)的?|几几年的?",
    ),
    "audience": Rule(
        r"\b(?:what|which) age\b|\bhow old (?:should|must|do)\b|\bage (?:range|group)\b",
        (
            rf"\bis {_IT} (?:suitable|right|ok(?:ay)?|good|too (?:hard|old|young|scary)) for"
            r" (?:an? |my )?(?:\d{1,2}|\w+[- ]year|kids|children|child|teens?|son|daughter).{0,20}$"
        ),
        r"\b(?:suitable|right|ok(?:ay)?|good) for (?:an? )?(?:\d{1,2}|kids|children)",
        "几岁(?:能|可以|适合|看|读)|(?:给|是给)几岁|适合(?:几岁|多大|什么年龄)",
        "适合[\\d一二三四五六七八九十]{1,3}岁.{0,6}[吗么嘛?？]",
        "适合(?:小孩子?|孩子|儿童|小学生|中学生|小朋友).{0,4}吗",
        "多大(?:的孩子)?(?:能|可以|适合)",
        "(?:岁|年级|孩子|女儿|儿子|小朋友|小学生|娃)[^，。？]{0,5}(?:[看读听](?:得|能)?懂|[看读听]得了)[吗嗎么不没?？]",
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
        "^\\W*(?:第[一二三四五六七八九十\\d]{1,2}[本部个]|[这那][本部个](?:书)?|它)?的?(?:内容|故事|剧情)?(?:简介|梗概|介绍)(?:呢|一下)?\\W*$",
        "说的?(?:是)?什么|写的?(?:是)?什么|什么内容|内容是什么|什么故事",
    ),
    "publisher": Rule(
        rf"\bwho (?:published|publishes) {_IT}{_END}",
        r"\bwhich publisher\b|\bwho(?:['’]?s| is) the publisher\b",
        "哪个出版社的?|哪家出版社的?|谁出版的|出版社是(?:哪|什么).{0,2}",
    ),
    "edition": Rule(
        r"\b(?:which|what) edition\b",
        "第几版",
    ),
    "isbn": Rule(r"\bisbn(?:[- ]?1[03])?\b(?![\s:：#是为]*\d)|国际标准书号"),
}
_VERSIONS = r"(?:editions?|translations?|versions?|translators?)"
FORMS = Rule(
    "^\\W*(?:都|一共|总共|还|你们|馆里)*有(?:哪些|哪几种|什么|几种)(?:格式|形式|载体)(?:的)?[呢啊]?\\W*$"
)
NEWER = Rule(  # of the work in hand
    r"\b(?:newer|newest|latest|more (?:recent|modern)|most recent|updated|later|older|oldest|earlier|earliest) (?:edition|version|translation|printing|print)\b",
    "新一?[点些]?儿?的?(?:版本|译本|版(?![图权])|译)",
)
EDITIONS = Rule(  # which there are of a work
    rf"\b(?:how many|which|what)(?: other| different)? {_VERSIONS}(?: of {_IT})?(?: (?:do you|have you|are|is|did) .{{0,24}})?{_END}",
    rf"\b(?:other|different) {_VERSIONS} of {_IT}{_END}",
    rf"^\W*(?:and |is there |are there |do you have |have you got )?(?:an?y? )?(?:other|different) {_VERSIONS}{_END}",
    (
        "(?:一共|总共|都|还|你们|馆里)*(?:有|是)?(?:[几多哪][些少]?个?|哪一个|什么|不同的?|别的|其他的?|其它的?|另外的?)(?:不同的?|中文)?(?:版本|译本|翻译版)"
        f"(?!.{{0,3}}[新旧老早厚薄])(?:可以|能|更|比较|最)?(?:好|选|借|推荐|值得读)?(?:一点|些)?(?:有吗|有没有)?[呢吗啊]?{_END}"
    ),
    f"版本(?:有|都有)(?:哪些|几个|多少){_END}|(?:几|多少)(?:个|位)?(?:译者|人)(?:翻译|译)?过?{_END}",
)
OF_A_TEXT = Rule(r"\btranslat\w+|\bbooks?\b", "译|书")
SCRIPT = Rule(  # in which Chinese characters it is printed
    (
        rf"\b(?:is|are|do you have|have you got|got)?\s*{_IT}?\s*(?:in|with|a|the)?\s*\b(?:traditional|simplified)\b"
        rf"(?:(?: chinese)?(?: characters| script| edition| version| print)+|\s+chinese|(?<=in traditional)|(?<=in simplified)){_END}"
    ),
    "(?:是不是|是|有没有|还有|有|要|那|印的?)*(?:繁体|简体|正体|竖排)[字版书本]*(?:还是|或者?|和|、)?(?:繁体|简体|正体|横排)?[字版书本]*"
    f"的?(?:版本)?(?:的|那[本个]|有|没有)*[呢吗嘛么]?{_END}",
    (
        "^\\W*(?:有没有|有|要|想借|想要|借|找)*(?:繁体|简体|正体)[字版书本]*的?(?![版字书本那这个])"
        rf"(?!.*[谁哪几什怎]){_HAN_IT}(?:有吗|吗|呢|有没有)*{_END}"
    ),
)
SCRIPTS: dict[Script, Rule] = {
    "traditional": Rule(
        r"\btraditional\b(?! (?:crafts?|music|medicine|tales|stories|songs))", "繁体|正体|竖排"
    ),
    "simplified": Rule(r"\bsimplified\b", "简体|横排"),
}
READ_BY = Rule(  # in a note of a recording
    r"\b(?:read|narrated|performed) by ([^.;]{2,80})",
    "(?:朗读|播讲|演播|朗诵)者?[：: ]*([^。；]{2,30})",
)
FOR_READERS = Rule(  # a wish for whatever suits a reader, and no question about one title
    (
        r"(?<!these )(?<!those )(?<!the )\b(?:books|stories|novels|comics|films|titles|ones|some(?:thing)?|any(?:thing)?"
        r"|an? (?:\w+ )?(?:book|story|novel)|there an?|there any)\b.{0,40}\b(?:suitable|right|ok(?:ay)?|good) for\b"
    ),
    "(?:有|有没有|有无|有什么|有哪些|推荐|[找求要].{0,4})适合",
    "适合[^，。？！]{0,10}的(?:[^，。？！]{0,4})(?:书|小说|绘本|故事|读物|科普|漫画|电影|作品)",
    "(?:能|可以)[看读]的(?:[^，。？！]{0,4})(?:书|小说|绘本|故事|读物|科普|漫画|电影|作品)",
)
NOW = Rule(rf"^\W*{_NOW}\W*$|\W+(?:at the moment|at present|right now)\W*$")  # no part of a title
IS_IN = Rule(  # on the shelf, or how many copies
    (
        r"\b(?:is|are) (?:it|that|this|they|(?:the |that |this )?(?:one|book|(?:first|second"
        r"|third|fourth|fifth|last)(?: one)?))\b.{0,14}\b(?:in|available|out|here|there)\b"
    ),
    (
        rf"\b(?:is|are) {_IT} (?:still |currently |now |checked )*(?:in|available|out|on loan)"
        rf"(?: {_NOW}| there| here)?{_END}"
    ),
    r"\bhow many copies\b|\bany copies\b|\bis there an? copy\b",
    "^\\W*(?:它|[这那]一?[本部个张]书?)(?:现在|还)*在(?:[吗么嘛]|不在)\\W*$",
    "[几多少][本册]可借|在馆吗|在架上?吗|在不在(?:架上?|馆里?)?\\W*$|[能可]以?(?:借|外借|借回家|带回家|借走|借出去)吗|借出|现在能借(?!到?走?的|到?书)",
)
WHERE_IS = Rule(
    rf"\bwhere(?:['’]?s| is| are| can i find) {_IT}(?: kept| shelved)?{_END}",
    f"^{_HAN_IT}(?:放|摆)?在(?:哪里?|哪儿|几楼|哪个馆)(?:能|可以)?(?:借到?|找到?)?[呢啊]?{_END}",
)
