# What the Telegram channel says by itself.
telegram-kept = What you write here stays with the library for follow-up, and { $days ->
    [0] is kept until you erase it
    [one] is erased after a day without a word
   *[other] is erased after { $days } days without a word
}. /mydata shows it, /forget erases it with us; Telegram keeps its own copy of this chat.
telegram-choose = Pick one:
telegram-shown = { $first }–{ $last } of { $total }
telegram-copies-more = and { $count } more: press the number, then "Where is it?"
telegram-too-old = That button is from a while ago and I no longer have its list. Ask me again and I'll look it up afresh.
telegram-other-version = That button was made by another version of me. Send me your question again and I'll make new ones.
telegram-search-what = What shall I look for? A topic, a title or an author, in your own words.
telegram-language-which = Which language would you like?
telegram-unknown-command = I don't know that command. /help shows what I can do, or just ask in your own words.
telegram-private-only = That is between the two of us. Send it to me in our own chat, not in a group.
telegram-photo = [photo]
telegram-photo-none = I couldn't find a barcode in that photo. Hold the phone straight above the barcode on the back of the book, close and in good light, or type the title.
telegram-photo-not-book = That barcode isn't a book's ISBN, which begins with 978 or 979. It's usually on the back cover. You can also type the title.
telegram-photo-large = That picture is larger than I can open. Send it as a photo rather than as a file, or type the numbers under the barcode.
telegram-photo-gone = I couldn't fetch that photo from Telegram. Could you send it once more?
telegram-sent-voice = [voice message]
telegram-sent-video = [video]
telegram-sent-audio = [sound file]
telegram-sent-document = [file: { $name }]
telegram-sent-sticker = [sticker { $emoji }]
telegram-sent-contact = [a contact]
telegram-sent-location = [location]
telegram-sent-other = [something that only Telegram can show]
telegram-edited = [changed an earlier message]
telegram-answer-voice = I can't listen to voice messages yet. Type it in a few words and I'll look, or ask for a librarian: they can see that you sent one.
telegram-answer-document = Thank you. I can't open files, but a librarian can see that you sent one. Tell me in a few words what you need.
telegram-answer-sticker = I like that one! What can I find for you?
telegram-answer-other = I can't read that kind of message, but a librarian can see that you sent one. Tell me in a few words what you need.
telegram-nearest = { $branch } is nearest to you: about { $distance ->
    [0] under 1
   *[other] { $distance }
} km, { $address }.
telegram-link-sure = Shall we go on here with the conversation you began on the website? Whoever has it open there reads along. If it was not you who began it, choose No.
telegram-link-yes = Yes, go on here
telegram-link-no = No
telegram-link-left = All right, it stays on the website. What can I find for you here?
telegram-linked = Here we are: our conversation has moved here, and I still know what we talked about.
telegram-link-over = That link has been used or is too old. On the website, choose "Continue in Telegram" again. You can also just ask me here.
telegram-website = Continue on the website (the link works once, within 15 minutes):
telegram-website-none = The library has not opened its website chat to me yet. We can go on here.
telegram-data-sent = Here is everything I have about this chat, as a file.
telegram-action-details = Details
telegram-action-where = Where is it?
telegram-action-like = More like this
telegram-action-cite = Cite
telegram-action-save = Save
telegram-action-numbers = ‹ Back to the list
telegram-previous = ‹ Previous
telegram-list-old = That list is from earlier, so I'm searching for it again.
telegram-menu-help = What I can do
telegram-menu-search = Find books and more
telegram-menu-hours = Opening hours
telegram-menu-librarian = Talk to a librarian
telegram-menu-language = English or 中文
telegram-menu-mydata = What is kept about this chat
telegram-menu-website = Continue on the website
telegram-menu-forget = Erase this conversation
telegram-about = I find books and answer questions about the library, in English and Chinese. A librarian can join us any time.
