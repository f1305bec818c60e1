# What the assistant answers about holdings, hours and the library.

# Lists and filters in words
list-comma = { ", " }
list-or = { $first } or { $last }
list-and = { $first } and { $last }
about-text = “{ $text }”
about-like = like “{ $title }”
about-all = titles
about-newest = newest first
about-oldest = oldest first
about-shortest = shortest first
about-longest = longest first
about-glue = { ", " }
filter-languages = in { $value }
filter-formats = as { $value }
filter-branches = at { $value }
filter-audiences = for { $value }
filter-literary-forms = { $value } only
filter-literatures = { $value }
filter-authors = by { $value }
filter-form-by = { $form } by { $author }
filter-year = from { $first }
filter-years = from { $first } to { $last }
filter-year-from = from { $value } on
filter-year-to = up to { $value }
filter-pages-from = of { $value } pages or more
filter-pages-to = of { $value } pages at most
filter-available = available now
filter-not-languages = not in { $value }
filter-not-formats = not as { $value }
filter-not-branches = not at { $value }
filter-not-audiences = not for { $value }
filter-not-literary-forms = no { $value }
filter-not-authors = not by { $value }
filter-having = { $value }
having-beginners = for beginners
filter-not-words = without “{ $value }”
literature-of = first written in { $tongue }
literature-translated = translated
literature-nordic = from the Nordic countries
decade = { $decade }s
format-book = book
format-large-print = large print
format-audiobook = audiobook
format-ebook = e-book
format-film = film
format-music = music
format-score = sheet music
format-map = map
format-periodical = magazine or journal
format-article = article
format-graphic-novel = graphic novel
format-braille = braille
format-manuscript = manuscript
format-game = game
audience-preschool = small children
audience-children = children
audience-young-adult = teenagers
audience-adult = adults
literary-form-fiction = fiction
literary-form-nonfiction = non-fiction
literary-form-poetry = poetry
literary-form-drama = plays

# Searching
cover-untold = Our records don't tell what a cover looks like. What else do you remember: who is in it, where it is set, what happens?
author-untold = Our records don't say where an author comes from, or whether a woman or a man wrote it, so I can't choose by that. By language I can.
rating-untold = Our records hold no ratings, so I can't choose by that. Tell me what you like and I'll look on.
minutes-untold = I can't sort by running time. Ask me about one of these and I'll tell you how long it runs, if our record says.
liked-by-untold = Our records don't sort books by girls and boys. Tell me what the child likes, such as animals, adventures or school stories, and I'll look on.
beginners-untold = Nothing here says that it is for beginners. What each is about tells more: say “the first one”, or a librarian will pick one with you.
cannot-narrow = I can't choose by that. I can narrow these by language, year, format, branch, readers' age, fiction or fact, length, or what is in now.
too-many = Then let's narrow them. I can do that by language, year, format, branch, readers' age, fiction or fact, or what is in now; or tell me more of what it should be about.
find-what = What would you like to find? A title, an author or a topic in your own words is enough.
words-horror = horror
words-gripping = page turners
best-known-untold = Our records don't say which is the best known. This is what we have.
acclaim-untold = Our catalogue doesn't say what sells best, wins prizes or is a classic. What we have in most editions is mostly much loved, so that comes first.
acclaim-good = What we have in most editions is mostly much loved, so that comes first.
words-prize = literary prize
words-ghost-stories = ghost stories
words-humorous = humorous
words-love-stories = love stories
words-romance = romance
kind-fiction = Novels and stories
kind-nonfiction = Facts and true stories
kind-children = For children
kind-films = Films
found = { $total ->
    [one] I found one { $about ->
        [none] { "" }
       *[other] for { $about }
    }:
   *[other] { $more ->
        [yes] I found { $total } for { $about }. The first { $shown }:
       *[no] I found { $total } for { $about }:
    }
}
readers-untold = Nothing of it is marked as being for these readers; this is for anybody.
form-unstated = The catalogue doesn't say which of these are stories and which are fact.
like-alone = Nothing is like it and “{ $text }” as well. This is what is like it:
found-more = { $first } to { $last } of { $total }:
found-known = { $count ->
    [one] Yes, we have it:
   *[other] Yes. This is what we have of it:
}
found-author = { $count ->
    [one] { $authors }. We have “{ $title }”:
   *[other] { $authors }. This is what we have of “{ $title }”:
}
found-perhaps = { $count ->
    [one] I'm not sure, but could it be this one?
   *[other] I'm not sure which you mean. Could it be one of these?
}
found-far = I found nothing that clearly fits { $about }. These come nearest:
title-lacked = We don't have “{ $title }”. These come nearest:
work-lacked = We don't have “{ $title }”.
work-asked-glue = {" "}
work-not-so = We don't have “{ $title }” { $asked }{ $by ->
    [language] , but we have it in { $languages }:
   *[other] . This is what we have of it:
}
works-all = { $asked ->
    [none] Yes, we have { $have }:
   *[other] { $have }, { $asked }:
}
works-some = { $asked ->
    [none] We have { $have }, but not { $lack }:
   *[other] { $asked }: { $have }, but not { $lack }.
}
works-none = None of these { $asked }: { $lack }. This is what we have:
choice-books-on = Books here on “{ $text }”
nothing = I found nothing for { $about }.
nothing-limited = I found nothing { $about }.
no-more = { $total ->
    [one] That is the only one.
   *[other] Those were all { $total }.
}
no-way-back = There is no earlier search to go back to. What can I find for you?
no-index = I can't look into the catalogue at this moment. I can still answer questions about the library, and a librarian can look for you.
gone = That one is no longer in the catalogue.
why-subject = Subject: { $text }
why-summary = From its description: { $text }
why-contents = Has a chapter: { $text }
why-series = Series: { $text }
why-call-number = Call number: { $text }

# The question that narrows, and choices
narrow-language = Which language would you like to read in?
narrow-format = Would a book do, or something else?
narrow-branch = Which branch is easiest for you?
narrow-audience = Who is it for?
narrow-literary-form = Stories, or facts?
narrow-decade = Does it matter when it was published?
choice-more = Show more
choice-others = Other results
choice-back = Go back
choice-like = More like this
choice-cite = Cite it
choice-save = Save it
choice-unsave = Take it off my list
choice-where = Where is it?
choice-report = My list so far
choice-value = { $value } ({ $count })
choice-available = Available now
choice-by = By { $author } ({ $count })
choice-all = Everything { $filter } ({ $count })
choice-without = Without “{ $filter }” ({ $count })
choice-search = Search for “{ $text }”
choice-week = The whole week
choice-example = Try a search
choice-stop-alert = Stop telling me
choice-forget = Forget this conversation
choice-forget-yes = Yes, erase it
choice-forget-no = No, keep it
example-search = birds and how they find their way

# One item
that-first = “{ $title }”, the first of these? Then this is it:
which-this = Do you mean this one?
which-one = Which one do you mean?
none-listed = None of these is “{ $title }”, as far as I can see.
title-of = { $title } ({ $format }, { $year })
which-title = Which title do you mean? The name of the book is enough.
where-available = { $opens ->
    [no] No, “{ $title }” is in
    [now] “{ $title }” is in now
   *[other] Yes, “{ $title }” is in
}: { $places }.
where-next = The next copy that is out comes back to { $branch } on { $due }.
where-reference = “{ $title }” is here to read in the building: { $places }.
where-on-loan = “{ $title }” is out just now{ $due ->
    [none] { "" }
   *[other] , due back on { $due }
}. Its place is { $places }.
where-missing = “{ $title }” should be at { $places }, but nobody has found it lately. A librarian can look for it.
where-unknown = “{ $title }” belongs at { $places }. I can't see whether it is in; the branch can tell you.
where-online = “{ $title }” is online, so there is nothing to fetch. The link is on its card.
where-nowhere = We have a record of “{ $title }” but no copy to lend at the moment.
where-not-here = { $branch } has no copy of “{ $title }”.
place = { $branch }{ $shelf ->
    [none] { $mark ->
        [none] { "" }
       *[other] { " " }({ $mark })
    }
   *[other] { " " }({ $shelf }{ $mark ->
        [none] { "" }
       *[other] , { $mark }
    })
}
title-quoted = “{ $title }”
detail-lead = Here is what the catalogue says about “{ $title }”.
detail-series = Series: { $value }
detail-edition = Edition: { $value }
detail-publisher = Published by: { $value }
detail-pages = Pages: { $value }
detail-language = Language: { $value }
detail-format = Format: { $value }
detail-subjects = Subjects: { $value }
detail-contents = Contents: { $value }
fact-pages = “{ $title }” has { $value } pages.
fact-authors = “{ $title }” is by { $value }.
fact-year = This edition of “{ $title }” was published in { $value }.
fact-audience = The catalogue has “{ $title }” as a book for { $value }.
fact-summary = “{ $title }”: { $value }
fact-isbn = The ISBN of “{ $title }” is { $value }.
fact-publisher = “{ $title }” was published by { $value }.
fact-edition = Of “{ $title }” this is: { $value }.
fact-untold = The catalogue doesn't say that of “{ $title }”.
series-next = “{ $series }”, number { $number }:
series-other = Number { $number } of “{ $series }”, as we have it:
series-order = “{ $series }” in order, as far as we have it:
series-not-held = We don't have number { $number } of “{ $series }”. We have { $held }:
series-no-more = The catalogue names no other parts of “{ $title }”; this is what we have:
series-untold = The catalogue doesn't say which series “{ $title }” belongs to.
dismissed = Without { $titles }, then.
length-none = The catalogue gives no number of pages for these, so I can't put them in that order.
length-untold = { $count ->
    [one] One of them has no number of pages in the catalogue.
   *[other] { $count } of them have no number of pages in the catalogue.
}
service-item = That is for { $titles }:
telling-pictures = With pictures, as the catalogue says:
telling-pictures-untold = The catalogue doesn't say whether these have pictures.
telling-easy = Our records don't say how hard a book is, but these call themselves an introduction or a plain account:
telling-easy-untold = Our records don't say how easy these are to read. Their summaries may help, and a librarian can advise.
telling-subtitles = With subtitles, as the catalogue says:
telling-subtitles-untold = Our records don't say whether there are subtitles. The box does, and a librarian can look.
telling-prize = These won a prize, as the catalogue says:
telling-prize-untold = The catalogue doesn't say whether any of these won a prize.
saved = { $count ->
    [one] Saved: { $titles }. It is the first on your list.
   *[other] Saved: { $titles }. That makes { $count } on your list.
}
unsaved = Off your list: { $titles }.
unsave-none = Your list is empty, so there is nothing to take off it.
unsave-not-there = “{ $title }” is not on your list.
cited-was = The last one was in { $style } style.
cited = In { $style } style:
cite-style-unknown = I can cite in { $styles }. Which one suits you?
edition-found = Yes, “{ $title }” ({ $form }):
edition-one-tongue = We have “{ $title }” in { $form } only.
edition-none = Not { $form }. We have “{ $title }” { $others }.
editions = { $count ->
    [1] We have one edition of “{ $title }”:
   *[other] We have { $count } editions of “{ $title }”:
}
edition-line = • { $value }
edition-glue = { ", " }
edition-translated = translated by { $names }
script-traditional = traditional characters
script-simplified = simplified characters
script-found = Yes, “{ $title }” in { $script }:
script-none = I see no edition of “{ $title }” in { $script }; this is what we have:
script-untold = Our record doesn't say in which Chinese characters “{ $title }” is printed; a librarian can look.
script-of-list = { $count ->
    [0] I can't choose by script, and none on the list is clearly in { $script }. Tell me a title and I'll look.
   *[other] I can't choose by script, but these on the list are in { $script }:
}
most-newest = “{ $title }” is the newest of these, from { $value }.
most-oldest = “{ $title }” is the oldest of these, from { $value }.
most-longest = “{ $title }” is the longest of these, with { $value } pages.
most-shortest = “{ $title }” is the shortest of these, with { $value } pages.
most-others = { $count ->
    [one] For one other the catalogue doesn't say it.
   *[other] For { $count } others the catalogue doesn't say it.
}
list-counts = { $total ->
    [one] One in all.
   *[other] { $total } in all.
}
edition-kind-untold = The catalogue doesn't always tell whether an edition is annotated, bilingual, illustrated or hardback; a librarian can look at the shelf.
most-untold = The catalogue doesn't say that of these.
list-ends = { $count ->
    [one] There is only this one on the list.
   *[other] There are only { $count } on the list.
}
where-in-other = It is in at: { $places }.
loan-period = “{ $title }” ({ $form }) is yours for { $days } days, and can mostly be renewed.
fact-translators = “{ $title }” was translated by { $value }.
fact-series = “{ $title }” is part of: { $value }.
fact-no-translators = The catalogue names no translator of “{ $title }”.
fact-no-series = The catalogue doesn't place “{ $title }” in a series.
fact-no-nationality = The catalogue doesn't say where the author of “{ $title }” is from. A librarian can look it up.
cited-pasted = Your reference in { $style } style:
cited-check = In { $style } style it is written like this; compare yours with it, and the facts with the book:
ask-floors = Which floor are the books on?
ask-loan = How long can I keep books and films?

# What the library says
which-question = I want to be sure I answer the right question. Is it one of these?
today = It is { $day }, { $time } here at the library.
branches = { $count ->
    [one] We are one library:
   *[other] We have { $count } branches:
}
branch-line = • { $branch }: { $address }. Phone { $phone }
duty-week = Librarians answer in this chat:
hours-of-thing = I don't know the hours of that by itself. These are the library's:
hours-because = That day is different: { $reasons }.
hours-wished = I cannot change our hours myself, but those who can read every suggestion.
hours-usual = Those are the usual hours of that day. I do not know the reason for them; a librarian may.
hours-source = Opening hours
visit-source = Our branches
staff-source = Our librarians
address = { $branch }: { $address }. Phone { $phone }, e-mail { $email }. { $access }
specialist-in = { $when } our { $role } is in.
specialist-out = { $when } our { $role } is not in.
specialist-again = { $role }: { $branch }, { $when }. E-mail: { $email }; phone of the branch: { $phone }.
specialist = Our { $role } knows this well: { $branch }, { $when }. Write to { $email }, or ask here.
ask-queue = How long will I have to wait for my hold?
ask-ebooks = How do I borrow e-books and audiobooks on my phone or tablet?
ask-hold = How do I reserve a book?
ask-full-text = How do I get the full text of an article?
ask-not-on-shelf = The catalogue says a book is in, but it is not on the shelf. What can I do?
ask-articles = How do I find articles on a topic?
ask-consultation = Can I book time with a librarian for my research?
learning = learning { $name }
ask-languages = Do you have language courses?
ask-elsewhere = Can you get a book from another library?
ask-renew = How do I renew my books?
ask-librarian = How can I reach a librarian?
ask-easy-english = Books in easy English
ask-ebooks-trouble = My e-book will not download or open. What can I do?
ask-website-trouble = The website or catalogue is not working. Who do I tell?
ask-safety = What do I do in an emergency in the library?
ask-feedback = How can I give feedback or say thank you?
ask-complaint = How do I make a complaint?
ask-card = do I need a card
ask-late = what happens if I return a book late
ask-broken = what if I break something I borrowed
ask-children = can I bring my kids with me
ask-others = Can you tell me what somebody else has borrowed?
ask-kept = What do you know about me and what I read?
ask-own-language = Is there a librarian who speaks Chinese?
ask-of-the-dead = close the account of someone who has died

# Taking along
report-empty = There is nothing on your list yet. Ask me for something to read, and save what you like.
report-asked = So far in this conversation:
report-line = • { $text }
report-line-found = • { $text }: { $titles }
report-saved = { $count ->
    [one] You saved one:
   *[other] You saved { $count }:
}
alert-what = Gladly. What should I watch for: a topic, an author, a series?
alert-set-topic = I'll tell you here when something new comes in about { $about }.
alert-set = I'll tell you here when something new comes in: { $about }.
alert-none = You have no alerts in this conversation. Say “tell me when you get new books about …” to set one.
alert-list = I'm watching for { $wishes }.
alert-stopped = Done. I won't send you any more news.

# People
human-specialist = Our { $role } knows this best, so I'll pass your question on.
duty-on = { $until ->
    [none] A librarian is in this chat now.
   *[other] Librarians answer in this chat until { $until } today.
} Shall I bring one in?
duty-off = No librarian is in the chat just now.{ $opens ->
    [none] { "" }
   *[other] { " " }They are back { $opens }.
} You can leave your question for them.
duty-day = { $when } librarians answer in the chat: { $spans }.
duty-no-day = { $when } no librarian is in the chat.
branch-desk = { $branch }: { $phone }, { $address }.
nearest-known = This is the nearest that I know; a librarian may know more.
not-sure = I'm not sure I can answer that well, and I'd rather not guess. A librarian can.
out-of-scope = That is beyond what I can look up here. I know this library and its collection; a librarian may know where to ask.
insult = I'm sorry this isn't going well. Tell me in a few words what you need and I'll try again, or a librarian can take over.
distress = I'm really glad you told me. You don't have to carry this alone, and there are people you can talk to right now:
abused = I'm really glad you told me. It is not your fault, and you don't have to face it alone. These people help with exactly this, right now:
care-here = I'm still here, and what you feel matters. I'm only a program, so please let a person be with you too:
care-ok = Take your time. I'm here, and so are these people, day and night:
care-person = Of course. These people listen right now, and a librarian reads what you write here:
care-no-stranger = That's all right, nobody makes you. A friend, a neighbour, your doctor or a member of staff at any desk of ours would be somebody to tell, and you can go on writing here. If you want them later:
care-desk = If you're in the library, go to the nearest member of staff: they will help you at once. You can also ring:
care-lines = You can ring any of these right now:
care-interpreters = { $names } will find you an interpreter: say the name of your language, such as “Mandarin” or “Cantonese”.
coping = That is hard to go through, and others have written well about it. If you'd rather talk, say so, and I'll bring in a person.
loss-subject = grief and bereavement
loss-child = children and the death of someone they love
condolence = I'm very sorry for your loss.
distress-again = I hear you, and you matter. The numbers above answer day and night.
hard-time = That sounds like a lot. A good book can help, and so can a chat; tell me which you'd like.
light-reading = That sounds tiring. Something light, then:
light-cheer = Gladly. Let's see what a funny book can do:
choice-comfort = Something good to read
comfort-subject = humorous fiction
distress-person = I'm calling a librarian to this conversation too.
help-line = { $name }: { $phone } ({ $note })
only-two = I answer in English and Chinese. I'll do my best with your message, and a librarian can help too.
many = { $count } questions at once! I'll begin with the first, “{ $first }”, and then send me the next.
found-limited = { $total ->
    [one] I found one { $about }:
   *[other] { $more ->
        [yes] I found { $total } { $about }. The first { $shown }:
       *[no] I found { $total } { $about }:
    }
}
where-other-edition = Another edition can be had now; it is below.
old-choice = That button is from an older list. Tell me in words what you'd like, and I'll find it.
all-by = { $count ->
    [one] That is all that we have by this author.
   *[other] Those { $count } are all that we have by this author.
}
nothing-still = There is still nothing for { $about } to choose from. One of these may help.
nothing-of-it = There is nothing for { $about } here, so I cannot go on from it. What is it about, or what kind of book would you like?
which-near = We don't have “{ $title }” itself; these only come near it. Do you mean one of them?
abridged-untold = The catalogue doesn't say which edition is shortened; a librarian can look.
fact-narrators = “{ $title }” is read by { $value }.
fact-no-narrators = The catalogue names nobody who reads “{ $title }” aloud.
ask-magazines = Can I read magazines online?
ask-events = What events are on?
ask-purchase = Can I suggest a book for you to buy?
fact-no-makers = The catalogue doesn't say who directed “{ $title }”.
fact-makers = “{ $title }” was made by { $value }, as far as the catalogue tells.
fact-cast = On who plays in “{ $title }” the catalogue says: { $value }
fact-no-cast = The catalogue doesn't say who plays in “{ $title }”.
fact-no-minutes = The catalogue doesn't say how long “{ $title }” runs.
