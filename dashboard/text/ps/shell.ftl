# Texts of the head of the page in Pashto. Not yet checked by a native reader.

scheme-system = روښانه یا تیاره لکه ستاسو سیستم
scheme-light = روښانه
scheme-dark = تیاره
server-away = د اطلس سرور ځواب نه ورکوي. نقشه کار کوي؛ شواهد هغه وخت راځي چې سرور بېرته راشي.
