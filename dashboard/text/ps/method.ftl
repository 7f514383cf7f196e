# Sections of the view Method that the atlas's own description does not have.

method-cite = د حوالې طریقه
method-cite-note = نسخه یاده کړئ: د ادعاوو په زیاتېدو حکمونه بدلېږي. هره ادعا په خپله سرچینه، چې ورسره راغلې، حواله کېږي.
method-licences = جوازونه
method-licence-code = MIT (پروګرام)
method-changes = د نسخو تر منځ بدلونونه
method-english = د تګلارې بیان، ادعاوې او حوالې یې په انګلیسي دي.
method-translation = د دې مخ دري او پښتو متنونه د اطلس جوړوونکو لیکلي او لا د دې ژبې ویونکي مؤرخ نه دي کتلي. د ځایونو او ګوندونو نومونه هغه دي چې په جدولونو کې راغلي؛ چېرته چې جدول نوم نه لري، انګلیسي نوم راځي.
