"""Words that put a title on the reader's list, or take it off; the first group that matches is the title."""

from __future__ import annotations

import re

from index.text import Rule

_ASKS = r"(?:(?:please|pls|(?:can|could|will|would) you|i(?:['’]d| would) like to|i want to|and|also|now|ok(?:ay)?|then)\W+)*"
_MY_LIST = r"(?:my|the|that|a) (?:(?:reading|saved|book|wish|to[- ]?read) ?)?(?:list|favou?rites|booklist|wishlist|saved (?:items|books|titles))"
_END = r"(?:\W+(?:please|pls|as well|too|now|thanks|thank you|again))*\W*$"
_HAN_ASKS = "(?:请|麻烦|帮我|帮忙|给我|我想|我要|能不能|可以|再|也|那|就)*"
_HAN_LIST = "(?:我的?)?(?:阅读)?(?:书单|書單|清单|清單|收藏夹?|列表)(?:里面?|裡|上|中)?"
_HAN_END = "(?:吧|吗|了|啊|好吗|谢谢|[，, ])*\\W*$"
SAVED = Rule(
    rf"^\W*{_ASKS}(?:add|put|save|keep|stick|include)\s+(.+?)\s+(?:to|on|onto|in|into)\s+{_MY_LIST}{_END}",
    rf"^\W*{_ASKS}(?:save|bookmark)\s+(.+?)(?:\s+for (?:me|later))*{_END}",
    f"^\\W*{_HAN_ASKS}[把将]《?(.+?)》?也?(?:加|放|存|收|添)(?:进去|入|到|进|在)?{_HAN_LIST}{_HAN_END}",
    f"^\\W*{_HAN_ASKS}(?:收藏|保存|加入|添加)(?:一下)?《?(.+?)》?(?:到{_HAN_LIST})?{_HAN_END}",
)
TAKEN_OFF = Rule(
    (
        rf"^\W*{_ASKS}(?:remove|delete|drop|unsave|erase|clear|cross|scratch|strike|take)\s+(.+?)"
        rf"(?:\s+(?:off|out))?(?:\s+(?:from|of|off))?(?:\s+{_MY_LIST})?{_END}"
    ),
    (
        f"^\\W*{_HAN_ASKS}[把将]《?(.+?)》?(?:从|在)?(?:{_HAN_LIST})?"
        f"(?:取消收藏|删掉|删除|去掉|拿掉|拿出来?|移除|移走|移出|划掉|刪掉|刪除){_HAN_END}"
    ),
    (
        f"^\\W*{_HAN_ASKS}(?:从|在)?(?:{_HAN_LIST})?(?:取消收藏|删掉|删除|去掉|拿掉|移除|移走|划掉|不收藏)"
        f"《?(.+?)》?{_HAN_END}"
    ),
)
WHOLE_LIST = Rule(
    rf"\b(?:all|everything|all of (?:it|them)|every ?(?:book|title|one))\b.{{0,16}}\b(?:from|off|on|in|out of) {_MY_LIST}\W*$",
    rf"\b(?:clear|empty|delete|erase|wipe|reset) (?:out )?{_MY_LIST}{_END}",
    f"(?:清空|删除|删掉|刪除){_HAN_LIST}(?:里的?)?(?:所有|全部|一切)?(?:的?书)?{_HAN_END}|{_HAN_LIST}(?:里的?)?(?:都|全部?|所有的?书?)*(?:清空|删掉|删除|去掉)",
)
BETWEEN = re.compile(r"\s*,?\s+and\s+|\s*[,，、和与]\s*")
ALL = Rule(
    r"\b(?:all|every(?:thing| one)?|both|whole|entire|empty|clear)\b",
    "全部|所有|都|清空|两本|整个",
)
