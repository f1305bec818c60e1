"""Words about a question that is left, or about to be left, for the librarians."""

from __future__ import annotations

from index.text import Rule

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
    r"^.{0,10}(?:多久|多长时间|多少时间)(?:才|能|会|可以|有人|来|到|回|答|复|啊|呢|呀|了|要)*\W*$",
    r"^.{0,8}(?:什么时候|何时|几点|啥时候)(?:才|能|会|可以)*(?:有人|来|到|回|答|上班|轮到|联系).{0,6}$",
    r"^.{0,6}(?:还在等|还要等|怎么还没|人呢|有人来吗|排到我|前面(?:还有)?(?:几|多少)).{0,8}$",
)
GOT = Rule(  # whether it arrived
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
    "怎么.{0,3}知道.{0,6}(?:回|答)",
    r"(?:怎么|怎样|在哪|哪里|哪儿|如何|去哪).{0,6}(?:看|收|查|得到|知道|拿).{0,4}(?:回复|回答|答复|答案|结果|回信)",
    r"(?:回复|回答|答复|答案|回信).{0,6}(?:怎么|在哪|哪里|哪儿|发到|发哪)|代码.{0,4}(?:什么用|怎么用|干[什嘛])",
)
OWN = Rule(  # of the question that was left, though other things were spoken of since
    r"\bmy (?:question|message|note)\b|\b(?:repl(?:y|ies)|answers?|librarians?)\b",
    "(?:我的|我写的|我留的)(?:问题|留言|消息)|我写的|我留的|回复|答复|他们|馆员",
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
    r"不(?:想|用|要|必)?(?:等|问|留言)了|不用(?:回复?|答复?|找(?:馆员|人)?)了",
)
TASK = Rule(  # for us rather than for them
    (
        r"^\W*(?:please |can you |could you )*(?:show|find|search|renew|reserve|recommend|list|give"
        r"|suggest|cite|save|look (?:up|for)|get me)\b"
    ),
    r"^\W*(?:i(?:['’]?m| am) looking|i(?:['’]d| would) like (?:a|some|to (?:read|borrow|watch)))\b",
    r"^\W*(?:请|麻烦|帮我|给我|我?想|我?要)*(?:找|搜|查|推荐|续借|预约|借|看|来[一几]?本)",
)
