# 助手关于馆藏、开放时间和图书馆的回答。

# 列举与筛选条件
list-comma = 、
list-or = { $first }或{ $last }
list-and = { $first }、{ $last }
about-text = “{ $text }”
about-like = 与《{ $title }》相近
about-all = 全部馆藏
about-newest = 新的在前
about-oldest = 旧的在前
about-shortest = 薄的在前
about-longest = 厚的在前
about-glue = ，
filter-languages = { $value }的
filter-formats = { $value }
filter-branches = { $value }有的
filter-audiences = 适合{ $value }
filter-literary-forms = 只看{ $value }
filter-literatures = { $value }
filter-authors = { $value }的作品
filter-form-by = { $author }的{ $form }
filter-year = { $first } 年的
filter-years = { $first } 到 { $last } 年的
filter-year-from = { $value } 年以后
filter-year-to = { $value } 年以前
filter-pages-from = { $value } 页以上
filter-pages-to = { $value } 页以内
filter-available = 现在能借
filter-not-languages = 不要{ $value }的
filter-not-formats = 不要{ $value }
filter-not-branches = 不在{ $value }
filter-not-audiences = 不要{ $value }读物
filter-not-literary-forms = 不要{ $value }
filter-not-authors = 不要{ $value }的作品
filter-having = { $value }
having-beginners = 适合初学者
filter-not-words = 不要“{ $value }”
literature-of = 原著为{ $tongue }
literature-translated = 翻译作品
literature-nordic = 北欧作品
decade = { $decade } 年代
format-book = 纸质书
format-large-print = 大字书
format-audiobook = 有声书
format-ebook = 电子书
format-film = 电影
format-music = 音乐
format-score = 乐谱
format-map = 地图
format-periodical = 期刊
format-article = 文章
format-graphic-novel = 漫画
format-braille = 盲文
format-manuscript = 手稿
format-game = 游戏
audience-preschool = 幼儿
audience-children = 儿童
audience-young-adult = 青少年
audience-adult = 成人
literary-form-fiction = 小说
literary-form-nonfiction = 非虚构类
literary-form-poetry = 诗歌
literary-form-drama = 剧本

# 查找
cover-untold = 目录里没写封面是什么样子。还记得别的吗？比如主角是谁、故事发生在哪里、讲了什么。
author-untold = 目录里没写作者是哪国人、是男是女，没法按这个挑。可以按语言挑。
rating-untold = 目录里没有评分，没法按这个挑。说说喜欢什么样的，我接着找。
minutes-untold = 没法按片长来筛。可以问其中一部，目录里写了时长的，我就告诉您。
liked-by-untold = 目录里不分男孩看的、女孩看的。告诉我孩子迷什么，比如动物、冒险、公主、校园，我接着找。
beginners-untold = 这里没有一本写明适合初学者。说“第一本”可以看简介，也可以请馆员帮您挑。
cannot-narrow = 这个我没法筛。可以按语言、年份、馆、年龄、体裁、页数或“现在能借”来挑。
too-many = 那就缩小一点。可以按语言、年份、形式、馆、适合的年龄、小说还是非虚构类、现在能不能借来挑；也可以再说说想看哪方面的。
find-what = 想找什么呢？书名、作者，或者用自己的话说说想看什么，都可以。
words-horror = 恐怖
words-gripping = 悬疑小说
best-known-untold = 目录里没写哪本最有名，馆里有的是这些。
acclaim-untold = 目录里没写哪些畅销、得过奖、算经典。馆里版本最多的多半是大家爱看的，先列这些。
acclaim-good = 馆里版本最多的多半是大家爱看的，先列这些。
words-prize = 文学奖
words-ghost-stories = 鬼故事
words-humorous = 幽默
words-love-stories = 爱情故事
words-romance = 言情
kind-fiction = 小说故事
kind-nonfiction = 知识和纪实
kind-children = 给孩子看的
kind-films = 电影
found = { $more ->
    [yes] { $about }，找到 { $total } 种，先看这 { $shown } 种：
   *[no] { $about }，找到 { $total } 种：
}
readers-untold = 没有专门给这些读者的，下面的谁都可以看。
form-unstated = 这些书目录里没注明是不是小说，先都列出来。
like-alone = 没有既像它又“{ $text }”的，只看像它的：
found-more = 第 { $first } 到第 { $last } 种，共 { $total } 种：
found-known = { $count ->
    [1] 有的：
   *[other] 有的，馆里有这几种：
}
found-author = { $count ->
    [1] 作者是{ $authors }。馆里有《{ $title }》：
   *[other] 作者是{ $authors }。《{ $title }》馆里有这几种：
}
found-perhaps = { $count ->
    [1] 我不太确定，您找的是这本吗？
   *[other] 您说的是哪一本？
}
found-far = 没有正好符合的（{ $about }），最接近的是这些：
title-lacked = 馆里没有《{ $title }》，最接近的是这些：
work-lacked = 馆里没有《{ $title }》。
work-asked-glue = 、
work-not-so = { $by ->
    [language] 《{ $title }》没有{ $asked }，有{ $languages }的：
   *[other] 《{ $title }》没有这样的（{ $asked }），馆里有这些：
}
works-all = { $asked ->
    [none] 有的：{ $have }。
   *[other] { $asked }：{ $have }。
}
works-some = { $asked ->
    [none] 有{ $have }，没有{ $lack }。
   *[other] { $asked }：有{ $have }，没有{ $lack }。
}
works-none = { $lack }都没有这样的（{ $asked }）。馆里有这些：
choice-books-on = 馆里有关“{ $text }”的书
nothing = 没有找到：{ $about }。
nothing-limited = 没有找到这样的：{ $about }。
no-more = 全部 { $total } 种都在这里了。
no-way-back = 前面没有别的搜索了。想找点什么？
no-index = 我这会儿查不了馆藏目录。图书馆的事仍可以问我，找书可以请馆员帮忙。
gone = 这一种已经不在目录里了。
why-subject = 主题：{ $text }
why-summary = 内容简介：{ $text }
why-contents = 其中有一章：{ $text }
why-series = 丛书：{ $text }
why-call-number = 索书号：{ $text }

# 缩小范围的问题与选项
narrow-language = 想看哪种语言的？
narrow-format = 要纸质书，还是别的形式？
narrow-branch = 去哪个馆最方便？
narrow-audience = 是给谁看的？
narrow-literary-form = 想看小说，还是非虚构类？
narrow-decade = 对出版年代有要求吗？
choice-more = 再看几种
choice-others = 其他结果
choice-back = 返回
choice-like = 类似的书
choice-cite = 引用格式
choice-save = 收藏
choice-unsave = 取消收藏
choice-where = 在哪里？
choice-report = 看看我的清单
choice-value = { $value }（{ $count }）
choice-available = 现在能借
choice-by = { $author }的其他书（{ $count }）
choice-all = 全部：{ $filter }（{ $count }）
choice-without = 去掉“{ $filter }”（{ $count }）
choice-search = 搜索“{ $text }”
choice-week = 每天的开放时间
choice-example = 试搜一下
choice-stop-alert = 不再提醒
choice-forget = 忘记这次对话
choice-forget-yes = 是，全部删除
choice-forget-no = 不，先留着
example-search = 候鸟怎么认路

# 单独一种
that-first = 是第一本《{ $title }》吗？那就是这本：
which-this = 您说的是这一种吗？
which-one = 您指的是哪一本？
none-listed = 这里面没有看到“{ $title }”。
title-of = { $title }（{ $format }，{ $year }）
which-title = 您说的是哪本书？告诉我书名就行。
where-available = { $opens ->
    [no] 没有借走，《{ $title }》在架
    [now] 《{ $title }》现在就在架
   *[other] 《{ $title }》在架
}：{ $places }。
where-next = 借出的最早{ $due }还回{ $branch }。
where-reference = 《{ $title }》可以在馆里看，不外借：{ $places }。
where-on-loan = 《{ $title }》借出去了{ $due ->
    [none] { "" }
   *[other] ，应还日期是 { $due }
}。它平时在{ $places }。
where-missing = 《{ $title }》本该在{ $places }，不过最近没找到，可以请馆员再找找。
where-unknown = 《{ $title }》归在{ $places }，在不在架我这里看不到，可以问一下那边的馆。
where-online = 《{ $title }》是在线的，不用来取，卡片上有链接。
where-nowhere = 目录里有《{ $title }》，不过眼下没有可借的副本。
where-not-here = { $branch }没有《{ $title }》。
place = { $branch }{ $shelf ->
    [none] { "" }
   *[other] { $shelf }
}{ $mark ->
    [none] { "" }
   *[other] ，索书号 { $mark }
}
title-quoted = 《{ $title }》
detail-lead = 目录里《{ $title }》的信息：
detail-series = 丛书：{ $value }
detail-edition = 版本：{ $value }
detail-publisher = 出版者：{ $value }
detail-pages = 页数：{ $value }
detail-language = 语言：{ $value }
detail-format = 形式：{ $value }
detail-subjects = 主题：{ $value }
detail-contents = 目次：{ $value }
fact-pages = 《{ $title }》有 { $value } 页。
fact-authors = 《{ $title }》的作者：{ $value }。
fact-year = 《{ $title }》这一版是 { $value } 年出版的。
fact-audience = 目录里《{ $title }》归在{ $value }读物。
fact-summary = 《{ $title }》：{ $value }
fact-isbn = 《{ $title }》的 ISBN 是 { $value }。
fact-publisher = 《{ $title }》由{ $value }出版。
fact-edition = 《{ $title }》是{ $value }。
fact-untold = 目录里没注明《{ $title }》的这一项。
series-next = “{ $series }”第 { $number } 部：
series-other = “{ $series }”第 { $number } 部，馆里有的是：
series-order = “{ $series }”，馆里有的按顺序是：
series-not-held = “{ $series }”第 { $number } 部馆里没有，有的是第 { $held } 部：
series-no-more = 目录里没写《{ $title }》还有别的几部，馆里有的就是这一种：
series-untold = 目录没注明《{ $title }》属于哪套系列，查不到前后几部。
dismissed = 好，不看{ $titles }了。
length-none = 这些目录里都没写页数，没法按长短排。
length-untold = 其中 { $count } 种目录没写页数，没法比。
service-item = 您要的是{ $titles }：
telling-pictures = 目录写明带图的：
telling-pictures-untold = 这几种有没有图，目录没写。
telling-easy = 难不难目录不写，简介里说是入门或通俗的有：
telling-easy-untold = 这些书好不好读目录没写，可以看简介挑，馆员也能推荐。
telling-subtitles = 目录写明有字幕的：
telling-subtitles-untold = 有没有字幕目录没写，碟盒上有，馆员可以帮您看一眼。
telling-prize = 目录写明得过奖的：
telling-prize-untold = 这些书得没得过奖，目录没写。
saved = { $count ->
    [1] 收好了：{ $titles }，清单上的第一本。
   *[other] 收好了：{ $titles }，清单上有 { $count } 本了。
}
unsaved = { $titles }已从清单上拿掉。
unsave-none = 清单还是空的，没有可拿掉的。
unsave-not-there = 您的清单上没有《{ $title }》。
cited-was = 刚才那条是 { $style } 格式。
cited = { $style } 格式：
cite-style-unknown = 我能用 { $styles } 格式，您要哪一种？
edition-found = 有的，《{ $title }》（{ $form }）：
edition-one-tongue = 《{ $title }》馆里只有{ $form }。
edition-none = 《{ $title }》没有{ $form }，馆里有的是{ $others }。
editions = { $count ->
    [1] 《{ $title }》馆里只有这一种版本：
   *[other] 《{ $title }》馆里有 { $count } 种版本：
}
edition-line = • { $value }
edition-glue = ，
edition-translated = { $names }译
script-traditional = 繁体字
script-simplified = 简体字
script-found = 有的，《{ $title }》的{ $script }版：
script-none = 《{ $title }》没有看到{ $script }版，馆里的是这样的：
script-untold = 《{ $title }》是简体还是繁体，目录里没写，馆员可以帮您看一眼。
script-of-list = { $count ->
    [0] 目录不分简体繁体，列表里没有看得出是{ $script }的。把书名告诉我，我再看。
   *[other] 目录不分简体繁体，列表里看得出是{ $script }的有这些：
}
most-newest = 这些里最新的是《{ $title }》，{ $value } 年出版。
most-oldest = 这些里最早的是《{ $title }》，{ $value } 年出版。
most-longest = 这些里最长的是《{ $title }》，{ $value } 页。
most-shortest = 这些里最短的是《{ $title }》，{ $value } 页。
most-others = 另有 { $count } 种目录没有写，没法比。
list-counts = 一共 { $total } 种。
edition-kind-untold = 是不是带注释、双语、插图本或精装，目录里不一定写明；可以请馆员到架上看看。
most-untold = 这些书的目录里没写这个，没法比。
list-ends = { $count ->
    [1] 列表上只有这一种。
   *[other] 列表上只有 { $count } 种。
}
where-in-other = 现在在架的：{ $places }。
loan-period = 《{ $title }》（{ $form }）可以借 { $days } 天，一般还能续借。
fact-translators = 《{ $title }》的译者是{ $value }。
fact-series = 《{ $title }》属于：{ $value }。
fact-no-translators = 目录里没有写《{ $title }》的译者。
fact-no-series = 目录里没有写《{ $title }》属于哪个系列。
fact-no-nationality = 目录里没有写《{ $title }》的作者是哪国人，馆员可以帮您查。
cited-pasted = 您这条按 { $style } 格式是：
cited-check = 按 { $style } 格式应该这样写，请对照一下，也请核对书上的信息：
ask-floors = 书在几楼？
ask-loan = 书和影碟可以借多久？

# 图书馆的事
which-question = 您想问的是哪一个？
today = 现在是{ $day } { $time }（图书馆当地时间）。
branches = 我们有 { $count } 个馆：
branch-line = • { $branch }：{ $address }。电话 { $phone }
duty-week = 馆员在线时间：
hours-of-thing = 它单独的开放时间我不知道，这是图书馆的：
hours-because = 因为那天是：{ $reasons }。
hours-wished = 开放时间不由我定，不过您的建议，定的人会看到。
hours-usual = 那天就是平常的开放时间，为什么这样定我不知道，馆员也许清楚。
hours-source = 开放时间
visit-source = 各馆信息
staff-source = 我们的馆员
address = { $branch }：{ $address }。电话 { $phone }，邮箱 { $email }。{ $access }
specialist-in = { $when }{ $role }在。
specialist-out = { $when }{ $role }不在。
specialist-again = { $role }：{ $branch }，{ $when }。邮箱：{ $email }；该馆电话：{ $phone }。
specialist = 这方面{ $role }最熟悉：{ $branch }，{ $when }。可写信到 { $email }，也可以在这里问。
ask-queue = 预约要等多久？
ask-ebooks = 怎么用手机或平板借电子书和有声书？
ask-hold = 怎么预约图书？
ask-full-text = 怎么拿到文章全文？
ask-not-on-shelf = 目录上说在架，可是架上找不到，怎么办？
ask-articles = 怎么找某个主题的文章？
ask-consultation = 可以预约馆员帮我做研究吗？
learning = 学{ $name }
ask-languages = 有语言课程吗？
ask-elsewhere = 馆里没有的书能从别的图书馆借吗？
ask-renew = 怎么续借？
ask-librarian = 怎么联系馆员？
ask-easy-english = 简单的英文书
ask-ebooks-trouble = 电子书下载不了或打不开怎么办？
ask-website-trouble = 网站或目录打不开，该告诉谁？
ask-safety = 馆里发生紧急情况怎么办？
ask-feedback = 怎么提建议或表示感谢？
ask-complaint = 怎么投诉？
ask-card = 要办卡吗
ask-late = 书过期了怎么办
ask-broken = 借的东西弄坏了怎么办
ask-children = 可以带孩子一起来吗
ask-others = 能告诉我别人借了什么吗？
ask-kept = 你们保存我的哪些信息？
ask-own-language = 有会说中文的馆员吗？
ask-of-the-dead = 家人去世了，他的借书证怎么办

# 带走的
report-empty = 清单还是空的。想看什么告诉我，喜欢的就收藏。
report-asked = 这次对话里问过：
report-line = • { $text }
report-line-found = • { $text }：{ $titles }
report-saved = 收藏了 { $count } 种：
alert-what = 好的。想留意什么：一个主题、一位作者，还是一套丛书？
alert-set = 好，{ $about }，一有新到的，我就在这里告诉您。
alert-set-topic = 好，有关于{ $about }的新书，我就在这里告诉您。
alert-none = 这次对话里还没有设提醒。说一声“有……的新书告诉我”就行。
alert-list = 正在替您留意：{ $wishes }。
alert-stopped = 好，不再提醒了。

# 人
human-specialist = 这方面{ $role }最熟悉，我把您的问题转过去。
duty-on = { $until ->
    [none] 现在有馆员在线
   *[other] 馆员在这里值班到今天 { $until }
}，要我请一位来吗？
duty-off = 馆员这会儿不在{ $opens ->
    [none] { "" }
   *[other] ，{ $opens } 上班
}。要问什么可以先留下，他们来了就答。
duty-day = { $when }馆员在线：{ $spans }。
duty-no-day = { $when }没有馆员在线。
branch-desk = { $branch }：{ $phone }，{ $address }。
nearest-known = 我只知道这些，更多可以问馆员。
not-sure = 这个我拿不准，不想乱说。要不要问问馆员？
out-of-scope = 这个我查不到，图书馆和找书的事我比较在行。要不要问问馆员？
insult = 没能帮上忙，让您着急了。您用几个字说说需要什么，我再试一次；也可以换馆员来。
distress = 谢谢您愿意说出来。这件事不用一个人扛，现在就有人可以聊：
abused = 谢谢您愿意说出来。这不是您的错，也不用一个人面对。下面这些人专门帮助这样的情况，现在就能打：
care-here = 我还在，您的感受很重要。我只是个程序，也请让人陪陪您：
care-ok = 不着急，我在这里。这些电话白天晚上都有人接：
care-person = 好的。现在就有人愿意听您说，您在这里写的，馆员也会看到：
care-no-stranger = 没关系，不想说就不说。可以告诉一位朋友、邻居、医生，或者任何一个服务台的工作人员，也可以继续在这里写。什么时候想打都行：
care-desk = 您在馆里的话，去找最近的工作人员，他们马上会帮您。也可以打：
care-lines = 这些电话现在都能打：
care-interpreters = { $names }可以请口译：接通后说 “Mandarin”（普通话）或 “Cantonese”（粤语）。
coping = 这样的日子不好过，有些书陪别人走过来了。想跟人聊聊，说一声，我请人来。
loss-subject = 亲人去世 哀伤
loss-child = 死亡 失去 亲人
condolence = 听到这个消息很难过，请您节哀，保重身体。
distress-again = 我听到了，您很重要。上面的电话随时有人接。
hard-time = 听起来不太容易。找本书换换心情，或者找个人聊聊，您说一声就行。
light-reading = 辛苦了，先看点轻松的吧：
light-cheer = 好的，来几本逗您一笑的：
choice-comfort = 找本轻松的书
comfort-subject = 幽默 轻松 小说
distress-person = 我也请馆员到这里来。
help-line = { $name }：{ $phone }（{ $note }）
only-two = 我能用中文和英文回答。您的话我尽量看懂，也可以请馆员帮忙。
many = 一下子问了 { $count } 个问题！先答第一个“{ $first }”，答完您再发下一个。
found-limited = { $more ->
    [yes] { $about }，找到 { $total } 种，先看这 { $shown } 种：
   *[no] { $about }，找到 { $total } 种：
}
where-other-edition = 另一个版本现在能借，列在下面。
old-choice = 这个按钮是旧的了。想要什么，直接用文字告诉我就行。
all-by = 这位作者的作品，馆里就这 { $count } 种。
nothing-still = { $about }：现在还没有可以挑的。可以试试这些。
nothing-of-it = 馆里没有{ $about }，没法从它接着查。它是讲什么的，或者您想看哪一类书？
which-near = 馆里没有“{ $title }”，上面只是相近的。您说的是其中哪一种？
abridged-untold = 目录没注明哪种是缩写本，馆员可以帮您查。
fact-narrators = 《{ $title }》由{ $value }朗读。
fact-no-narrators = 目录没注明《{ $title }》由谁朗读。
ask-magazines = 可以在网上看杂志吗？
ask-events = 最近有什么活动？
ask-purchase = 可以推荐你们买书吗？
fact-no-makers = 目录里没有写《{ $title }》的导演。
fact-makers = 《{ $title }》的导演（主创）：{ $value }。
fact-cast = 《{ $title }》的演员，目录里写着：{ $value }
fact-no-cast = 目录里没有写《{ $title }》由谁主演。
fact-no-minutes = 目录里没有写《{ $title }》有多长时间。
