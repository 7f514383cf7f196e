# Texts of the head of the page in Pashto. Not yet checked by a native reader.

scheme-system = روښانه یا تیاره لکه ستاسو سیستم
scheme-light = روښانه
scheme-dark = تیاره
server-away = د اطلس سرور ځواب نه ورکوي. نقشه کار کوي؛ شواهد هغه وخت راځي چې سرور بېرته راشي.
watch-problems = { $count ->
    [one] د اطلس فایلونه یوه ستونزه لري. هغه څه چې ښکاري وروستی بې‌ستونزې حالت دی.
   *[other] د اطلس فایلونه { NUMBER($count) } ستونزې لري. هغه څه چې ښکاري وروستی بې‌ستونزې حالت دی.
}
