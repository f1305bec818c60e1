# Small talk.
greet = Hello! What can I find for you?
thanks = You're welcome. Is there anything else?
goodbye = Goodbye, and happy reading!
praise = Thank you, that's good to hear. I'll let the librarians know they are appreciated.
identity = I'm the assistant of { $library }: a program, not a person. I search the catalogue, know the hours and the rules, and can bring in a librarian at any time.
help = You can ask me for books in your own words, narrow the list (“only in Chinese”, “what can I take home today”), find where a title is, get a citation, check opening hours, or ask how things work here: cards, printing, rooms and more.
nonsense = I couldn't make sense of that. Could you put it in other words?
emoji = I can't quite read that one, but I like it. What can I find for you?
link = I can't open links. Tell me what it is about, or its title, and I'll look whether we have it; a librarian can open it for you.
complaint = Thank you for telling us; that shouldn't have been a bother to you.
deny = All right. Tell me what you'd rather have.
affirm = Good. What would you like to do next?
cancelled = Fine, we'll leave that.
forget-sure = Shall I erase this whole conversation? It can't be brought back.
forget-kept = Then I'll keep it. What can I find for you?
privacy-forget = You can have this conversation erased at any moment.
language-which = I speak English and Chinese. Which would you like? For another language I can ask a librarian.
