# What the conversation service itself says.
welcome = Hello, I'm the library's assistant. Ask me for books in your own words, or about hours, cards, printing and anything else here.
welcome-staffed = A librarian is here too: say so any time you'd like a person.
welcome-unstaffed = No librarian is on duty just now. I'm here, and I can keep a question for them.
welcome-privacy = I hide card numbers and contact details before anything is kept. Say "forget this conversation" to erase it.
choice-human = Talk to a librarian
choice-hours = Opening hours
choice-help = What can you do?
choice-cancel-queue = Stop waiting
engine-down = I can't think clearly at this moment, but I have kept your message. You can try again in a minute, or ask a librarian.
redacted = I hid the private details in your message before keeping it. You never need to type them here.
handoff-queued = { $position ->
    [1] You're next. A librarian will join you here{ $wait ->
        [0] { "" }
       *[other] , usually within { $wait } min
    }.
   *[other] You're number { $position } in line. A librarian will join you here{ $wait ->
        [0] { "" }
       *[other] , usually within { $wait } min
    }.
}
handoff-left = No librarian is on duty now, so I've kept your question for them.{ $opens ->
    [none] { "" }
   *[other] { " " }They are back { $opens }.
} The answer comes here. From another device, use the code { $code }.
handoff-left-again = They know that you wrote.{ $opens ->
    [none] { "" }
   *[other] { " " }The librarians are back { $opens }.
} The answer comes here, and your code is still { $code }.
handoff-left-empty = No librarian is on duty now.{ $opens ->
    [none] { "" }
   *[other] { " " }They are back { $opens }.
} What would you like to ask them? Write it here and I'll keep it. From another device, the code { $code } shows the answer.
handoff-question = I've left that for the librarians.{ $opens ->
    [none] { "" }
   *[other] { " " }They are back { $opens }.
} The answer comes here. From another device, use the code { $code }.
handoff-when = { $opens ->
    [none] I can't see when a librarian is next on duty.
   *[other] The librarians are back { $opens }, and answer what was left in turn.
} The answer comes here, so you needn't wait; your code is { $code }.
handoff-got = Yes, it is with the librarians.{ $opens ->
    [none] { "" }
   *[other] { " " }They are back { $opens }.
} The answer comes here; your code is { $code }.
handoff-answered = Not yet. Your question is with the librarians.{ $opens ->
    [none] { "" }
   *[other] { " " }They are back { $opens }.
} The answer comes here; your code is { $code }.
handoff-see = The answer comes here, in this conversation: come back to this page on the same device, or use the code { $code } on another.{ $opens ->
    [none] { "" }
   *[other] { " " }The librarians are back { $opens }.
}
handoff-withdrawn = I've taken it back; the librarians won't answer it. What else can I find for you?
handoff-unwritten = All right, I won't leave anything for them. What else can I find for you?
handoff-left-urgent = No librarian is in the chat at this moment.{ $opens ->
    [none] { "" }
   *[other] { " " }They are back { $opens }, and yours is the first message they'll see.
} Please don't wait for them: the numbers above answer now. Their answer comes here; from another device, use the code { $code }.
handoff-taken = { $name } has joined you.
handoff-cancelled = You've left the line. I'm listening again: what can I find for you?
handoff-timed-out = The librarians are still busy, so I've kept your question for them. The answer comes here. From another device, use the code { $code }. Meanwhile I'm listening again.
handoff-handed-back = { $name } has handed you back to me. I'm listening.
handoff-closed = { $name } has closed this conversation. Write again whenever you like.
handoff-vanished = Your librarian's connection was lost. You're back at the front of the line.
handoff-transferred = { $name } takes over from here.
contact-kept = Thank you. The librarian's answer will also go to that address.
forgotten = Done. This conversation is erased: { $messages } { $messages ->
    [one] message
   *[other] messages
} and what I had noted about { $turns ->
    [one] it
   *[other] them
}. Nothing of it is left with us.
language-set = I'll answer in English from now on.
claim-line = Your code: { $code }
source-line = Source: { $sources }
status-available = available
status-on-loan = on loan
status-reference = reference only
status-missing = missing
status-unknown = ask us
status-due = { $status }, due { $day }
author-reader = Reader
author-assistant = Assistant
author-librarian = Librarian
author-system = Library
payload-find = Search
payload-more = Show more
payload-back = Go back
payload-like = More like this
payload-where = Where is it?
payload-details = Tell me more
payload-cite = Cite it
payload-save = Save it
payload-unsave = Take it off my list
payload-filter = Narrow the search
payload-unfilter = Widen the search
payload-hours = Opening hours
payload-ask = A question about the library
payload-human = Talk to a librarian
payload-language = Change the language
payload-forget = Forget this conversation
payload-alert = Tell me about new books
payload-stop-alert = Stop telling me
payload-dismiss = Not that one
payload-sequel = The next one in the series
payload-report = My reading report
payload-help = What can you do?
payload-affirm = Yes
payload-deny = No
payload-cancel = Stop waiting
slow-down = That's a lot at once for me. Please wait a minute, then send the last one again.
reading-report-empty = Nothing here yet: ask for something and save what you like, and it will be in your report.
reading-report-asked = What you asked, and what we found:
reading-report-line = { $day }  { $text }
reading-report-found = { $day }  { $text } → { $titles }
reading-report-saved = What you saved:
alert-news = New here since you asked about { $about }:
alert-about-filters = what you follow
email-subject = Your question to { $library }
email-choices = You can answer with one of these:
email-attachment = [attachment: { $name }]
