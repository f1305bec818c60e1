"""Where a message speaks of an item on the screen by words of its own."""

from __future__ import annotations

from index.text import Rule

ON_SCREEN = ("film", "movie", "dvd")
THE_ONE = Rule(  # "the gawande one", "that stephen king novel"
    r"\b(?:the|that|this)\s+((?:(?!(?:the|that|this|one|and|or|is|are|was)\b)[\w'’.&!-]+\s+){1,6}?)"
    r"(one|book|novel|film|movie|dvd|title|copy|play|memoir|biography|comic)\b(?!['’])",
)
ONE_BY = Rule(  # "the one by gawande", "the one about sleep"
    r"\b(?:the|that)\s+(?:one\s+(?:by|from|about|on|with|called|set in)"
    r"|(?:book|novel|film|movie)\s+(?:by|called))\s+((?:(?!(?:the one|is|are)\b)[\w'’.&!-]+[ ]?){1,6})",
)
WROTE = Rule(  # "is it le guin", 是余华写的吗
    r"^\W*(?:is|was) (?:it|that|this)(?: one)? (?:by |the one by )?((?:[\w'’.-]+[ ]?){1,4}?)\W*$",
    "^\\W*(?:这本?|那本?|它|第一本|是不是|是)+([^，。？！]{2,8}?)(?:写?的)(?:吗|么|吧|那本)*\\W*$",
)
HAN_ONE = Rule(
    "([^，。？！；：\\s]{2,14}?)的?[那这]一?[本部个套张](?:书|小说|电影|片子|碟)?", flags=0
)
HAN_OF = Rule(
    "[那这]一?[本部个](?:讲|写|说|关于|有关)?([^，。？！本部个的]{2,10})的(?:书|小说)?", flags=0
)
PLACED = Rule(  # told by its place, or by nothing: "the next one"
    r"^(?:(?:very |other )?(?:first|second|third|fourth|fifth|last|next|previous|other|same|new(?:est|er)?"
    r"|old(?:est|er)?|latest|best|right|wrong|top|bottom|middle|only|whole|longest|shortest|longer"
    r"|shorter|cheapest|easiest|another|one)\s*)+$",
    "^(?:第|最|上|下|前|后|刚才|你说|另|这|那|别的|同|还有|就|[我你您他她它咱谁哪](?:们|的|刚|之|上|借|要|想|说|$)|什么|刚)",
)
LEADS = Rule(  # what may stand before words that need be no name
    r"^\W*(?:(?:yes|yeah|ok(?:ay)?|so|no|maybe|i mean|i want|i['’]?ll (?:take|have)|what about|how about|and|show me|is"
    r"|do you have|have you got|i['’]?d like|can i (?:get|have|borrow|reserve)|cite|reserve|save|has"
    r"|where(?:['’]s| is))\b\W*)*$",
    "^(?:就|要|是|我|的|说|想|看|借|把|请|帮|给|那|和|预约|引用|收藏|类似|\\W)*$",
)
COLOURS = Rule(
    r"(?:dark |light |bright )?(?:red|blue|green|yellow|black|white|orange|purple|pink|brown"
    r"|gr[ea]y)",
    "(?:深|浅)?[红蓝绿黄黑白橙紫粉棕灰]色?(?:封面)?",
)
THEN = Rule(
    "^(?:吧|呢)?\\s*[,，.。;；:：]\\s*(\\w.{3,})$", flags=0
)  # after the item that it is said of
NOT = Rule(r"\b(?:not|n['’]t (?:want|like|need)|without|except|but|than)\s*$")
WORK = Rule(  # the work in hand in another form: the book of a film
    r"\b(?:the|its)\s+(?:original\s+)?(book|novel|film|movie|audiobook)\b(?!\s+(?:one|of|by|about|where|with|in which|club)\b)(?!['’])",
    "(原著|原作|那本书|电影|有声书)(?!院|节|票)",
)
FORMS = {
    **dict.fromkeys(["film", "movie", "电影"], ("film",)),
    **dict.fromkeys(["audiobook", "有声书"], ("audiobook",)),
    **dict.fromkeys(
        ["book", "novel", "原著", "原作", "那本书"],
        ("book", "large_print", "ebook", "graphic_novel"),
    ),
}
