"""Short messages that say nothing of their own: what they ask is of the item in hand or the list."""

from __future__ import annotations

from index.text import Rule

_SET = r"(?:series|trilogy|saga|sequence|cycle|quartet)"
OPENERS = Rule(  # what a message begins with and does not mean
    (
        r"^\W*(?:(?:ok(?:ay)?|so|cool|great|nice|right|alright|well|oh|ah|hmm+|um+|hey|hi|thanks"
        r"|thank you|perfect|good|fine|actually|then|now|please|lovely|sure"
        r"|(?:oh )?(?:(?:that['’]?s|what) )?(?:a |such a )?(?:shame|pity)(?=\W*[,.!])|oh (?:dear|no))\b[,.! ]*)+(?=\w)"
    ),
    r"^\W*(?:(?:好的?|那么|那|哦|噢|嗯+|行|谢谢|请问|麻烦|其实|太好了|对了)[，,。！! ]*)+(?=\w)",
)
CLOSERS = Rule(  # what it ends with and does not mean either
    r"[,.! ]+(?:please|pls|plz|thanks|thank you|thx|ta|cheers|if possible|then|though|as well|again)\W*$",
    "[，,。！!？?]*(?:谢谢[你您啦了]*|拜托了?|麻烦[你您]了?|好吗|可以吗|行吗|好不好|吧)[。！!？?~～]*$",
)
_OF_IT = r"(?: (?:it|this|that|them|these|those|one|this one|that one|the (?:book|film|dvd|cd|(?:first|second|third|fourth|fifth|last)(?: one| book)?)))?"
LOAN = Rule(  # how long it may be kept
    (
        r"\bhow (?:long|many (?:days|weeks)) (?:can|may|could|do|will|am|would) (?:i|we|you|they|she|he|one)"
        r"(?: (?:get|have|be allowed|allowed|need))?(?: to)? ?"
        rf"(?:keep|have|hold|borrow|take|get|for|lent|loan)?{_OF_IT}(?: for| out| home| lent)*\W*$"
    ),
    r"\bhow (?:long|many (?:days|weeks)) (?:can|is|are) (?:it|they|this|that)(?: be)? (?:for|out|out for|lent|lent out|loaned|borrowed|kept)(?: for)?\W*$",
    r"\b(?:loan|borrowing) (?:period|time)\W*$|^\W*for how long\W*$",
    (
        "^\\W*(?:它|这本?书?|那本?书?|第[一二三四五六七八九十\\d]{1,2}[本部个]|这个|书|一次|一般|最多|最长|总共|一共|都|我|可以|能|可)*(?:借|看|留"
        "|保留)(?:多久|多长时间|几天|几周|几个星期|多少天)[呢啊]?\\W*$"
    ),
    "^\\W*(?:它的?|书的?)?借期.{0,6}$|^\\W*(?:多久|多长时间|几天)(?:内|之内)?(?:要|得|必须)?(?:还|归还)\\W*$",
)
RETURN = Rule(  # by when a reader is to bring it
    (r"\bwhen (?:do|must|should|would) (?:i|we) (?:have to |need to )?(?:return|bring|give)\b"),
    "(?:什么时候|何时|哪天|几号|多会儿)(?:要|该|得|必须|可以|能|前)*还(?!有|会|能|开|是|回|来|在|没)",
    "还书日期",
)
OWN_LOANS = Rule(  # what the reader has at home
    r"\bmy (?:books?|loans?|items?|films?|dvds?|account)\b|\bi(?:['’]ve| have)? (?:borrowed|got out|taken out)\b",
    "我(?:现在|之前|上次|已经)?借(?:了|的|出来的)|我的[书碟]|我手[上里]的",
)
OUT = Rule(  # whether others have it
    r"^\W*(?:so )?(?:are (?:they |these )?)?(?:all|both) (?:of (?:them|these) )?(?:out|gone|on loan|taken)\W*$",
    "^\\W*(?:都|全|全部|全都)(?:被)?借(?:出去|走|完|光)?了?(?:吗|么)?\\W*$",
    (
        r"\b(?:is|are) (?:it|this|that|they)(?: still| currently| already| now)*"
        r" (?:out|on loan|checked out|borrowed|taken)\b(?! (?:on|in|as) )"
    ),
    (
        "(?:现在|目前|已经|还|都|是不是|是否)*(?:有没有|有|被)?(?:别?人|谁)?"
        "(?:借出去?了?[吗嗎没]|借走了?[吗嗎没]|借完了[吗嗎没]?)"
    ),
    "被(?:人)?借走|(?:现在|目前)*(?:有没有|有)(?:别)?人(?:正?在|已经)?借(?:走|着|了)*[吗嗎没]",
)
VERSION = Rule(
    r"^\W*(?:and |what about |do you have |is there )*(?:the|an?) [\w-]+(?: [\w-]+)? (?:version|edition|copy)\W*$",
    "^\\W*(?:那|有没有|有)?[^，。？！]{1,6}版的?(?:呢|吗)?\\W*$",
)
OF_VERSION = Rule(  # that a title is meant, and no topic: 兄弟英文版
    r"\b(?:editions?|versions?|translations?)\W*$",
    "(?:[文语声子字体][版本]|译本|原版|原著)[有吗呢没么]*\\W*$",
)
WAITS = Rule(  # how many want it
    (
        r"\bhow (?:long|big) is the (?:wait(?:ing)?(?: ?list| time)?|waitlist|queue|line|hold (?:list|queue))\b"
    ),
    r"\bhow long (?:will|would|do) (?:i|we) (?:have to |need to )?wait\b|\bhow long(?:['’]s| is)? the wait\b",
    (
        r"\bhow many (?:people |others |holds |readers )*(?:are )?(?:waiting|ahead|before me|in (?:the )?(?:queue|line)|on it)"
        r"|\bis there an? (?:wait(?:ing)?(?: ?list)?|waitlist|queue|line)\b"
    ),
    "(?:要|得|需要)等(?:多久|多长时间|几天)|(?:前面|排队)(?:还)?(?:有)?(?:几|多少)个?人|(?:几|多少)个?人(?:在)?(?:排|预约|等)",
    "排队(?:的)?(?:人)?(?:多|久|长)[吗不]",
)
ADAPTED = Rule(  # the work on a screen
    (
        r"^\W*(?:(?:no|not (?:that|this|it|the (?:book|novel|audiobook|e-?book))(?: one)?|i (?:mean|meant|want))\W+)*"
        r"(?:and |is there |are there |do you have |have you got |was it |has it been |got |any |made into |as "
        r"|a |an |the |animated )*(?:tv (?:series|show|version|adaptation)|television (?:series|show)|miniseries|cartoon"
        r"|anime|animation|animated|adaptations?|film|movie|screen)(?: version| adaptation| of (?:it|this|that))*\W*$"
    ),
    (
        "^\\W*(?:(?:不是|不要|别要)(?:书|小说|这个|这本|有声书)?[，, ]*|我(?:要|说)的?是?)*(?:那|作为|你们|馆里|有没有|有|它的?|这本书?|被|拍|改编|成|过|的|是否)*(?:电视剧|连续剧|剧集|动画片?|动漫"
        "|影视|电影)(?:版|改编|作品|的|了|过|吗|呢|么|有吗|没有|有没有)*\\W*$"
    ),
)
AS_BOOK = Rule(  # the book of a film
    r"^\W*(?:(?:and|or|ok(?:ay)?|so|what about|how about|do you have|have you got|got|is there|just|i(?:['’]ll| will) take)\W+)*(?:an?|the) (?:original )?(?:book|novel)(?: (?:version|itself|instead|then|too|of it|as well))*\W*$",
    "^\\W*(?:那|它|有没有|你们|馆里|还|有|要|想看|看)*(?:书|原著|原作|原著小说|小说|小说版|书版|原书|文字版|纸质书)(?:的|也|本|版)*(?:呢|有吗|吗|有没有|在吗)*\\W*$",
)
ORIGINAL = Rule(  # in the language that it was written in
    r"^\W*(?:(?:and|so|ok(?:ay)?|what about|how about|do you have|have you got|got|is there|is it|can i (?:get|read|have)|i(?:['’]d| would) (?:like|prefer))\W+)*"
    r"(?:(?:it|this|that|one)\W+)?(?:in )?(?:the|its) original(?: (?:language|version|text|one))?(?:\W*(?:too|instead|please|as well|then))*\W*$",
    "^\\W*(?:那|它|这本书?|你们|馆里|还|请问|有没有|有|要|想[要看借读])*(?:的)?(?:原文|外文原?|外语原?|原)版?(?:书|本)?(?:的|呢|有吗|吗|有没有|在吗)+\\W*$",
    "^\\W*(?:那|它|这本书?|你们|馆里|还|请问|有没有|有|要|想[要看借读])+(?:的)?(?:原文|外文|外语|原)版(?:书)?\\W*$",
)
ON_A_DEVICE = Rule(  # as an e-book
    r"^\W*(?:and |so )?(?:how|where) (?:do|can|would|could) i download(?: (?:it|this|that))?\W*$",
    "^\\W*(?:那|它|这本书?)*(?:怎么|怎样|如何|在?哪里?|能不能|能|可以)(?:才能)?下载(?:它|到|看|吗|呢)*\\W*$",
    (
        r"^(?!.*\b(?:renew|pay|reserve|hold|print|log|sign|account|catalog(?:ue)?|card|scan|wi-?fi|website)\b)"
        r".*\b(?:on|to|onto) (?:my|an?|the) (?:\w+ )?(?:phone|mobile|tablet|ipad|iphone|kindle|kobo|e-?reader|laptop)\b"
    ),
    r"\b(?:read|get|have|borrow) (?:it|this|that) on (?:kindle|kobo|ipad)\b",
    "(?:手机|平板|kindle|ipad|阅读器)(?:上|里)?(?:能|可以|怎么|也)*(?:看|读|听|下载)",
)
DUE = Rule(  # when it is to come back
    (
        r"\bwhen(?:['’]?s| is| are| will)? (?:it|that|this|they|that one)?\s*(?:be )?(?:due|back"
        r"|returned|coming back)\b"
    ),
    r"^\W*(?:and |so )?when (?:is|will) (?!you\b|the library)([^\s?.,!][^?.,!]{0,60}?) (?:be )?(?:due(?: back)?|back|returned|back in|coming back)\W*$",
    r"\bdue (?:back|date)\b|\bwhen (?:can|could|will|might) (?:i|we) (?:get|have|borrow) (?:it|that|this|one)\b",
    "(?:什么时候|何时|哪天|几号|多会儿)(?:能|要|该|得|可以|才|会)*(?:还回|还来|归还|到期|回来|回馆|有货|借到|能借)|(?:什么时候|何时|哪天|几号|多会儿)(?:才|会)?还(?:呢|啊)?\\W*$",
    "到期日",
)
_PLACE = r"(?:floor|shelf|section|aisle|shelf ?mark|call number|shelf number|location|room)"
PLACE = Rule(
    (
        r"^\W*(?:and |but )?where(?:abouts|['’]?s| is| are| can i (?:find|get))?(?: exactly)?"
        r"(?: (?:it|that|this|them|they|one))*(?: (?:is|are|kept|located|shelved|exactly))*"
        r"(?: (?:it|that|this))?(?: on the shel(?:f|ves)| in the library)?\W*$"
    ),
    (
        rf"^\W*(?:and |but |on )?(?:what|which)(?:['’]?s| is)?(?: the| its)? {_PLACE}(?: is"
        r" (?:it|that|this)(?: on| in| at)?| would it be(?: on| in)?)?\W*$"
    ),
    r"^\W*(?:and |but )?(?:which|what) branch(?:es)?(?: (?:is|has|have) (?:it|that)(?: at| in)?)?\W*$",
    (
        "^\\W*(?:它|他|书|这本书?|那本书?|这个)?(?:现在|具体|都)?(?:放|摆|收|存)?在?(?:哪里|哪儿|哪一?个?馆"
        "|几楼|哪一?层|什么地方|哪个?架子?|什么位置|哪个位置|哪个书架|哪)(?:上|楼)?(?:能|可以)?(?:找到?"
        "|借到?|有|拿到?)?(?:它|书|这本书?)?[呢啊呀吗]?\\W*$"
    ),
    "^\\W*(?:它的?|书的?)?(?:索书号|书号|位置|架位)(?:呢|是多少|是什么|在哪)?\\W*$",
)
FLOOR = Rule(
    r"\bfloor\b",
    "几楼|哪一?层",
)
HAVE_THERE = Rule(  # all of "do they have it at East" but for the branch
    (
        r"^\W*(?:and |but |so |what about |how about |is |are |do |does |you |we |they |it |this |that |one |any |of |these |have |got |still |also "
        r"|there |a |copy |at |in |from |the |which |ones |can i get |can i borrow )*(?:it |them |any |one |a copy )*(?:at |in |from |have |has )*"
        r"(?:it|them|any|one|these|a copy|in|available)?\W*$"
    ),
    "^\\W*(?:那|在|呢|都|还有|有没有|哪些|哪几本|有|能|可以|借到?|吗|嘛|么|的|这些|这本|它|现在|可借|在架|[，, ])*\\W*$",
)
OTHER_TONGUE = Rule(  # whichever other language
    (
        r"^\W*(?:(?:and|is|are|it|this|that|there|one|do you have|have you got|got|what about|how about|any|available)\W+)*"
        r"(?:in|versions? in|translations? in|editions? in)?\s*(?:an?other|any other|a different|other|different|which|what) languages?"
        r"(?: (?:is it in|too|as well|do you have(?: it in)?|have you got(?: it in)?))?\W*$"
    ),
    "^\\W*(?:那|它|这本书?|有没有|有|还有|换成?|要|的)*(?:别的|其他的?|其它的?|另外的?|哪些|什么|哪几种)(?:语言|语种|文字|译本)(?:的?版本?)?(?:的|有吗|吗|呢)*\\W*$",
    "^\\W*(?:那|它|你们|馆里|有没有|有|还有)*(?:翻译本|译本|翻译版|译文)(?:的|有吗|吗|呢)*\\W*$",
)
ANY_OF = Rule(  # of the list and of no one item
    r"\b(?:any|some|(?<!that )(?<!this )one|which|what(?:['’]?s)?)(?: (?:ones?|of (?:them|these|those)))?\b",
    "哪些|哪几?[本部张]|有没有|有什么",
)
LIKE_THESE = Rule(  # more of the kind, of no one item
    r"^\W*(?:any(?:thing)? |some |show me |do you have |are there )*(?:more|others?|similar)(?: ones)?(?: like (?:these|those|them))\W*$",
    r"^\W*(?:any(?:thing)? |some(?:thing)? )*similar(?: ones| books)?\W*$",
    r"^\W*(?:(?:any|some|good|other|are there|is there|have you got|do you have|an?|what) )*alternatives?(?: (?:then|to (?:it|that|this)|are there|do you have))*\W*$",
    "^\\W*(?:那|还|再|我|想|要|看|读|借)*(?:有没有|有|来点|推荐)?(?:别的|其他|几本|点)?(?:类似|差不多|同类)的?(?:书|小说|这样的)?(?:吗|呢|么)*\\W*$",
)
ALIKE = Rule(  # all that "something similar" says, and no kind of books
    r"\b(?:similar|else|alike|other|another|different|kinds?|sorts?|types?|styles?|veins?|lines|along|same|comparable|like)\b",
)
LIKE_IT = Rule(  # more like the item in hand: 和这本差不多的还有吗
    r"^\W*(?:(?:is there|have you got|do you have|got|maybe|perhaps) )?(?:something|anything|any|books?|more|others?)(?: else)? like (?:it|that|this|that one|this one)(?: (?:then|instead|maybe|please|at all))*\W*$",
    "^\\W*(?:那|还|再|我|想|要|看|读|借|找|有没有|有|来|推荐|几本|点)*[和跟与像](?:它|[这那上]一?[本个部套](?:书|小说|电影)?)(?:差不多|类似|相似|一样|风格)+"
    "(?:的|书|小说|电影|作品|还有|有没有|有|别的|其他|吗|呢|么|推荐|哪些|什么)*\\W*$",
)
# More like a work that is named, and not itself: "something like north and south".
LIKE_TITLE = Rule(
    r"\b(?:(?:some|any)thing|books?|novels?|stor(?:y|ies)|films?|movies?|more)"
    r" (?:like|similar to|along the lines of) (?P<title>[^,;.!?]{3,60}?)\W*$"
)
JOINED_ON = Rule(  # what joins readers to "more like this", or is left of their name
    r"(?:\W|\b(?:but|and|only|just|maybe|(?:more )?suitable|please|old|sons?|daughters?|boys?|girls?|nieces?|nephews?|grand\w+)\b)+$",
    "(?:\\W|但是?|不过|最好|要|是|适合|给|的书?(?=\\W))+$",
)
LIKE_KIND = Rule(  # more of the kind of the item in hand: "similar crime novels"
    r"^\W*(?:(?:any|some|other|more|show me|do you have|are there|got)\W+)*similar (?!to\b|ones?\b|books?\b|titles?\b|authors?\b|writers?\b)[a-z' -]{3,25}\W*$",
    r"^\W*(?:那|还|再|我|想|要|看|读|借|有没有|有|来点|来|推荐|几本|点)*(?:类似|差不多|同类|[这那][种类]|这样)的?(?!书|这样|作者|作家|人|类型|风格|题材|感觉|东西)[^，。的]{2,8}(?:还有|有)?(?:吗|呢|么|没有|有吗)*\W*$",
)
ANOTHER_SUCH = Rule(  # and not the editions on the screen in another order
    r"\b(?:some|any)thing\b|\banother\b|\bnot (?:that|this)\b",
    "别的|其他|换|不要这|不要那",
)
MOST_OF_ALL = Rule(r"\b(?:newest|latest|most|oldest|earliest|longest|shortest)\b")
SORTS = Rule(r"\bfirst\b|\bsort|\border", "排|按|在前|顺序")
ELSEWHERE = Rule(  # another branch, whichever
    (
        r"^\W*(?:and |or |but )?(?:what about |how about |is it |are they |do )?(?:in|at|from)?"
        r"\s*(?:any |an?|the )?\s*other branch(?:es)?(?: have (?:it|them))?\W*$"
    ),
    r"^\W*(?:and |or )?(?:what about |how about |is it )?(?:in |at )?another (?:branch|library)\W*$",
    "^\\W*(?:那|还有)?(?:别的|其他|其它|另外的?|另一个)(?:分?馆|图书馆)(?:呢|有吗|吗|有没有|有)*\\W*$",
)
_MOST = (
    r"(newest|latest|most recent|oldest|earliest|longest|thickest|biggest|most pages|shortest"
    r"|thinnest|smallest|fewest pages|older|newer|longer|shorter|thicker|thinner)"
)
MOST = Rule(  # which of those on the list is it most: the one, no order of all
    (
        r"\b(?:which|what)(?:['’]?s| (?:one|ones|book|title|edition|translation|version|is|are|has|was|of (?:these|them|those"
        rf")))*\s+(?:the )?{_MOST}(?: (?:one|book|title|film|here|there|of (?:these|them|those)"
        r"|of the \w+|on (?:the|this) (?:list|page)))*\W*$"
    ),
    (
        r"^\W*(?:and |so )?(?:which|what)(?: one| book| film| of (?:these|them|those))? (?:came|comes|was|is)"
        r"(?: (?:out|published|written|released|printed))? (first|last)(?: (?:published|written|released))?\W*$"
    ),
    rf"^\W*(?:show me |i(?:['’]ll| will) (?:take|have) )?the {_MOST} (?:one|book|of (?:these|them))\W*$",
    "哪一?(?:[本个部版种]|个?版本|个?译本)(?:书)?(?:是)?(?:最|更|比较)?([新旧老早厚薄长短])(?:一?[点些])?的?",
    "最([新旧老早厚薄长短])的?(?:是|那|一)+(?:哪)?一?[本个部版种]",
    "^\\W*(?:这些|那)?(?:里|中)?(?:面|间)?哪一?[本部个](?:书)?(?:是)?最?([先晚])(?:出版|出|写|上映)(?:来)?的?[呢啊]?\\W*$",
)
THE_MOST = Rule(rf"\W*(?:(?:and|so|ok|just)\W+)*the {_MOST}\W*")  # of a list that is seen whole
AS = Rule("^(?:作为|当成?)", flags=0)  # 作为漫画
MOST_BY = Rule(  # of somebody's works: "the shortest Tolstoy", 托尔斯泰最短的书
    (
        r"\b(?:the |his |her |their |whose )?(newest|latest|most recent|oldest|earliest|longest|thickest|shortest"
        r"|thinnest)\b(?: (?:books?|novels?|ones?|works?|title))?(?: (?:by|of|from))?"
    ),
    "最([新旧老早厚薄长短])的?(?:一?[本部个])?(?:书|小说|作品)?(?:是?哪一?[本部个]?)?",
)
ORDERS = {
    **dict.fromkeys(
        ["newest", "newer", "new", "latest", "most recent", "recent", "last", "新", "近", "晚"],
        "newest",
    ),
    **dict.fromkeys(
        ["oldest", "older", "earliest", "early", "first", "旧", "老", "早", "先"], "oldest"
    ),
    **dict.fromkeys(
        ["longest", "longer", "thickest", "thicker", "biggest", "most pages", "厚", "长"], "longest"
    ),
    **dict.fromkeys(
        ["shortest", "shorter", "thinnest", "thinner", "smallest", "fewest pages", "薄", "短"],
        "shortest",
    ),
}
THE_ONE = Rule(  # on the list, by what it is of: "the owl one", 马尔克斯那本
    (
        r"^\W*(?:yes,? |no,? |maybe |i mean(?:t)? |i want |i(?:['’]ll| will) (?:take|have) "
        r"|what about |how about |and |show me )*(?:the|that) ([\w'’ -]{2,40}?) (?:one|book"
        r"|version|edition)\W*$"
    ),
    (
        r"^\W*(?:it (?:might|may|could|must) (?:be|have been)|maybe it(?:['’]?s| is| was)|i think"
        r" it(?:['’]?s| is| was))(?: called)?\s+([\w'’ -]{2,50}?)\W*$"
    ),
    "^\\W*(?:就|要|是|我要|我说的是|我想要)*([^，。？！它这那第最]{1,12}?)的?那一?[本个部](?:书|呢|吧)*\\W*$",
    "^\\W*(?:可能|好像|应该|也许)(?:是|叫)[《「]?([^，。？！]{1,20}?)[》」]?(?:吧)?\\W*$",
)
OF_THE_LIST = Rule(  # a limit of the list and not of the item
    r"\b(?:only|just|ones|books|films|movies|audiobooks|e-?books|dvds|cds|magazines|comics|them|these|those|all)\b",
    "只|都|哪些|这些|其他|别的|的书|的呢?\\W*$",
)
FIRST_LIST = Rule(
    r"\b(?:first|original|very first) (?:list|search|results?|one)\b|\bthe (?:start|beginning)\b",
    "(?:第一个|第一次|最初|最开始|最早|一开始)的?(?:列表|清单|结果|搜索|那个|那些)|从头",
)
# All of "go back to the list of Lu Xun", but for the name.
BACK_WORDS = Rule(
    (
        r"\b(?:go|back|return|show|me|again|to|the|that|those|list|search|results?|of|books?|by|on"
        r"|about|can|we|i|you|please|let['’]?s|ones?|earlier|before|previous|last|for|us)\b"
    ),
    "回到?|返回|刚才|之前|上次|前面|[那这]个|[那这]些|列表|清单|结果|搜索|再看?|[的吧了我看去书]|请",
)
CORRECTION = Rule(  # "sorry, I meant a thriller": what is said after it takes the place of the topic
    (
        r"^\W*(?:(?:no|nope|nah|naw|sorry|oops|wait|not that|wrong|actually|hmm|i said|or rather)\b[,.!;: ]+)+(?:i"
        r" (?:mean|meant|said|want|wanted|was looking for)\s+|i['’]?m looking for\s+|make (?:it"
        r"|that)\s+|it(?:['’]s| is)\s+)?(?:an?\s+|some\s+)?(?=\w)"
    ),
    r"^\W*i mean(?:t)?\s+(?:an?\s+|some\s+)?(?=\w)",
    (
        "^\\W*(?:(?:不(?=[，, ])|不对|不是|错了|抱歉|对不起|不好意思|说错了|哦不|其实|要不|还是(?![算不]))[，,。！ ]*)+(?:(?:我(?:是说|说的是"
        "|要的是|想要的?是?|要|想找)|是)[，,]?)?(?=\\w)"
    ),
    "^\\W*我(?:是说|说的是|要的是)[，,]?(?=\\w)",
)
NEW_ONE = Rule(  # of the editions of one work
    r"^\W*(?:(?:no|and|i (?:mean|meant|want)|is it|do you have|have you got)\W+)*the (?:newe?r?|later|latest|more recent|recent)(?: one| edition| version)\W*$",
    "^\\W*(?:我?[想要]*(?:的是)?)?(?:新|较新|新一点)(?:版|的)?(?:那?一?[本个版])(?:呢|吧)?\\W*$",
)
OF_SERIES = Rule(  # which parts there are
    (
        rf"\b(?:which|what|how many)(?: more)?(?: ones?| books?| parts?| volumes?| others?)?(?: are)?(?: there)? (?:in"
        rf"|of|from) (?:the|this|that) (?:same )?{_SET}\b"
    ),
    rf"\b(?:is|are) there (?:any )?(?:more|others?|other (?:books?|ones?|parts?))(?: books?| ones?| parts?)? (?:in|of|from) (?:the|this|that) (?:same )?{_SET}\b",
    "(?:这个?|那个?)?(?:系列|丛书|这套)(?:书)?(?:里|中)?还有(?:别的|其他的?|没有)",
    rf"\b(?:the )?(?:rest|others?) (?:of|in) (?:the|this|that) {_SET}\b",
    "(?:系列|丛书|一套|这套)(?:书)?(?:里|中)?(?:你们|馆里)?(?:还|都)?有(?:哪些|哪几[本部]|几[本部])",
)
CITES_ON = Rule(  # "and for 1984 the 1961 one", after a citation
    r"^\W*(?:(?:and|also|now|then|the|same|again|do|another|one)\s+)+for\b",
    "^\\W*(?:那|还有|再来)?.{1,20}(?:也|也要|也来一个)\\W*$",
)
STYLE_TAKEN = Rule(  # what style the last citation is taken for
    r"^\W*(?:(?:but|wait|hang on|so|hm+)\W+)*(?:(?:that|this|it)(?:['’]?s| is)|is (?:that|this|it))\s+(?:in )?[\w/ ]{2,14}?(?: style)?\W*(?:isn['’]?t it|is it|right|no)?\W*$",
    "^\\W*[这那](?:个|条)?(?:不是|就?是)\\s*[\\w/ ]{2,12}?(?:格式)?(?:吧|吗|对吧|不是吗)+\\W*$",
)
CHECKS = Rule(  # whether a reference is right
    r"\b(?:check|correct|right|fix)\b",
    "检查|对不对|对吗|正确|有没有错",
)
STYLE_FOR = Rule(  # a style and what is to be cited in it: "APA for Sapiens"
    (
        r"^\W*(?:an? |the |and |now )*(?:apa|mla|chicago|harvard|ieee)(?: style| format| citation"
        r"| reference)? (?:for|of)\b"
    ),
    r"\bin (?:apa|mla|chicago|harvard|ieee)(?: style| format)?\W*$",
    "(?:apa|mla|gb/?t ?7714|国标|芝加哥|哈佛)(?:的?格式)?(?:怎么写|引用|的?引文)?\\W*$",
)
