# 对话服务自己说的话。
welcome = 您好，我是图书馆的助手。想找什么书，用您自己的话说就行；开放时间、借书证、打印等也都可以问我。
welcome-staffed = 馆员现在也在，想和真人聊，随时告诉我。
welcome-unstaffed = 现在没有馆员值班。我一直在，也可以把您的问题留给他们。
welcome-privacy = 卡号和联系方式会先隐去再保存。说一声“忘记这次对话”，就会全部删除。
choice-human = 找馆员
choice-hours = 开放时间
choice-help = 你能做什么？
choice-cancel-queue = 不等了
engine-down = 我这会儿脑子转不过来，不过您的话已经记下了。过一分钟再试，或者找馆员都可以。
redacted = 您消息里的私人信息，我先隐去再保存了。在这里不需要输入这些。
handoff-queued = { $position ->
    [1] 下一位就是您，馆员马上到这里来{ $wait ->
        [0] { "" }
       *[other] ，一般 { $wait } 分钟以内
    }。
   *[other] 您排在第 { $position } 位，馆员会到这里来{ $wait ->
        [0] { "" }
       *[other] ，一般 { $wait } 分钟以内
    }。
}
handoff-left = 现在没有馆员值班，您的问题我替您留给他们了。{ $opens ->
    [none] { "" }
   *[other] 馆员{ $opens } 上班。
}回答会出现在这里；换一台设备时，用这个代码查看：{ $code }。
handoff-left-again = 我替您记着呢。{ $opens ->
    [none] { "" }
   *[other] 馆员{ $opens } 上班。
}回答会出现在这里；代码还是 { $code }。
handoff-left-empty = 现在没有馆员值班{ $opens ->
    [none] { "" }
   *[other] ，{ $opens } 上班
}。想问他们什么？写在这里，我替您留着。换一台设备时，用这个代码看回答：{ $code }。
handoff-question = 您的问题我替您留给馆员了。{ $opens ->
    [none] { "" }
   *[other] 馆员{ $opens } 上班。
}回答会出现在这里；换一台设备时，用这个代码查看：{ $code }。
handoff-when = { $opens ->
    [none] 馆员下次什么时候上班，我这里看不到。
   *[other] 馆员{ $opens } 上班，会按先后回答留下的问题。
}回答会出现在这里，不用一直等着；您的代码是 { $code }。
handoff-got = 收到了，已经留给馆员。{ $opens ->
    [none] { "" }
   *[other] 馆员{ $opens } 上班。
}回答会出现在这里；您的代码是 { $code }。
handoff-answered = 还没有，问题在馆员那里。{ $opens ->
    [none] { "" }
   *[other] 馆员{ $opens } 上班。
}回答会出现在这里；您的代码是 { $code }。
handoff-see = 回答就出现在这段对话里，在同一台设备上再打开这个页面就能看到。换一台设备时用代码 { $code } 查看。{ $opens ->
    [none] { "" }
   *[other] 馆员{ $opens } 上班。
}
handoff-withdrawn = 已经撤回，馆员不会再答复了。还想找点什么？
handoff-unwritten = 好，那就不留了。还想找点什么？
handoff-left-urgent = 现在聊天里没有馆员。{ $opens ->
    [none] { "" }
   *[other] 馆员{ $opens } 上班，会最先看到您的话。
}请不要等他们，上面的电话现在就有人接。馆员的回答会出现在这里；换一台设备时，用这个代码查看：{ $code }。
handoff-taken = { $name }来了。
handoff-cancelled = 已经不排队了。我接着听您说：想找点什么？
handoff-timed-out = 馆员们还在忙，您的问题我替您留给他们了。回答会出现在这里；换一台设备时，用这个代码查看：{ $code }。我也接着听您说。
handoff-handed-back = { $name }把对话交还给我了，您请说。
handoff-closed = { $name }结束了这次对话。什么时候想起来，再写就好。
handoff-vanished = 馆员那边断线了，您已回到队伍最前面。
handoff-transferred = 接下来由{ $name }为您服务。
contact-kept = 谢谢，馆员的回答也会发到这个地址。
forgotten = 好了，这次对话已删除：{ $messages } 条消息，以及我做的 { $turns } 条记录。我们这里什么都没留下。
language-set = 好的，接下来我用中文回答。
claim-line = 您的代码：{ $code }
source-line = 来源：{ $sources }
status-available = 在架
status-on-loan = 已借出
status-reference = 仅限馆内阅览
status-missing = 暂时找不到
status-unknown = 请问馆员
status-due = { $status }，{ $day }到期
author-reader = 读者
author-assistant = 助手
author-librarian = 馆员
author-system = 图书馆
payload-find = 搜索
payload-more = 再看几本
payload-back = 返回
payload-like = 类似的书
payload-where = 在哪里？
payload-details = 详细介绍
payload-cite = 引用格式
payload-save = 收藏
payload-unsave = 取消收藏
payload-filter = 缩小范围
payload-unfilter = 放宽范围
payload-hours = 开放时间
payload-ask = 关于图书馆的问题
payload-human = 找馆员
payload-language = 切换语言
payload-forget = 忘记这次对话
payload-alert = 有新书告诉我
payload-stop-alert = 不再提醒
payload-dismiss = 不要这本
payload-sequel = 这套书的下一本
payload-report = 我的阅读记录
payload-help = 你能做什么？
payload-affirm = 是
payload-deny = 不是
payload-cancel = 不等了
slow-down = 一下子来得太多，我有点跟不上。请等一分钟，再把最后一条发一次。
reading-report-empty = 这里还空着：找找书、收藏喜欢的，就会出现在您的阅读报告里。
reading-report-asked = 您问过的，和找到的：
reading-report-line = { $day }　{ $text }
reading-report-found = { $day }　{ $text } → { $titles }
reading-report-saved = 您收藏的：
alert-news = 您关注的“{ $about }”有新到的：
alert-about-filters = 您关注的内容
email-subject = 您给{ $library }的问题
email-choices = 回信写上其中一句就行：
email-attachment = [附件：{ $name }]
