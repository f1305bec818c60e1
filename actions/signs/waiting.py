"""Words about a question that is left, or about to be left, for the librarians."""

from __future__ import annotations

from index.text import Rule

POLITELY = Rule(  # around the wish for a person, and no question: "hello", "please"
    r"^\W*(?:hi|hello|hey|excuse me|sorry)\b\W*|\W*\b(?:please|pls|plz|thanks|thank you|now|right now|instead)(?=\W*$)\W*",
    "^\\W*(?:您好|你好|请问|麻烦|劳驾)(?:一下)?\\W*|\\W*(?:谢谢|好吗|行吗|可以吗)\\W*$",
)
DECLINES = Rule(  # that none is to be left
    (
        r"\b(?:do ?n['’]?t|do not|would ?n['’]?t|not|no need|rather not|never)"
        r"(?: (?:really|want|wish|like|need|going|bother))*(?: to| a)? (?:leave|leaving|write|send)\b.{0,12}\b(?:messages?|questions?|notes?)\b(?: (?:please|thanks|thank you|then|now))*\W*$"
    ),
    "(?:不想|不要|不用|不必|不需要|别).{0,2}留(?:言|消息|问题)(?:了|吧|谢谢)*\\W*$",
)
LEAVES = Rule(  # that something is to be left or written for them, without what it is
    (
        r"^(?!.*\b(?:cancel|withdraw|delete)\b).*\b(?:leave|write|send|take|drop)\b.{0,12}\b(?:message|question|note)\b(?:\s+(?:instead"
        r"|please|here|for (?:the |a |your )?(?:librarians?|staff|team|them|someone|manager)))*"
        r"\W*$"
    ),
    r"\bwrite (?:it|this|that|something) down\b",
    r"^(?!.*(?:撤|取消|删|收回|不|怎么|看|收到)).{0,10}留(?:个|一个|一下|条)?(?:言|问题|消息)(?:吧|好了|可以吗|行吗|给(?:馆员|他们|你们))*\W*$",
)
WHEN = Rule(  # how long until somebody answers
    (
        r"^\W*(?:and |so |but |about |roughly )*how (?:much )?(?:long|longer|soon)\b(?!.*\b(?:keep"
        r"|borrow|loans?|books?|renew|open|card|stay)\b).{0,32}$"
    ),
    (
        r"\bwhen\b.{0,25}\b(?:answer|reply|respond|librarians?|they|some ?one|any ?one|hear (?:back"
        r"|from)|get back)\b"
    ),
    r"\b(?:is|has) (?:any ?one|some ?one|any ?body)\b.{0,20}\b(?:coming|there|here|replied|answered)\b",
    r"\b(?:am i|where am i)\b.{0,12}\b(?:queue|line|next)\b|\bstill (?:waiting|here)\W*$",
    (
        r"^\W*(?:(?:what|so|really|hello|wait|is|there|still)\W+)*(?:no ?one|nobody|no librarians?"
        r"|any ?one|any ?body)(?:['’]s| is| are|\W+(?:there|here|at all|around|today|now|available"
        r"|on duty|home|working))*\W*$"
    ),
    (
        r"^(?!.*\babout\b)\W*(?:but )?(?:i|can i|could i|let me|please)?\W*(?:just )?(?:want(?:ed)?|need(?:ed)?"
        r"|asked for|said|get|have|talk to|speak to)\W+(?:(?:to|talk|speak|with|an?|the|some|real|live"
        r"|actual|human)\W+)*(?:humans?|persons?|people|librarians?|some ?one|some ?body|being)\W*$"
    ),
    r"\b(?:did ?n['’]?t|have ?n['’]?t|not|never) (?:answer|reply|repl|respond)\w*",
    r"^\W*(?:真的|怎么|都|现在|你们|难道|还是|就|请问)*(?:没有?|无)(?:人|馆员)(?:在|值班|在线|理我|回我|回复|管)*(?:吗|嘛|么|啊|呢|了|吧)*[?？!！]*$",
    r"^\W*(?:请问|现在|那里|喂|你好)*有人(?:在|么|吗|嘛|没)+\W*$|(?:没|不)(?:有)?(?:回答|回复|答)我|(?:我)?要(?:找)?(?:真人|人工|活人)",
    r"^.{0,10}(?:多久|多长时间|多少时间)(?:才|能|会|可以|有人|来|到|回|答|复|我|给|啊|呢|呀|了|要)*\W*$",
    r"^.{0,8}(?:什么时候|何时|几点|啥时候)(?:才|能|会|可以)*(?:有人|有回|有答|来|到|回|答|上班|轮到|联系).{0,6}$",
    r"^.{0,6}(?:还在等|还要等|怎么还没|人呢|有人来吗|排到我|前面(?:还有)?(?:几|多少)).{0,8}$",
)
GOT = Rule(  # whether it arrived
    r"\b(?:is|are) (?:my|the) (?:questions?|message|note)\b.{0,8}\b(?:still|there|safe|kept|with)\b",
    "(?:问题|留言)(?:还|都)?在(?:不在|吗|么)",
    (
        r"\bdid (?:you|they|that|it|this|my (?:question|message|note))\b.{0,16}\b(?:get|receive|see"
        r"|go|send|arrive|work|keep|pass)\b.{0,24}$"
    ),
    (
        r"\bhave (?:you|they) (?:got|received|seen|kept|sent|passed) (?:it|that|this|my (?:question"
        r"|message|note))\b"
    ),
    r"\b(?:is|has|was) (?:it|that|my (?:question|message|note))(?: been)? (?:sent|saved|received|kept|passed)\b",
    r"收到(?:了)?(?:吗|没|嗎)|(?:发|送|留|存|记|转|说|交)(?:出去|下来|过去|好|上|下|到|达|言)?了(?:吗|没|嗎)\W*$",
    r"(?:看到|看见)(?:.{0,4}(?:问题|留言|消息))?了?(?:吗|没有?)\W*$",
)
ANSWERED = Rule(  # whether there is an answer
    r"\b(?:did|has|have|had|is|was) (?:they|any ?one|any ?body|some ?one|you|the librarians?|it)(?: been)?\b.{0,12}\b(?:answer\w*|repl\w+|respond\w*|read|look\w*|seen|deal\w*)\b.{0,24}$",
    r"\b(?:any|got an?|is there an?|was there an?) (?:answers?|repl(?:y|ies)|response|news)\b.{0,16}$",
    r"(?:有|得到|收到)(?:了)?(?:回复|答复|回答|回音|消息|结果|答案)了?(?:吗|没有?|嘛|么|嗎)|(?:回复|答复|回答|处理|看)(?:我)?(?:了|过)(?:吗|没有?|嘛|么)",
)
BY_PHONE = Rule(  # whether the answer comes by telephone
    r"\b(?:can|could|will|would|do) (?:you|they|some ?one|a librarian)\b.{0,12}\b(?:call|ring|phone|text)\b.{0,8}\b(?:me|us|back)\b",
    r"\[phone\]|\b(?:call|ring|phone|text) me\b",
    "(?:打|来|回)(?:个)?电话(?:给|通知|告诉)?(?:我|过来)|给我(?:打|回|来)(?:个)?电话|(?:短信|微信|电话)(?:通知|告诉|回复|联系)我",
)
BY_MAIL = Rule(
    r"\[email\]|\b(?:can|could|will|would|do|please)\b.{0,24}\be-?mail\b.{0,12}\b(?:me|it|the answer)\b|\bby e-?mail\b",
    "(?:发|用|通过|以|寄).{0,4}(?:邮件|邮箱|电邮)|邮件(?:通知|回复|告诉)",
)
MORE = Rule(  # that there is more to tell, without what it is
    r"^\W*(?:(?:can|could|may) i|i(?:['’]d| would) like to|i want to|let me) (?:add|tell|say|write)(?: (?:something|more|a bit|a detail|one thing|to (?:it|my question)|them|else|another thing))*\W*$",
    "^\\W*(?:我)?(?:还)?(?:想|要|可以|能|能不能|可不可以)(?:再)?(?:补充|加|多说|再说)(?:点|一点|一下|一句|几句|内容|东西)*(?:吗|么|嘛)?\\W*$",
)
SEE = Rule(  # how the answer reaches the reader
    (
        r"\b(?:how|where)\b.{0,20}\b(?:see|get|find|read|know|check|hear|look)\b.{0,20}\b(?:answers?"
        r"|repl(?:y|ies)|response|back from)\b"
    ),
    (
        r"\bhow (?:will|do|would) (?:i|they|you)\b.{0,16}\b(?:know|answer me|reply|contact|reach"
        r"|get back|hear)\b"
    ),
    r"\bwhat(?:['’]s| is| do i do with) (?:the|this|that|my) code\b",
    "怎么.{0,3}知道.{0,6}(?:回|答)|(?:怎么|怎样|如何|会不会|会).{0,3}(?:通知|告诉|联系|告知)我",
    r"(?:怎么|怎样|在哪|哪里|哪儿|如何|去哪).{0,6}(?:看|收|查|得到|知道|拿).{0,4}(?:回复|回答|答复|答案|结果|回信)",
    r"(?:回复|回答|答复|答案|回信).{0,6}(?:怎么|在哪|哪里|哪儿|发到|发哪)|代码.{0,4}(?:什么用|怎么用|干[什嘛])",
)
OWN = Rule(  # of the question that was left, though other things were spoken of since
    r"\bmy (?:question|message|note)\b|\b(?:repl(?:y|ies|ied)|answer(?:s|ed)?|librarians?)\b",
    "(?:我的|我写的|我留的|刚留的|刚才留的)(?:问题|留言|消息|言)|我写的|我留的|回复|答复|他们|馆员",
)
CALLS_FOR = Rule(  # that a person is to be asked, and what about
    (
        r"\b(?:ask|speak (?:to|with)|talk (?:to|with)|put me through to)\s+(?:a|the|your|one of your)"
        r"\s+(?:librarians?|humans?|real person|members? of staff)\s+(?:about|whether|if|for)\b"
    ),
    "(?:想|要|能不能|可以)?(?:问问?|请教|咨询)(?:一下)?馆员(?!.{0,4}(?:在|上班|几点|是谁))",
)
WITHDRAWS = Rule(  # that no answer is wanted any more
    (
        r"\b(?:cancel|withdraw|delete|remove|take back|drop|scrap)\b.{0,16}\b(?:question|message"
        r"|request|note)\b"
    ),
    r"\b(?:don['’]?t|do not|no longer) (?:need|want)\b.{0,20}\b(?:answer|librarian|reply|person|any ?more)\b",
    r"(?:撤|取消|删|收回|不要).{0,3}(?:留言|问题|提问|请求|消息)|撤回|撤销",
    r"不(?:想|用|要|必)?(?:等|问|留言?)了|不用(?:回复?|答复?|找(?:馆员|人)?|麻烦)了",
)
DROPS = Rule(  # the same, when the question was spoken of last
    r"^\W*(?:那|就|还是|先)*取消(?:吧|了|掉)?\W*$",
    (
        r"^\W*(?:(?:oh|ok(?:ay)?|actually|no|sorry|well|just|please|then|you know what|thanks|wait)\W+)*"
        r"(?:cancel|never ?mind|forget (?:it|about it)|leave it|drop it|scrap (?:it|that)|don['’]?t bother"
        r"|no need|not needed|no thanks|no thank you)(?:\W+(?:it|that|then|please|now|thanks|actually"
        r"|any ?more|i['’]?ll (?:call|ring|come).*))*\W*$"
    ),
    r"^\W*(?:那|就|还是|哦|好的?|嗯|唉)*[，, ]*(?:算了吧?|不用了|不必了|不问了|不需要了|没事了|罢了)(?:[，, ]*(?:算了吧?|不用了|不问了|没事了|谢谢|吧|我自己.{1,6}))*\W*$",
)
NOTHING = Rule(  # to "what would you like to ask": nothing
    r"^\W*(?:no+|nope|nah|nothing|none|stop|exit|quit)\W*$",
    r"^\W*(?:不|不要|没有|没什么|没|没有了|不想|没问题)(?:了|问|啊|吧)*\W*$",
)
TASK = Rule(  # for us rather than for them
    (
        r"^\W*(?:please |can you |could you )*(?:show|find|search|renew|reserve|recommend|list|give"
        r"|suggest|cite|save|look (?:up|for)|get me)\b"
    ),
    r"^\W*(?:i(?:['’]?m| am) looking|i(?:['’]d| would) like (?:a|some|to (?:read|borrow|watch)))\b",
    r"^\W*(?:请|麻烦|帮我|给我|我?想|我?要)*(?:找|搜|查|推荐|续借|预约|借|看|来[一几]?本)",
)
OWN_CASE = Rule(  # what befell the reader, which no answer of ours tells: "why was I charged twice"
    r"\bwhy\b|\b(?:was|were|did ?n['’]?t|has|have been|charged|lost|broken?|wrong|not working|missing|again|still)\b",
    r"\bi(?:['’]ve| have| had| paid| returned| brought| asked| wrote)\b",
    "为什么|为啥|怎么会|怎么还|怎么又|明明|已经|还没|丢|坏|错|不对|上次|之前|昨天|前天",
)
