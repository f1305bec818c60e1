"""Words that want the item in hand: to be held, told of, fetched, taken."""

from __future__ import annotations

from index.text import Rule

_IT = r"(?:(?:the )?next (?:one|copy)|it['’]?s|its|it|that one|this one|that|this|one|a copy|they|they['’]?re|the (?:book|film|dvd|audiobook|copy))"
_HAN_IT = "(?:它|书|这本书?|那本书?|这个|那个|这部|那部)"
QUEUES = Rule(  # a hold by another name
    r"\b(?:put|add|get|place|sign) (?:me|us|my name) (?:down |up )?(?:on|to|in|for) (?:the |a |your )?(?:wait(?:ing)?[- ]?list|waitlist|queue|list for|hold list|line)\b",
    r"\b(?:join|get (?:on|in)|go on|be on) (?:the |a )?(?:wait(?:ing)?[- ]?list|waitlist|queue for (?:it|this|that))\b",
    rf"^\W*(?:can you |could you |please |can i )*put (?:me|my name) down for {_IT}\W*$",
    "(?:帮我|给我|我想|我要|把我)?(?:加入?|排)(?:到|进)?(?:等候|等待|预约|排队)?(?:名单|队列|队伍)|^\\W*(?:我想|我要|帮我|给我)*排(?:个|一下)?队\\W*$",
)
TELL_WHEN_IN = Rule(  # when it is back
    (
        r"\b(?:tell|let|notify|alert|message|e-?mail|text|ping|inform|remind|ring|call)\b.{0,16}\b(?:when|once|if|as soon as)"
        rf" {_IT}(?: is|['’]s| has| are)?(?: (?:next|back|been|become|becomes|comes?|coming|in|available|returned|free|here|ready|there|home))+(?:\W+(?:please|pls|thanks|thank you))*\W*$"
    ),
    (
        f"^\\W*(?:等|如果|要是|那)?{_HAN_IT}?(?:一)?(?:到了|到馆了?|有了|回来了?|还回来了?|归还了?|可借了?|能借了?|有货了?|在架了?)"
        "(?:的话|的时候|时|以后|之后|后)?[，, ]*(?:请|麻烦|能不能|可以|能|就|再)*(?:通知|告诉|提醒|叫|喊)(?:一下)?我?(?:一下|一声|吗|吧)*\\W*$"
    ),
)
SENT = Rule(  # to a branch, from wherever it stands
    rf"\b(?:have|get|send|move|bring|transfer) (?:{_IT}|them|these|those) (?:sent |moved |brought |transferred |delivered )?(?:over )?to\b(?! (?:me|my|a|an|our)\b)"
)
FETCHED = Rule(  # that we should get it: from a shelf, another branch or another library
    (
        r"^\W*(?:(?:so|and|then|well|ok(?:ay)?|please|just)\W+)*(?:order|get|fetch|source|request|send for)(?: me)?"
        rf" (?:{_IT}|one)(?: in| over)?(?: (?:for me|for us|then|please|anyway|from \w+(?: \w+)?|somewhere(?: else)?|elsewhere))*\W*$"
    ),
    (
        r"^\W*(?:so |and |then |ok(?:ay)? )*(?:can|could|would|will) (?:you|the library|we)(?: please)?"
        rf" (?:get|order|fetch|find|bring|source|request|obtain|send for)(?: me)? (?:{_IT}|one)(?: in| over)?(?: (?:for me|for us|from \w+(?: \w+)?|please|then|somewhere|elsewhere|anyway))*\W*$"
    ),
    f"^\\W*(?:那)?(?:你们|馆里)?(?:能不能|可不可以|可以|能)(?:帮我|给我|替我)?(?:从[^，。]{{1,8}})?(?:弄|调|找|搞|订|借|拿|取)(?:到|来|过来)?(?:一本)?{_HAN_IT}?(?:来|过来)?(?:吗|么)?\\W*$",
)
BOUGHT = Rule(
    rf"^\W*(?:so |and |but |then |ok(?:ay)? )*(?:will|are|when (?:will|are|do)) (?:you|the library|we)(?: (?:ever|be|going to|plan to|likely to|planning to|soon))*"
    rf" (?:have|get|getting|buy|buying|order|ordering|stock|stocking|purchasing) (?:{_IT}|one)(?: in)?(?: (?:then|soon|ever|please|for me))*\W*$",
    rf"^\W*(?:so |and |then |ok(?:ay)? )*(?:can|could|would|will) (?:you|the library|we)(?: please)? (?:buy|purchase)(?: me)? {_IT}(?: in)?(?: (?:for me|for us|please))*\W*$",
    f"^\\W*(?:那)?(?:你们|馆里|图书馆)?(?:能不能|可不可以|可以|能|会)(?:帮我|给我)?(?:买|采购|购买|进)(?:一本|一下)?{_HAN_IT}?(?:吗|么)?\\W*$",
)
TAKES = Rule(  # the reader will have it
    (
        r"^\W*(?:yes|yeah|ok(?:ay)?|great|perfect|good|fine|[, ])*(?:i(?:['’]ll| will|ll|['’]d like to| want to| wanna)|let me|let['’]s)"
        r" (?:take|have|get|borrow|go (?:with|for)) (?:it|that|this|that one|this one)(?: then| please| thanks| thank you)*\W*$"
    ),
    r"^\W*(?:yes |ok |okay )?i want (?:it|that one|this one)(?: please)?\W*$",
    f"^\\W*(?:好的?|行|可以|那|[，, ])*(?:我)?就?(?:要|借|拿|选){_HAN_IT}(?:吧|了|好了|啦)*\\W*$",
    "^\\W*(?:好的?|行|那|[，, ])*(?:我要了|我借了|就它(?:了|吧)?|就这本(?:吧|了)?)\\W*$",
)
TAKEN_HOME = Rule(
    (
        r"^\W*(?:and |so |but )?(?:can|may|could|am) (?:i|we) (?:allowed to )?(?:take|borrow|check|bring|get|have|collect|pick up)"
        rf" {_IT}(?: (?:home|out|away|with me|today|now|right now|tonight|tomorrow|this (?:morning|afternoon|evening)))*\W*$"
    ),
    f"^\\W*(?:那)?{_HAN_IT}?(?:今天|现在|马上|明天|这会儿)(?:就)?(?:可以|能)?(?:借|拿|取)(?:到|走)?(?:吗|么)\\W*$",
    f"^\\W*(?:那)?{_HAN_IT}?(?:可以|能|能不能|可不可以)(?:把{_HAN_IT})?(?:外?借|带)(?:回家|走|出去|出馆|出来)?(?:看)?(?:吗|么)?\\W*$",
)
ONLINE = Rule(  # to be read without coming here
    r"^\W*(?:and |or |is (?:it|there) |can i (?:get|read|have|borrow|see) (?:it |this |that )?|do you have it |what about |available )*(?:an? )?(?:online|digitally|online (?:version|copy))(?: too| instead| as well)?\W*$",
    f"^\\W*(?:那)?{_HAN_IT}?(?:有没有|有|能不能|能|可以)?(?:在?网上|线上|在线)(?:的)?(?:能|可以|版|看|读|听|借|阅读|收听|有)*(?:吗|呢|么|嘛|不|不能)?\\W*$",
)
_ABRIDGED = (
    r"\b(?:un)?abridged\b|\bshort(?:er|ened)? (?:version|edition)\b|\bcondensed\b",
    "缩写本|节选本|节略本|缩略版|简写本|简写版|全本|足本|删节",
)
ABRIDGED = Rule(*_ABRIDGED)
A_KIND = Rule(  # the same, beside a title: 史记有白话文的吗
    r"\b(?:(?:an?|the)\s+)?(?:annotated|bilingual|parallel text)(?:\s+(?:version|edition|copy))?(?:\s+of)?\b",
    "(?:白话文?|文白对照|今译|译注|注释|注解|注音|校注|评注|双语|中英对照)(?:的|版本|版|本)+",
)
OF_A_KIND = Rule(  # an edition that no filter tells from the others
    *_ABRIDGED,
    (
        r"^\W*(?:and |or |is there |do you have |have you got |is it |got )*(?:an? |any |the )?(?:annotated|bilingual|parallel text"
        r"|hardback|hardcover|paperback)(?: (?:version|edition|one|copy|copies|ones))?\W*$"
    ),
    (
        "^\\W*(?:那|你们|馆里|还有|有没有|有|是|要|带|不带)*(?:双语|中英双语|中英对照|中英文对照|注释|注解|白话文?|文白对照|今译|译注|注音|拼音|校注|评注|精装|平装)"
        "(?:的|版本|版|本|对照)*(?:吗|呢|有吗|没有|么)*\\W*$"
    ),
    "^\\W*(?:那|有没有|有|还有)*(?:绘本|漫画|插图)(?:版|本)(?:的)?(?:吗|呢|有吗|没有|么)*\\W*$",
)
