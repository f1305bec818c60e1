# Telegram 渠道自己说的话。
telegram-kept = 您在这里说的话，图书馆会留着，方便以后接着帮您；{ $days ->
    [0] 您想删随时可以删
   *[other] { $days } 天没有新消息就会删除
}。/mydata 可以查看，/forget 会把我们这边的全部删除；Telegram 自己另有一份聊天记录。
telegram-choose = 请选一个：
telegram-shown = 第 { $first }–{ $last } 条，共 { $total } 条
telegram-copies-more = 另有 { $count } 册：点序号，再点“在哪里？”
telegram-too-old = 这个按钮有些日子了，当时的书单已经不在我这里。再问我一次，我重新查。
telegram-other-version = 这个按钮是我的另一个版本做的。把问题再发一次，我给您新的。
telegram-search-what = 想找什么？主题、书名或作者都行，用您自己的话说。
telegram-language-which = 用哪种语言？
telegram-unknown-command = 这个命令我不认识。/help 会告诉您我能做什么，也可以直接用自己的话问。
telegram-private-only = 这是我们俩之间的事，请在和我的单独对话里发，不要发在群里。
telegram-photo = [照片]
telegram-photo-none = 这张照片里我没找到条形码。把手机正对书背面的条形码，靠近一点、光线好一点；直接打书名也可以。
telegram-photo-not-book = 这个条形码不是图书的 ISBN（以 978 或 979 开头，一般在封底）。直接打书名也可以。
telegram-photo-large = 这张图片太大，我打不开。请用“照片”而不是“文件”发送，或者直接输入条形码下面的数字。
telegram-photo-gone = 这张照片我没能从 Telegram 取到，能再发一次吗？
telegram-sent-voice = [语音消息]
telegram-sent-video = [视频]
telegram-sent-audio = [音频文件]
telegram-sent-document = [文件：{ $name }]
telegram-sent-sticker = [贴纸 { $emoji }]
telegram-sent-contact = [联系人]
telegram-sent-location = [位置]
telegram-sent-other = [只有 Telegram 能显示的内容]
telegram-edited = [修改了之前的消息]
telegram-answer-voice = 我还听不了语音。用几个字打给我，我马上找；也可以找馆员，他们看得到您发了语音。
telegram-answer-document = 谢谢。文件我打不开，不过馆员看得到您发了文件。用几句话告诉我您需要什么吧。
telegram-answer-sticker = 这个贴纸我喜欢！想找点什么？
telegram-answer-other = 这种消息我读不了，不过馆员看得到您发了。用几句话告诉我您需要什么吧。
telegram-nearest = 离您最近的是{ $branch }，大约 { $distance ->
    [0] 不到 1
   *[other] { $distance }
} 公里，{ $address }。
telegram-link-sure = 要在这里接着聊您在网站上开始的对话吗？谁在网站上开着它，谁就能看到这里说的话。如果不是您自己开始的，请选“不用”。
telegram-link-yes = 好，在这里继续
telegram-link-no = 不用
telegram-link-left = 好的，那边的对话就留在网站上。在这里想找点什么？
telegram-linked = 好了，对话已经搬到这里，刚才说过的我都还记得。
telegram-link-over = 这个链接已经用过或者过期了。请在网站上再点一次“到 Telegram 继续”，也可以直接在这里问我。
telegram-website = 到网站上继续（链接只能用一次，15 分钟内有效）：
telegram-website-none = 图书馆网站上的对话还没有向我开放，我们就在这里接着说吧。
telegram-data-sent = 我这里关于这个对话的全部内容都在这个文件里。
telegram-action-details = 详细介绍
telegram-action-where = 在哪里？
telegram-action-like = 类似的书
telegram-action-cite = 引用
telegram-action-save = 收藏
telegram-action-numbers = ‹ 回到书单
telegram-previous = ‹ 上一页
telegram-list-old = 这份书单是之前的，我重新查一下。
telegram-menu-help = 我能做什么
telegram-menu-search = 找书和其他馆藏
telegram-menu-hours = 开放时间
telegram-menu-librarian = 找馆员
telegram-menu-language = English / 中文
telegram-menu-mydata = 这个对话保存了什么
telegram-menu-website = 到网站上继续
telegram-menu-forget = 删除这次对话
telegram-about = 帮您找书、回答图书馆的各种问题，中英文都可以；馆员随时能加入。
