# Texts of the views Evidence and Factions.

view-evidence = شواهد
view-factions = ډلې
filter-text = لټون
filter-text-hint = د ادعا ټکي، په هره املا نوم، یوه سرچینه
filter-province = ولایت
filter-within = کال
filter-faction = ډله
filter-grade = درجه
filter-basis = بنسټ
filter-source = سرچینه
filter-any = ټول
evidence-part = د شواهدو برخه
evidence-part-claims = ادعاوې
evidence-part-coverage = څومره پوهېږو
evidence-part-agreement = همغږي
evidence-part-sources = سرچینې
evidence-grade-note = درجه وايي چې یوه ادعا له یوه ولایت او یوه کال سره څومره سمون لري: یوه ادعا څو درجې لرلای شي.
claims-count = له { NUMBER($all) } ادعاوو څخه { NUMBER($found) }
claims-none = هېڅ ادعا له دې ټولو سره سمون نه لري.
claims-clear = فلټرونه پاک کړئ
claims-caption = ادعاوې له نېټې، ډلې، ځای او سرچینې سره؛ هره یوه خپل یادښت، حواله او هغه حکمونه پرانيزي چې پرې یې پرېکړه کړې
claims-column-claim = ادعا
claims-column-date = نېټه
claims-column-faction = ډله او رول
claims-column-where = چېرته
claims-column-source = سرچینه
claims-national = ټول هېواد (هېڅ ولایت نه رنګوي)
claims-best = په ښه حالت کې { $grade }
claims-outside = د نقشې د هېڅ کال په اړه نه ده
claims-decides = د دوی حکم ټاکي: { $calls }
claims-dissents = د دوی له حکم سره اړخ نه لګوي: { $calls }
claims-more = نورې { NUMBER($count) } وښایئ
coverage-note = هر ولایت څومره معلوم دی. صلیبونه: هېڅ سرچینه نه وايي چې څوک مخکښ و. پیکه: کمزوري شواهد. یوه خونه غوره کړئ چې ولایت پر نقشه پرانیستل شي.
coverage-caption = په هر کال کې د هر ولایت د حکم درجه
coverage-claims = { $count ->
    [1] ۱ ادعا
   *[other] { NUMBER($count) } ادعاوې
}
agreement-note = د هر ولایت په اړه: حکم پر څو جملو ولاړ دی، څو خپلواکې سرچینې یې ملاتړ کوي، څو ادعاوې بل څه وايي، او د کومې یوې سرچینې نشتوالی به پایله بدله کړي.
agreement-caption = په { $period } کې د ادعاوو همغږي
agreement-status = حکم
agreement-sentences = هغه جملې چې حکم پرې ولاړ دی
agreement-independent = خپلواکې سرچینې
agreement-dissenting = هغه ادعاوې چې بل څه وايي
agreement-changed = هغه یوازینۍ سرچینې چې نشتوالی یې بدلوي
sources-note = { NUMBER($count) } سرچینې. «پرېکړه شوي حکمونه» هغه ولایتونه او کلونه شمېري چې د سرچینې یوه ادعا پکې د پرېکړه کوونکو له ډلې ده.
sources-caption = سرچینې او پر هرې یوې څومره ولاړ دي
sources-claims = ادعاوې
sources-decided = پرېکړه شوي حکمونه
sources-changing = هغه حکمونه چې پرته یې بدلېدل
sources-carried = { $province }، { $period }: بیا { $what }
sources-leave-out = پر نقشه یې پرېږدئ
factions-search = ډلې ولټوئ
factions-search-hint = په هره املا نوم، یو مشر، یو ائتلاف
factions-search-names = په هره املا نوم
factions-count = له { NUMBER($all) } ډلو څخه { NUMBER($found) }
factions-none = هېڅ ډله سمون نه لري.
factions-leads = مخکښ
factions-present = همدارنګه هلته
factions-short = { $leads ->
    [0] هېڅ ځای مخکښ نه و
   *[other] په { NUMBER($leads) } کې مخکښ
}{ $contests ->
    [0] {""}
   *[other] ، { NUMBER($contests) } تر شخړې لاندې
}{ $present ->
    [0] {""}
   *[other] ، همداراز په { NUMBER($present) } کې
}
factions-led-nowhere = هېڅ ځای مخکښ نه و؛ { $present ->
    [0] هېڅ ځای نه دی راپور شوی
   *[other] په { NUMBER($present) } ولایتونو کې راپور شوی
}
factions-more = نور
factions-contests = تر شخړې لاندې: { $names }
factions-years = { $name }: چېرته چې مخکښ و او راپور شوی
factions-sources = سرچینې
factions-claims = { $count ->
    [0] ادعا نشته
    [1] ادعا یې ووینئ
   *[other] { NUMBER($count) } ادعاوې یې ووینئ
}
fact-leader = مشر
fact-ideology = ایډیالوژي
fact-founded = بنسټ اېښودل
fact-ended = پای
fact-wing = وزر
fact-lineage = نسب
fact-note = یادښت
fact-other-names = نورې املاوې
fact-unknown = زموږ په سرچینو کې ونه موندل شو
lineage-from = له { $name } څخه جلا شو
lineage-part = { $name } پکې مدغم شو
lineage-branch = { $name } ترې جلا شو
lineage-to = په { $name } کې مدغم شو
