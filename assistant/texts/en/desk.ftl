# What readers hear when a librarian closes a conversation.
report-title = What we found together, to keep:
report-records = { $count ->
    [one] One title from our shelves
   *[other] { $count } titles from our shelves
}, with where they stand.
report-follow-up = I'll look into the rest and write here by { $date }.
report-code = To read this later on another device, use the code { $code }.
report-thanks = Good luck with it, and write again whenever you like.
follow-up-kept = I'll keep looking and write here by { $date }.
