"""What is said in Cantonese, as Chinese is written: 呢本書借得幾耐 as 这本書可以借多久.

`cantonese.txt` has the words, and `slips.txt` those that are typed by their sound with a wrong sign;
here are those whose neighbours tell what they are. What stands in the marks of a title stays as it
is, and so does every other sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from importlib import resources

from index.text import HAN, has_han, simplify

_TITLES = re.compile('(《[^》]*》|〈[^〉]*〉|「[^」]*」|『[^』]*』|“[^”]*”|"[^"]*")')
_SIDES = "周身旁这那里外东西南北前后左右上下两一海路河湖江山水床窗手耳街岸"
_POINTS = r"\d一二三四五六七八九十两几半多早晚重地观热优缺特站终景差快慢务有整零焦难要"
_DOING = "申请|借|还|续|攞|取|用|搵|揾|找|去|预约|登记|办|改|做|交|印|上网|连|取消|报名|写|拣|查|睇"
_WHICH_ONE = "馆|分馆|月|星期|房|柜|版|作|国|系列|网|地方|图书|好|最|近|大|新"
# Before the words: what hangs on the signs around it.
_AROUND: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (r"系(?=边[度处个间本位]|唔系|咪)", "是"),
        (rf"(?<![{_SIDES}])边[度处](?!假|理)", "哪里"),
        (rf"(?<![{_SIDES}])边个(?={_WHICH_ONE})", "哪个"),
        (rf"(?<![{_SIDES}])边个(?!个)", "谁"),
        (rf"(?<![{_SIDES}])边(?=[间本位层排条])", "哪"),
        (rf"(?<![{_POINTS}])(?<!还书)(?<!借书)点(?={_DOING})", "怎么"),
        (rf"([{HAN}])唔\1得", r"能不能\1"),
        (r"([借续坐用带拎])得(?=几|咩|乜)", r"可以\1"),
        (r"(?<!没)(?<!还)有得(?=[借睇看印坐食玩买影上用停充])", "可以"),
        (r"(?:^|(?<=[，,。！!？?；\s]))咁(?![多长大])", "那"),
        (r"(?<=[^\W\d])咩(?=\W*$)(?<!有咩)(?<![讲叫做要带睇借係系]咩)", "吗"),
        (r"(?:^|(?<=[，,。！!？?；\s那]))后日", "后天"),
        (r"^唔该(?=[\W]*[^\W])(?!晒|你)", "请问"),
    )
)


def in_written_chinese(text: str) -> str:
    """The message without Cantonese words and slips; itself where it has none."""
    if not has_han(text):
        return text
    parts = _TITLES.split(text)
    parts[::2] = [_written(part) for part in parts[::2]]
    return "".join(parts)


def _written(text: str) -> str:
    for pattern, told in _AROUND:
        text = _put(pattern, partial(re.Match.expand, template=told), text)
    return _put(_said(), lambda found: _words()[found[0]], text)


def _put(pattern: re.Pattern[str], told: Callable[[re.Match[str]], str], text: str) -> str:
    """`re.sub` over the simplified text; what is not met stays in the reader's own characters."""
    parts, at = [], 0
    for found in pattern.finditer(_simplified(text)):
        new = told(found)
        parts += [text[at : found.start()], text[slice(*found.span())] if new == found[0] else new]
        at = found.end()
    return "".join([*parts, text[at:]])


def _simplified(text: str) -> str:
    """Sign for sign, but for the one that is a word of its own in Cantonese: 係 is no 系."""
    return "".join(sign if sign == "係" else simplify(sign) for sign in text)


@cache
def _said() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _words()), key=len, reverse=True)))


@cache
def _words() -> dict[str, str]:
    files = map(resources.files(__package__).joinpath, ("cantonese.txt", "slips.txt"))
    listed = [line for file in files for line in file.read_text("utf-8").splitlines()]
    told = [line.split() for line in listed if not line.startswith("#")]
    return {_simplified(line[0]): line[-1] for line in told}
