"""Words with which readers of Chinese ask, and which by themselves name nothing to search for."""

from __future__ import annotations

import re

from assistant.engine.understanding.words import split
from index.text import Rule, simplify

_PLAIN_WORDS = """
图书馆 这位 那位 你们这儿 你们这里 你们 您们 我们 咱们 老师 同学 孩子 女儿 儿子 小孩 朋友 妈妈 爸爸 爷爷 奶奶 大家 请问
不好意思 打扰了 打扰 麻烦 谢谢 多谢 你好 您好 有没有 能不能 可不可以 可以 能够 想要 需要 打算 准备 最好 课外 最近 比较
相关 有关 这方面 那方面 方面 这类 这种 那种 这个 那个 这本 那本 一本 几本 一些 一点 哪本 哪些 什么 怎么办 怎么 哪里
哪儿 在哪 不知道 不记得 记得 忘了 听说 推荐 随便 几种 别的 其他 介绍 布置 作业 论文 毕业 报告 作文 文献 资料 材料 书籍
图书 小说 电影 片名 书名 名字 作者 内容 类型 入门 适合 合适 看看 看书 找到 借到 学习 问下 没有 但是 可是 不过 因为
所以 而且 里面 馆里 一下 现在 今天 一部 一篇 一个 下周 以前 很久 很久以前 指南 出版 好像 压力 字大 好大 别太厚
带图 不是 不对 算了 好吧 好的 对了 去年 今年 前年 上次 小时候 当年 几个 版本 页数 多少 看得完 哪天 居然 竟然 太多 没事 觉得
老公 老婆 外婆 外公 姥姥 姥爷 老人家 帮忙 好看 还是 或者 要是 如果 就是 只是 怎样 哪种 哪个 哪位 时候 记不清 想不起来 有趣 好玩 有意思 左右 那些 只要 只看 差不多
"""
_PLAIN = Rule("|".join(sorted(_PLAIN_WORDS.split(), key=len, reverse=True)), flags=0)
_PLAIN_SIGNS = frozenset(
    "在书看读找查借买学写用给让帮问说讲叫有没不是的了吗呢吧啊呀么也都就还再但和与跟"
    "我你您他她它里馆去来从到起好太很想要会能过部篇本些点那这哪谁完多别对嗯行算嘛哈啦先留只哦噢喔呗把被又只才请最更啥咋"
)


def _named(text: str) -> int:
    """How many characters of a text are more than asking."""
    left = split(_PLAIN.sub(" ", simplify(text)))
    return sum(len(re.findall(r"\w", one.word)) for one in left if set(one.word) - _PLAIN_SIGNS)


def names(text: str, least: int = 2) -> bool:
    """Whether more is said than that something is looked for."""
    return _named(text) >= least
