"""Words around what a question is about: greetings, frames, tails, likenesses, commands."""

from __future__ import annotations

from index.text import Rule

_THING = (
    r"(?:books?|novels?|titles?|stor(?:y|ies)|stuff|things?|material(?:s|ly)?|materials|resources?|sources?|information|info|literature|reading|"
    r"something|smth|sth|sumthing|anything|works?|items?|articles?|papers?|texts?|copies|copy|holdings?|research|stud(?:y|ies)|data|evidence|recommendations?|suggestions?|e-?books?|audiobooks?|dvds?|films?|movies?|documentar(?:y|ies)|magazines?|records?|publications?|guides?|journals?)"
)
_ADJ = r"(?:good|nice|some|any|other|more|new|newer|recent|great|interesting|useful|decent|readable|short|long|big|thick|thin|all|every|really|very|few|couple of|lot of|many|particular|certain|specific|relevant|research|primary|secondary|scholarly|academic|peer[- ]?reviewed)"
_PAPER = r"(?:\s+(?:an?|my|our|the|some)\s+(?:[\w-]+\s+)?(?:dissertation|thesis|essay|paper|report|project|assignment|presentation|speech|topic|unit)(?:\s+(?:on|about|regarding))?)?"  # what it is for
_WORK_DUE = r"essay|paper|project|assignment|presentation|thesis|dissertation|speech|report|homework|talk|coursework"
_GET = r"(?:find(?:ing)?|get(?:ting)?(?: (?:hold of|access(?: to)?|my hands on))?|borrow(?:ing)?|read|see|watch|view|stream|listen to|use|look(?:ing)? (?:for|up|at)|check(?:ing)? out|search(?:ing)?(?: for)?|locat(?:e|ing)|track down|access(?:ing)?|download|obtain|request|order|reserve|rent|have|buy|recomm?end|suggest|show|give|pull up|provide(?: me)?(?: with)?|learn(?: more)?|know(?: more)?)"
_HELP = r"(?:(?:some|any|your|a little)\s+)?(?:help|assistance|trouble|difficulty|difficulties|problems?|a hard time|access)"
GROWN = r"(?:mum|mam|mom|mummy|mommy|mother|dad|daddy|father|husband|hubby|wife|partner|gran\w*|nan\w*|friends?|sister|brother|aunt\w*|uncle|cousin|boss|colleague|neighbou?r|flatmate|girlfriend|boyfriend|fianc\w+|book (?:club|group)|reading group|class|students|pupils|mother-in-law|father-in-law|family|group|club|course|team|(?:grand)?(?:son|daughter)|nephew|niece)"
LIKES = r"(?:(?:just|really|absolutely|only|also|totally|always)\s+)*(?:loves?|likes?|enjoys?|adores?|wants? to (?:learn|read|know|try|start)(?: (?:more )?about| to)*|(?:is|are|was|were|['’]s|['’]re)\s+(?:(?:really|very|all|so|such a big|a big|a huge)\s+)*(?:into|fond of|keen on|mad (?:about|on)|crazy about|obsessed with|fascinated by|interested in|fans? of|doing|studying|learning about))(?=\s)"
# "my gran is housebound and loves": whoever they are, and whatever is told of them first
_FOND = r"(?:my|our|his|her)\s+(?:[\w'’-]+,?\s+){1,8}?" + LIKES + rf"(?:\s+(?:to\s+)?{_GET})?"
POLITE = Rule(
    (
        "^(?:(?:hi+(?:ya)?|hello|hey+a?|dear (?:librarian|library)|good (?:morning|afternoon|evening)"
        "|greetings|ok(?:ay)?|so|well|um+|right|please|pls|also|and|then|thanks|thank you|sorry"
        r"|(?:great|nice|cool|perfect|brilliant)(?=\s*[,!.])|now(?=\s+(?:show|find|give|i|can"
        r"|do)\b)|actually|never ?mind|(?:no )?wait|forget (?:it|that)|scrap that|excuse me"
        "|yo|nah|nope|yeah|yep|lol|omg|wow|hmm+|er+m?|haha+|i mean(?:t)?|bro|man|dude|mate|oops|ah+|oh+"
        "|of (?:them|those|these)|not (?:the |that |an? )?[\\w-]+(?: one)?(?= lol\\b|,| but\\b)"
        "|quick question|ive|just wondering|(?:i|we)(?: was| were| am| are|['’]m"
        r"|['’]re)? (?:just )?wondering|wondering)(?:\s+(?:there|everyone|all|team|librarian|if"
        r"|whether))*\b[\s,.!:;-]*)+"
    ),
)
FRAMES = tuple(
    Rule(rf"^{pattern}\b[\s:,]*")
    for pattern in (
        rf"(?:do|does|would|did|have|has|can|could|will|might)\s+(?:you|u|ya|the library|your library|we|they|i|(?:any|some)(?:one|body))(?:\s+(?:guys|folks|please|all|happen to|by any chance|possibly|perhaps|maybe|also|still|currently))*\s+(?:have|hav|got|own|hold|carry|stock|keep|know(?: of)?|{_GET}|help me {_GET}|tell me|point me to|be able to {_GET})(?:\s+(?:got|me|us|for me))*",
        rf"there['’]?s\s+(?:this|that|an?|one|some)\s+(?:{_ADJ}\s+)*{_THING}\s*(?:about|where|in which|with|called)?",
        r"(?:i think\s+)?(?:it['’]?s|it is|it was|is)\s+(?:set|placed)\s+(?:in|during|on)",
        rf"(?:my|our|his|her)\s+(?:[\w-]+\s+){{1,2}}(?:wants?|needs?|would like|asked for|is after|is looking for)(?:\s+to\s+{_GET})?",
        r"(?:i|we|s?he|they)(?:['’]?(?:ve|s)|\s+(?:have|has))?\s+(?:already\s+)?(?:read|finished|seen)\s+all(?:\s+of)?",
        rf"(?:looking?|lookin['’]?|searching|hunting|trying|am after|i['’]?m after)\s+(?:for|to {_GET}|to)",
        rf"(?:(?:i|we)(?:['’]?(?:m|re|d|ve)|\s+am|\s+are|\s+would)?\s+)?(?:currently\s+|still\s+)*(?:need(?:ing)?|want|like|have|having|get|could use)?\s*{_HELP}\s+(?:with|in|to|of)?\s*{_GET}?(?:\s+(?:to|for))?(?<=\w\w)",
        rf"(?:(?:and|but)\s+)?(?:i|we)\s+(?:simply\s+|just\s+|still\s+)*(?:can['’]?t|cannot|cant|could(?:n['’]?t| not)|can not|can)\s+(?:seem to\s+)?{_GET}",
        rf"(?:i|we)(?:['’]?(?:m|re)|\s+am|\s+are)\s+(?:unable|not able)\s+to\s+{_GET}",
        rf"(?:how|where)\s+(?:can|could|do|does|would|might|should)\s+(?:i|we|you|one|someone)\s+(?:best\s+)?(?:go about\s+)?{_GET}",
        r"(?:how|where)\s+(?:best\s+)?to\s+(?:find(?:\s+out)?|get(?:\s+(?:hold of|access to))?|access|search(?:\s+for)?|locate|look(?:ing)?\s+(?:for|up)|request|download)",
        r"(?:you\s+)?(?:can\s+|could\s+)?point(?:ing)?\s+me\s+(?:to(?:wards?)?|in(?:to)?\s+the\s+(?:right\s+)?direction\s+of)(?:\s+finding)?",
        _FOND,
        r"(?:s?he|they|who)\s+" + LIKES,
        LIKES.replace("s?", "s"),  # of one person, who may be left out
        r"(?:have|has|had)\s+(?:you|u)\s+(?:it|that|them)(?:\s+(?:as|in|on))?",
        r"(?:qing ?wen|ni ?hao|(?:ni ?men|tu ?shu ?guan)(?: li)?(?= you)|(?:you ?)?mei ?you|you(?= \w+ (?:ma|mei)$)|wo ?(?:xiang|yao)(?: ?(?:zhao|kan|jie|du))?|bang ?wo|zhao|tui ?jian|guan ?yu)",
        rf"(?:the\s+)?(?:best|top)\s+(?:{_ADJ}\s+)*{_THING}\s+(?:to|for)\s+(?:learn(?:ing)?|read(?:ing)?|start(?:ing)?(?:\s+with)?)(?:\s+(?:about|with))?",
        r"your(?=\s+\w)",
        rf"(?:what['’]?s|what is|what are)(?=\s+(?:(?:an?|the|some)\s+)?{_ADJ}\s+(?:{_ADJ}\s+)*{_THING}\b)",
        r"(?:(?:i|we)(?:['’]?m|['’]?re| am| are)?\s+)?(?:trying|struggling|can['’]?t|cannot|want|need)\s+(?:to\s+)?(?:remember|recall|think of|identify|work out|figure out|place)(?:\s+the (?:name|title) of)?",
        r"(?:an?|the|this|that|some|one)?\s*(?:books?|novels?|stor(?:y|ies)|films?|movies?)\s+(?:where|in which|wherein)(?!\s+(?:can|do|is|are|to)\b)",
        rf"(?:i|we)(?:['’]?ve)?\s+(?:have|has|had|got|need)(?:\s+got)?(?:\s+to\s+(?:write|do|prepare|give|make))?\s+(?:an?|my|this|some|our)\s+(?:[\w-]+\s+){{0,2}}?(?:{_WORK_DUE})(?:\s+to\s+(?:write|do|prepare|give))?\s+(?:on|about)",
        r"(?:topic|work|homework)\s+on(?=\s+\w)",
        r"(?:chapter|reading|story)\s+books?\s+(?:about|on|with)",
        r"(?:kindly\s+|please\s+)*(?:advise|confirm|check)\s+(?:me\s+)?(?:if|whether)\s+(?:you|the library)\s+(?:have|has|hold|holds|own|stock)",
        r"asking\s+(?:if|whether|for|about)",
        r"(?:could|may|might|can)\s+(?:i|we)\s+(?:enquire|inquire|ask)\s+(?:if|whether|about)",
        r"(?:if|whether)\s+the\s+library\s+(?:has|holds|have|owns|stocks)(?:\s+any(?:thing)?)?",
        rf"(?:i\s+|we\s+)?need\s+(?:at least\s+)?(?:\d+|two|three|four|five|some|a few|as many)?\s*(?:{_ADJ}\s+)*{_THING}\s+(?:on|about|for|regarding)",
        r"(?:an?\s+)?(?:online\s+|full\s+)?(?:subscriptions?|access|accounts?|licen[cs]es?)\s+(?:to|with|for)",
        r"(?-i:(?:[Dd]oes|[Dd]o|[Hh]as|[Ii]s|[Dd]id)\s+(?:the\s+)?(?:[A-Z][\w&.]*\s+){1,3}(?:[Ll]ibrary\s+)?)(?:currently\s+|still\s+)?(?:have|own|subscribe|offer|carry|hold|provide|keep|get|stock)",
        rf"(?:subscribe to|(?:have|subscribe|subscribed)\s+(?:or\s+)?(?:have\s+)?(?:an?\s+)?(?:(?:online|full|free)\s+)?(?:access|accounts?|subscriptions?|licen[cs]es?)\s*(?:to|with|for)?|(?:subscribe|subscription|access)\s+(?:or have access\s+)?to|{_GET}\s+(?:access\s+)?to)",
        rf"(?:if|whether)\s+(?:you|i|we)\s+(?:can|could)\s+{_GET}(?:\s+me)?",
        r"(?:if|whether)\s+(?:you|we|they|there|the\s+(?:\w+\s+)?librar(?:y|ies)|the school|the university|(?-i:[A-Z]\w+)(?:\s+(?-i:[A-Z]\w+))?)\s+(?:have|has|had|is|are|own|owns|carry|carries|hold|holds|get|gets|subscribes?)",
        r"(?:an?|the|any|some)?\s*(?:(?:hard|physical|digital|electronic|online|full[- ]text|pdf|archived|free|print|old|e)[\s-]+){1,2}(?:copy|copies|versions?|text|access|pdf|edition)\s+(?:of|to|for)",
        r"(?:an?|the)\s+pdf\s+of",
        r"links?\s+to",
        r"(?:it['’]?s|it is|they are|they['’]?re)\s+(?:all\s+)?about",
        r"(?:(?:for|in)\s+)?(?:an?|my|our|the|this)\s+(?:[\w-]+\s+){0,2}(?:class|course|paper|essay|project|assignment|presentation|thesis|dissertation|speech|report)\s+(?:(?:that|which)\s+is\s+)?(?:about|on|regarding|concerning)",
        r"(?:my|our)\s+(?:research\s+)?(?:topic|question|subject|paper|essay|project|thesis|assignment)\s+(?:is|are)(?:\s+(?:on|about))?",
        r"(?:(?:i|we)(?:['’]?m|\s+am|['’]re|\s+are)\s+)?(?:doing|conducting)\s+(?:some\s+|my\s+)?research\s+(?:on|about|into)",
        rf"(?:this|that|these|the following|following)\s+(?:{_THING}|textbook|chapter)(?=\s*(?:$|[:,.]))",
        rf"(?:this|that|the following)\s+(?:{_ADJ}\s+)*(?:{_THING}|textbook|chapter)(?:\s+(?:again|for (?:a|my) class))*[\s,–—-]+(?=(?-i:[A-Z]))",
        r"(?:some|any|an?)\s+(?:sort|kind|type|list|directory) of",
        rf"(?:an?|the|two|three|some|any)?\s*(?:{_ADJ}\s+)*{_THING}\s+(?:strictly\s+|mainly\s+)?(?:focus(?:ing|ed|es)?|based|centered|centred)\s+(?:on|around)",
        r"(?:what|which)\s+(?:are|is|were)\s+(?:some|the|a few|any)(?:\s+of the)?",
        rf"(?:(?:an?|the|some)\s+)?{_THING}\s+either\s+(?:about|on)",
        r"(?:the\s+)?(?:title|textbook|book)s?,?\s+(?=(?-i:[A-Z]))",
        rf"to\s+{_GET}(?=\s)",
        r"(?:any|what are the) chances?(?: of| that)?(?:\s+(?:you|the library)\s+(?:have|has|own|got))?",
        r"(?:can|could|would)\s+(?:you|u)\s+(?:please\s+)?(?:check|tell me|see|look|find out)\s+(?:if|whether)\s+(?:you|the library|we)\s+(?:have|has|own|hold|got|get)",
        r"(?:does|do)\s+(?:the|your|this|our)\s+(?:\w+\s+)?library\s+(?:have|own|hold|carry|stock|keep|subscribe to|get|offer)",
        r"(?:my|our|the|a)\s+\w+(?:\s+\w+)?\s+(?:told|asked|wants|said)\s+(?:us|me)?\s*to\s+(?:read|find|get|buy)",
        r"(?:this|the|that|the following|a specific)\s+(?:book|article|paper|chapter|title|novel|film|journal)(?:\s+asap)?(?=\s*:)",
        r"(?:the\s+)?(?:full text|pdf)\s+of(?:\s+this\s+\w+)?",
        r"(?:an?|the|any)\s+(?:chapter|section|passage)s?\s+(?:about|on)",
        r"(?:what['’]?s|whats|what is)\s+(?:a\s+)?(?:good|nice|best|worth)\s+(?:book\s+)?(?:to\s+read|reading)",
        r"how many copies of",
        r"(?:i|we|s?he|my \w+)\s+(?:once\s+|just\s+|remember\s+)*(?:read|reading|saw|had|borrowed|watched)\s+(?:this\s+|a\s+|an\s+)?(?:books?|story|novel|film)\s+(?:once\s+|last year\s+|this year\s+|(?:back )?in (?:the )?['’\w]+\s+|(?:many\s+|some\s+)?years ago\s+|as an?\s+(?:kid|child|teenager)\s+|when i was\s+(?:young|little|small|a kid|a child|at school|\d+)\s+|(?:at|in)\s+school\s+)*(?:about|where|in which|with)",
        r"(?:have (?:you|u)|you|u|ya) got",
        r"(?:might|may|would)\s+(?:you|the library)\s+(?:possess|own|hold|stock|have)",
        r"(?:i|we)\s+(?:am|are|was|were)\s+writing\s+to\s+(?:ask|enquire|inquire|see)(?:\s+(?:about|if|whether|after))*",
        r"(?:you have|(?:the|your|our)\s+(?:\w+\s+)?librar(?:y|ies)\s+(?:have|has|owns?|carr(?:y|ies)|holds?|gets?|keeps?))",
        r"(?:is|are|was|were)\s+there",
        rf"(?:i|we)(?:['’]?m|\s+am|['’]?re|\s+are|\s+was)?\s+(?:currently\s+|just\s+|also\s+|really\s+|still\s+)*(?:looking|lookin['’]?|searching|hoping|hunting|trying|after|in need of|interested in|wanting|writing|doing|working on|researching|needing)(?:\s+(?:for|into|at|to {_GET}|to|on))*{_PAPER}",
        rf"(?:i|we)\s+(?:just\s+|really\s+|also\s+|only\s+|still\s+|urgently\s+)*(?:need|want(?:ed)?|would like|would love|could use|require|wanna|like|love|enjoy)(?:\s+to\s+{_GET}|\s+(?:borrow|read|find|get|take|rent|learn|search|watch)(?=\s+(?!repair)|$))?(?:\s+(?:me|us|more))?",
        rf"(?:i|we)['’]?d\s+(?:like|love|be interested in|prefer)(?:\s+to\s+{_GET})?(?:\s+more)?",
        r"(?:please\s+)?(?:can you\s+|could you\s+)?(?:help me\s+)?(?:find|show|get|give|recomm?end|suggest|search|list|locate|bring|look up|look for|search for|tell me about)(?:\s+(?:me|us|up|for))*",
        rf"(?:what|which)\s+(?:{_ADJ}\s+)*(?:{_THING}\s+)?(?:do|have|has|would|are|is|can|could|should)\s+(?:you|the library|we|i|there)(?:\s+(?:got|have|hold|own|recomm?end|suggest|read|start with|borrow|find))*",
        r"(?:tell me|let me know|notify me|alert me|ping me|email me|message me|keep me posted|give me a shout)\s*(?:when(?:ever)?|if|once|as soon as|about|on|of)?\s*(?:you|there(?:['’]?s| is| are)?|the library)?\s*(?:get|have|buy|receive|add|acquire)?s?\s*(?:in\s+)?(?:any(?:thing)?|something|some)?",
        r"(?:set up|create|make|i want|i['’]d like|subscribe(?: me)? to|sign me up for|stop(?: sending me)?|cancel)\s+(?:an?|the|my)?\s*(?:alerts?|notifications?|new arrivals?|updates?|emails?)\s*(?:for|about|on|in)?",
        r"(?:an?|the|my)?\s*(?:alerts?|notifications?)\s+(?:for|about|on|when)",
        r"(?:any\s+)?new\s+(?:(?:books?|titles?|arrivals?|stuff|acquisitions?|things?|ones|releases)\s+)?(?:about|on|by|in|for)",
        r"(?:what|how)\s+about",
        r"(?:what['’]?s|whats|what is)\s+(?:available|there)(?:\s+on)?",
        rf"where\s+(?:can|could|do|would|should|might)\s+(?:i|we|you)\s+(?:{_GET}|keep|shelve|have)",
        r"where(?:['’]s|\s+is|\s+are|s)",
        r"who\s+(?:wrote|is the author of|authored|has written)",
        r"(?:is|are)(?=\s+\S.*\b(?:available|in (?:the|your) (?:library|catalogue|catalog|collection)|on (?:the )?shel|checked out|in stock|here|at the|any good|worth reading|as well)\b)",
        r"(?:it['’]?s|its|it is|this is|that is)?\s*(?:called|titled|entitled)",
        r"the (?:book|novel)(?=\s+(?!thief\b|eaters\b|of\b|club|about|on\b|by\b|with|where|in\b|that|which|for\b|called|series|i\b|we\b|you\b|is\b|was\b))",
        r"(?:some|any)thing\s+else(?=\s|\W*$)",
        r"(?:some|any)thing\s+(?:with|about|on|for)(?=\s)",
        r"(?:any\s+)?others?(?=\s+(?:about|on)\b)",
        r"(?:books?|something|anything|my|our)(?=\s*,)",
        r"(?:got|any|some|anything|something)(?=\s)",
        rf"(?:a|an|the)(?=\s+(?:{_ADJ}\s+)*{_THING}\b)",
        rf"(?!(?-i:Journal|Magazine|Guide|Works|Book|Papers|Story|Stories) (?:of|to|for)\b)(?:{_ADJ}\s+)*{_THING}\s+(?:which (?:is|are)|that(?:['’]s| is| are| deal[s]?| cover(?:s|ed)?| explain(?:s|ed)?| talk(?:s|ed)?| discuss(?:es|ed)?| relates?| i can (?:learn|read|find)(?: more)?)|dealing|related|relating|devoted|written|out there|available|here|i can (?:borrow|read)|to (?:read|learn|help)|please)*\s*(?:about|abt|bout|on|regarding|concerning|covering|with|to|for|of|called|titled|entitled|around|into|set (?:in|during|on))(?:\s+(?:the topic of|the subject of|how))?(?<!how)",
        rf"(?:{_ADJ}\s+)+{_THING}(?=\s|$)",
        r"(?:about|abt|bout|on|regarding|concerning|related to|information on|an? copy of|copies of|the book|the novel|the play|the poem|the textbook|the chapter|the paper|the report|the article|the film|the movie|the dvd|the journal|the title|a book called)",
        r"(?:more|and|or|also|then|please|just|only|for)(?=\s)",
    )
)
FOR_WHOM = Rule(  # and no audience that records know of
    rf"[\s,]*\bfor (?:my|our|his|her|their|an?|the) (?:[\w-]+ )?{GROWN}\W*$",
    (
        r"[\s,]*\bfor (?:an?|our|my|the) (?:[\w-]+ ){0,2}(?:night(?: in| out)?|evening|weekend|holiday"
        r"|party|birthday|gift|present|sleepover|drive|flight|journey|trip|commute|train ride|discussion|debate|meeting|book club|reading group)\W*$"
    ),
)
TAILS = Rule(
    (
        r"[\s,.!?;:-]*(?:\b(?:(?:but )?(?:nothing|not|without) (?:with )?(?:too|so|very) (?:much |many )?\w+|(?<=\w )dear(?=,|$)|as well|too|maybe|perhaps|possibly|probably|mainly|mostly|ideally|and also|what(?:['’]?s| is) next|lol|haha+|rn|tbh|xx+|then|instead"
        r"|any good|worth (?:reading|it)|(?:last|this) (?:year|month|week|summer|term)|yesterday|(?:years|ages|months|a while) (?:ago|back)"
        r"|(?:that|which) (?:i|we|s?he|they|my \w+) (?:can|could|might|would) .*"
        r"|any (?:\w+ )?(?:books?|stor(?:y|ies)|novels?|titles?|films?)(?: (?:on|about|for|like) (?:that|it|this|them|him|her))?|(?:that|which) (?:might|could|would|will|can|may) help.*|(?:that|which) explains? (?:it|this|that)\b.*|what else"
        r"|(?:which|that) (?:one )?(?:is|are) (?:\w+(?:er|est)|best|better)"
        r"|zai ?na(?: ?li|r)?|zai ?(?:bu ?zai|ma)|you ?(?:mei ?you|ma)|de ?shu"
        r"|(?<=[\s,])(?:(?:but )?i )?(?:can['’]?t|cannot|don['’]?t|forg[eo]t) (?:quite )?(?:remember )?(?:the |its |what |who )(?:title|name|author|it['’]?s called|it was called|wrote it)"
        r"|(?:s?he|they)(?:['’]?s|['’]re| is| are)(?: only| just"
        r"| now)? \d{1,2}(?: years? old)?|(?:and )?do (?:you|u) have (?:it|that|them)|for (?:a"
        r"|an|my|our|the) (?:\w+ )?(?:paper|essay|project|assignment|presentation|class|course"
        r"|seminar|homework|exam|thesis|dissertation|report|speech|talk|poster)(?: due(?: \w+)?)?|(?:(?:it|which|that)(?:['’]?s| is) )?due(?: (?:in|on|by|next|this|the|a|few|\d+|\w+)){0,4}|tmrw|asap"
        "|quick(?:ly)?|fast|urgent(?:ly)?|help|please|pls|plz|thanks|thank you|thx|cheers|ty"
        "|at all|or something|or anything|or so|etc|if possible|if you (?:have|can|do)"
        "|do you have (?:it|that|any(?:thing)?|something|some|one|a copy|them)|have you got (?:it|that|one)|got (?:it"
        "|that)|is it (?:in|available|there)|do you have|have you got|other (?:books|works"
        "|novels|titles)|(?:through|via|on|from|at|in) (?:(?:the|your"
        r"|our) )?(?:\w+ ){0,2}librar(?:y|ies)(?:['’]s)?(?: (?:website|site|system|catalogue?"
        "|databases?|portal))?|(?:in|at|from|on|within) (?:the|your|our|this) (?:library"
        "|catalogu?e|collection|shelves|stock|system|holdings|shelf)|in (?:the )?library"
        "|do we have (?:it|that)|can you (?:help|find it)(?: me)?|what (?:have you"
        "|do you) (?:got|have)(?: for (?:her|him|me|us|them))?|what do you have|(?:for|(?<=read )on) (?:a"
        r"|an|the|my|our) (?:\w+ ){0,2}(?:drive|flight|journey|trip|plane|train|commute|beach"
        "|holiday|weekend)|for (?:my|our) (?:mum|mom|mother|dad|father|husband|wife|partner"
        r"|gran\w*|friend|sister|brother|book club)|any (?:ideas|suggestions|recommendations"
        "|chance)(?: you have it(?: online)?)?|(?:next|this) (?:term|semester)|(?:(?:i"
        r"|we) (?:was|were|am|are) (?:just )?wondering)\b.*|where (?:should|do|can|could"
        "|would) (?:i|we) (?:start|begin)|where to (?:start|begin)|where (?:is it"
        "|can i find (?:it|them|that)|do i look|should i look|are they|would it be)"
        "|who wrote (?:it|that)|what['’]?s it called|whats it called|for me|to (?:read|borrow"
        "|check out|take (?:home|out))|available|anywhere|somewhere|shelved|kept|located"
        r"|right now|now|here|(?<!\ba )(?<!\bthe )(?<!library )(?<!\bthis )(?<!picture )(?<!board )(?<!chapter )books?"
        "|which (?:books )?should i (?:start with|read)|out there|and|or|but|the author is.*"
        r"|author is.*|i think)(?=[\s,.!?;:-]*$))+[\s,.!?;:-]*$"
    ),
)
QUOTED = Rule(r"[\"“”«《「『]([^\"“”»》」』]{2,200})[\"“”»》」』]", flags=0)
LIKE = (
    Rule(
        (
            r"\b(?:something|anything|books?|novels?|stories|titles?|one|more|others?|films?"
            r"|movies?|read)?\s*(?:(?:very|quite|really|a bit|a little|much|just|kind of"
            r"|sort of)\s+)?(?:similar to|along the lines of|in the (?:style|vein|spirit) of"
            "|reminiscent of|comparable to"
            r"|(?<!would )(?<!d )(?<!looks )(?<!i )(?<!we )(?<!feel )like)\s+(?P<like>.+?)(?P<rest>\s*(?:,?\s*\b(?:but"
            "|only|except|just|set in|with|for (?:kids|children|adults|teens|a)|that|which"
            r"|in (?:chinese|english))\b.*)?)$"
        ),
    ),
)
HAN_LIKE = (
    Rule(
        (
            "(?:跟|和|与|像|同)(?P<like>.+?)(?:类似|相似|差不多|一样|那样|这样"
            "|这样|风格)(?:风格|类型)?(?:的)?(?P<rest>.*)$"
        ),
        flags=0,
    ),
    Rule(
        "(?:类似(?:于)?)(?!的)(?P<like>.+?)(?P<rest>但.*|的[^的]*(?:书|作品|小说|电影|故事|漫画|作家|作者|人|谁|呢|吗).*|的|，.*)?$",
        flags=0,
    ),
    Rule(
        (
            "^(?:.*[，,。])?(?:有没有|想找|想看|要|找|推荐|来[点些])?(?:几本|一些|一本"
            "|点)?(?:像|跟)(?P<like>[《「『].+?[》」』]|[^，,但]{2,20}?)(?:这类|那种|这种"
            "|这种|一类)?(?P<rest>[，,]?(?:但是?|不过|只是|可是|而且|又).*)$"
        ),
        flags=0,
    ),
    Rule(
        (
            "(?P<like>[^，,。喜欢]{2,20}?)(?:那样|那种|之类"
            "|一类)的(?P<rest>(?:.*(?:书|小说|诗|电影|故事|科幻|推理|吗).*)?)$"
        ),
        flags=0,
    ),
)
POINTER = Rule(
    (
        "^(?:this|that|it|these|those|them|him|her|the (?:first|second|third|fourth|fifth|last"
        r"|other|same)\b.*|(?:this|that|the) (?:one|book|author|series|title)s?|such|to"
        r"|the (?:one|ones)\b.*|number \w+|another|what|how|when|a\b|an\b|这本.*|那本.*|第.*|[它他她]们?"
        "|这个.*|那个.*|上面.*|刚才.*)$"
    ),
)

HAN = Rule("[㐀-鿿]", flags=0)
SENTENCES = Rule(
    r"(?<=[.!?;])(?<!\b[A-Z]\.)(?<!\b[MD]r\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bSt\.)(?<!\b[Vv]ol\.)(?<!\b[Nn]o\.)(?<!\bvs\.)(?<!\bed\.)(?<!\beds\.)(?<!\bpp\.)(?<!\bp\.)\s+",
    r"(?<=[。！？；\n])\s*",
    "(?<=[，])(?=.*(?:有没有|推荐|想找|找几本|哪些书|有什么))",
    flags=0,
)
ASKS = Rule(
    (
        r"\b(?:do you have|(?:have|has|need|want|like) (?:\w+ )?(?:access|subscription)"
        f"|subscribe|(?:trying|unable|able) to {_GET}|have you got|looking for|i need|we need"
        "|i want|i['’]?d like|can you (?:find|recomm?end|suggest|show|get)|could you"
        r"|my (?:\w+ )?(?:topic|question|subject|paper|essay|project|thesis) is|is there"
        rf"|are there|any (?:\w+ )?{_THING}|books? (?:on|about)|recomm?end|find me|show me"
        "|search for|need all|might you|i['’]?m after|something (?:on|about|like)|anything (?:on|about|like)|who wrote|where is"
        "|where can i|(?:i|we)(?:['’]m|['’]re| am| are) (?:doing|writing(?! to\\b)|working on|studying"
        r"|researching))\b"
    ),
    "有没有|推荐|想找|想看|想借|在哪|找.{0,6}书|类似|哪些书|有什么",
)


# Commands about what was shown already, and nothing to search for.
COMMAND = Rule(
    (
        "^(?:(?:(?:any|some)thing )?else(?: that)? (?:s?he|they|i|we|my \\w+) (?:might|would|could|will|may|['’]d) (?:like|enjoy|love|read).*|(?:more|another|others?|anything else|something else|similar"
        r"|same)\b.*\b(?:like (?:it|this|that|them|these|those)|by (?:him|her|them|that author"
        "|the same author)|of (?:these|those|them|that kind|the same)|in (?:the|this"
        "|that) (?:same )?(?:series|vein))|(?:that|this|the same|these|those) (?:author|series"
        "|books?|titles?|ones?)|(?:more|another|others?|similar)(?: (?:ones?|books?|titles?"
        "|results?|please))*|another one.*|(?:tell|show|give) me more(?: about (?:it|this|that"
        "|them|the .*))?|about (?:it|this|that)|(?:newest|oldest|latest|most recent|cheapest"
        "|shortest) (?:first|ones?)|sort(?:ed)? by .*|(?:go |take me )?back(?: .*)?"
        "|undo(?: .*)?|previous.*|next(?: (?:page|ten|five))?|return to .*|keep going"
        "|what else(?: .*)?|(?:(?:a|the|my|our) long|my|our) (?:drive|flight|journey|trip"
        "|commute|holiday|train ride)|(?:newer|older|shorter|longer|easier|simpler|harder"
        "|lighter|darker|cheaper)(?: ones?)?)$"
    ),
    (
        "^(?:返回|回去|上一[步页].*|再来.*|更多.*|还有(?:别的|其他|更多)?.*|还有.*"
        "|下一[页批].*|换一批|(?:类似|相似|同类)的?(?:书)?|(?:同一?个?|那个"
        "|这个|那位|这位)(?:作者|系列|作家).*|最新的?.*|按.*排序.*|(?:更|再)?(?:新|旧|短|长"
        "|简单|容易|浅)一?[点些]?的?)$"
    ),
)
# Left alone, these words ask for nothing.
NOTHING = Rule(
    (
        f"^(?:(?:{_THING}|{_ADJ}|chapter|the|a|an|it|its|this|that|these|those|them|one|ones|no|not|yes"
        "|only|just|but|and|or|so|please|i|you|we|me|to|of|in|on|at|by|for|from|is|are|be|can"
        "|do|with|if|which|what|who|there|here|meant|mean|want|wanted|instead|same|something"
        "|anything|too|also|then|cite|show|give|make|put|published|written|have|has|get|like"
        "|author|by|actually|rather|leave|out|exclude|restrict|limit|narrow|drop|without|ok"
        r"|okay|said|about|first|second|third|(?<!\d)[1-9](?!\d)|down|read|reads|two|three|four|several|few|i['’]d|i['’]m|what['’]s|on"
        "|shelf|available|只要|只看|只|要|书|小说|作品|的|不要|不是|是|我|你|用|引用|它|这个"
        "|那个|那|这|换成|改成|换|本|出版|有|吗|呢|写|过|哪些|什么|还|都|在|里|和|也行|[这那][种类样]"
        "|也可以|都行|都可以|就行|好看|合适|好|看|读|给|也|少|多|最近|版本?|你们|馆里|们"
        r"|图书馆)(?![A-Za-z])[\s,.;!?，。！？]*)*$"
    ),
)


BY = Rule(
    (
        r"(?:\b(?:(?:written|edited|illustrated|translated) )?(?:by|from|of|and|or|author is"
        r"|author):?\s+(?:(?:dr|prof|professor|mr|mrs|ms)\b\.?\s+)?)?$"
    ),
)
OWN = Rule(  # what belongs to the name of an author
    (
        r"(?:['’]s?\s+(?:(?:other|new|newest|latest|first|early|complete|short)\s+)*(?:books?"
        r"|novels?|articles?|essays?|plays?|poems?|work)?\s*,?\s*|\s+et\.?\s+al\b\.?,?)?"
    ),
)
TELLS = Rule(r"(?:i|we|she|he|they)(?:['’]\w+)?\b")
LOVES = Rule(r"\b" + LIKES)
STORY = Rule(
    r"\W*(?:my|our|i|we|he|she|they|the kids|a friend)\b(?!['’]?(?:m|re|d| am| are)? (?:looking|after|need|want|like))"
)
WISH = Rule(  # where a story ends and the reader asks
    (
        r"(?:,\s+|\s+(?=(?:and|so) (?:i|we)\b))(?=(?:and |so |but )?(?:do|have|can|could|would|any|what|which"
        r"|is there|are there|(?:i|we) (?:need|want|would like|am looking)|(?:i|we)['’]?(?:d like|m looking)"
        r"|recommend|suggest|show|find|need|(?:\w+ )?(?:books?|novels?|stories) (?:about|on|for|by))\b)"
    ),
    r",?\s+(?=looking for\b)",
)
BOOK_ENDS = Rule(r"\b(?:books?|novels?|titles?|stories)$")
WORTH = Rule(r"\b(?:any good|worth (?:reading|it))\W*$")
IS = Rule(r"^\W*(?:is|are|was)\b(?!\s+there\b)")
THAT_IS = Rule(r"(?:\s*\b(?:(?:that|which)(?:['’]?s| is)|it['’]?s|but|just))?\s*$")
ARTICLE = Rule(r"(?:\b(?:the|an?)\s+)?$")
AFTER_KIND = Rule(
    r"(?:\s+of\b|\s+form(?:at)?\b|\s*(?:,|-+|–|—)(?=[\s\w]))?", flags=0
)  # the movie, Moonlight
_NATIONS = (
    r"chinese|english|british|american|french|german|italian|spanish|russian|japanese|korean|indian"
    r"|african|irish|scottish|european|asian|foreign|[a-z]{3,}(?:ian|ese|ish)|kenyan|cuban|welsh|thai"
)
_WRITERS = r"(?:authors?|writers?|novelists?|poets?)"
_HAN_NATIONS = (
    "(?:中国|外国|国内|国外|本国|本土|英国|美国|法国|德国|日本|俄国|俄罗斯|韩国|欧洲|非洲|印度)"
)
UNTOLD = Rule(  # what no record says of its author
    (
        r"\b(?:(?:written )?(?:by|from) )(?:an? |some )?(?:wom[ae]n|female|men|man|male|black|gay|young"
        rf"|new|local)(?: {_WRITERS})?(?=\W*$)"
    ),
    rf"\b(?:(?:written )?(?:by|from) )(?:an? |some )?(?:{_NATIONS})(?: wom[ae]n)? {_WRITERS}",
    rf"^\W*(?:only|just) (?:the )?(?:wom[ae]n|female|men|male)(?: {_WRITERS}| ones)?\W*$",
    "(?:由)?[女男](?:性?(?:作者|作家)|人(?=所?[写著]))(?:所?[写著])?的?|作者是[女男]的?",
    f"{_HAN_NATIONS}(?:人(?=写|著|创作)|作家|作者)(?:们)?(?:自己)?(?:所?写|著|创作)?的?(?!协会)",
    f"^\\W*(?:要|有没有|有)?{_HAN_NATIONS}的(?:呢|吗|有吗)?\\W*$",
)
COVER = Rule(  # of a plot, what no record tells
    (
        r"\b(?:(?:with|has|had|it has|it had)\s+)?(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:blue|red|green|yellow"
        r"|black|white|orange|purple|pink|brown|gr[ae]y|gold|silver)(?:ish)?\s+(?:cover|spine|jacket)\b[\s,]*"
    ),
    r"\b(?:the\s+)?(?:cover|spine|jacket)\s+(?:is|was)\s+\w+\b[\s,]*",
    "(?:书的?)?封面(?:好像|大概)?(?:是|为)?[红蓝绿黄白黑紫灰粉橙棕]色?的?[，, ]*|[红蓝绿黄白黑紫灰粉橙棕]色?(?:的)?封面的?[，, ]*",
)
ASIDES = Rule(
    "(?<=[，,。 ])最好[^，,。！？]*",
    r"(?:\b(?:(?:the|its|my|here is the|this is the)\s+)?(?:doi|link|url)\b(?:\s+is\b|\s*[:：=是为])?\s*)?(?:https?://\S+|\bwww\.\S+|\b10\.\d{4,9}/\S+)",
    r"\((?:specifically|preferably|ideally|online|if possible|please)\)",
)
_SELF = r"\s*(?:['’](?:m|ve|d|re|ll)|can|cannot|could|need|want|would|am|are|was|were|have|had|found|saw|tried|think|believe|don['’]?t|do not|know|just|really|only|also|will|might|may|seem|keep|get)\b.*$"
ASIDE = Rule(
    "(?:[,;.–—-]+\\s*|\\s+)(?:(?:but|and|so|because|since|however|although|though)\\s+(?:i|we)|(?:(?:or|as|that|which|for which)\\s+)?\\bi)"
    + _SELF
    + "|\\s+but not (?:too |so |very )?\\w+(?: \\w+)?$|[,;.–—-]+\\s*(?:but|however|although|though)\\s+(?:it|the|my|when|how)\\b.*$"
)
# How a letter begins and ends; the name under it is nobody's book.
LETTER = (
    Rule(
        r"^\W*(?:dear|to)\s+(?:sirs?|madam|librarians?|library|team|staff|all|whom it may concern|mr|mrs|ms|dr)\b[^,.:;\n!]{0,40}[,.:;\n!]",
        "^(?:尊敬|敬爱|亲爱)的[^，,：:。\n]{1,12}[，,：:。\n]",
    ),
    Rule(
        (
            r"(?<=[.!?,;\n])\s*(?:(?:with|all|my)\s+)*(?:(?:kind(?:est)?|best|warm(?:est)?|many|much)\s+"
            r"(?:regards|wishes|thanks)|regards|yours(?:\s+(?:sincerely|faithfully|truly|etc))?|sincerely(?:\s+yours)?"
            r"|respectfully|many thanks|thanks(?: so much| very much| in advance)?"
            r"|thank you(?: so much| very much| in advance| kindly)?|cheers)\b[\s,.!-]*"
            r"(?:(?:(?:mrs?|ms|miss|dr|prof)\b\.?\s*)?(?-i:[A-Z])[\w.'’-]*(?:\s+(?-i:[A-Z])[\w.'’-]*){0,3})?[\s.]*$"
        ),
        "(?<=[，,。！!？?\n ])\\s*(?:此致|敬上|顺颂|顺祝|祝好|祝您|祝你|盼复|期待您?的?回复)[^？?]{0,40}$",
        "(?<=[，,。！!？?\n ])\\s*(?:非常|十分|先)?(?:谢谢|感谢|多谢)[^？?，,。]{0,6}[\\s，,。！!]+[^\\s？?，,。有没找]{2,6}(?:敬上|上)?\\s*$",
    ),
)
