# Texts of the dashboard in Pashto.

## The page
app-name = د کنټرول اطلس
app-tagline = چا څه په لاس کې لرل، کله، او موږ له کومه پوهېږو
not-own-reading = دا د اطلس خپله لوستنه نه ده: { $rule }
control-heading = دلته د «کنټرول» معنا
slider-label = کال
province-label = ولایت
province-placeholder = له نقشې یا له دې لېست څخه یې غوره کړئ
frame-title = د ولایتونو نقشه
map-label = { $title }: ولایتونه په { $period } کې. د لوري کیلي له یوه ولایته بل ته ځي، Enter شواهد پرانيزي.
map-attribution = پولې د Natural Earth پر بنسټ (عامه ملکیت)، د هماغې دورې مطابق؛ د ادعاوو لپاره چوکاټ، نه سروې
summary = { $period }، { $provinces } ولایتونه: { $resistance } په { $resistanceCount } کې مخکښ دي، { $government } په { $governmentCount } کې؛ تر شخړې لاندې { $contested }؛ بې شواهدو { $unknown }.
opening-picture = { $title }: په { $period } کې د ولایتونو نقشه
opening-loading = نقشه په لاره ده …
opening-no-script = پرته له JavaScript یوازې دا انځور شته.
view-label = لید
view-map = نقشه
view-method = تګلاره
language-label = Language · زبان · ژبه
method-heading = دا اطلس څنګه جوړ شوی
method-missing = دې اطلس خپله تګلاره نه ده بیان کړې (په پوښۍ کې یې README.md نشته).
problem-heading = دا اطلس لا نه شي ښودل کېدای
problem-lead = { $count ->
    [1] لومړی باید یو شی سم شي:
   *[other] لومړی باید { $count } شیان سم شي:
}
script-error = د دې مخ د جوړولو پر مهال تېروتنه وشوه. تېروتنه د سرور په یادښتونو کې ده؛ د دوام لپاره مخ بیا پرانیزئ.
page-footer = د اطلس نسخه { $version }، قاعده { $rule }. جدولونه CC BY 4.0، پولې عامه ملکیت، کوډ MIT.
cite = داسې حواله ورکړئ: { $title }، نسخه { $version }، { $year }.

## A call in words
call-label = { $province }، { $period }: { $what }
call-held = { $factions }، په لاس کې، { $grade }
call-shared = { $factions }، ګډ، { $grade }
call-contested = تر شخړې لاندې: { $factions }، { $grade }
call-unclear = ناڅرګند: { $factions }، { $grade }
call-partly = یوازې په ځینو برخو کې معلوم
call-no-evidence = شواهد نشته
comma = {"، "}
and-list = { $first } او { $last }
status-held = د یوې ډلې په لاس کې
status-shared = ګډ
status-contested = تر شخړې لاندې
status-unclear = ناڅرګند
status-partly = یوازې په ځینو برخو کې معلوم
status-no-evidence = شواهد نشته
status-held-long = د یوې مخکښې ډلې په لاس کې
status-shared-long = د برابرو شواهدو لرونکو ډلو تر منځ ګډ
status-contested-long = تر شخړې لاندې: په یقین د هیچا نه دی
status-unclear-long = ناڅرګند: شواهد دواړو لورو ته اشاره کوي او هېڅوک نه وايي چې پرې جګړه وه
status-partly-long = یوازې په ځینو برخو کې معلوم
status-no-evidence-long = هېڅ موندل شوې سرچینه نه وايي چې دلته څوک مخکښ و
grade-direct = مستقیم شواهد
grade-regional = سیمه‌ییز شواهد
grade-adjacent = دورې ته نږدې شواهد
grade-regional-adjacent = سیمه‌ییز او دورې ته نږدې شواهد
grade-inferred = استنباطي شواهد
grade-direct-long = د همدې ولایت په اړه ویل شوي او نېټه یې په دې دوره کې ده
grade-regional-long = د څو ولایتونو په اړه یو ځای ویل شوي
grade-adjacent-long = نېټه یې دورې ته نږدې ده، یا یوازې لسیزه یې معلومه ده
grade-regional-adjacent-long = د څو ولایتونو په اړه یو ځای ویل شوي او نېټه یې یوازې دورې ته نږدې ده: کمزوري
grade-inferred-long = زموږ خپل استنباط، له لیکل شوي استدلال سره: کمزوری
role-dominant = مخکښ
role-strong = پیاوړی
role-present = حاضر
role-contested = تر شخړې لاندې
extent-part = د ولایت یوه برخه
basis-stated = د سرچینې وینا
basis-inferred = زموږ استنباط

## Capitals
capital-line = د ولایت مرکز { $capital }: { $state }
capital-held = د { $holder } په لاس کې
capital-contested = تر شخړې لاندې
capital-unknown = راپور ونه موندل شو
capital-changed = { $state }، په دې دوره کې لاس په لاس شو

pocket = { $place }: { $factions } ({ $grade })

## Hover card and province panel
card-no-evidence = شواهد ونه موندل شول
card-partly = یوازې په ځینو برخو کې معلوم
panel-empty-heading = هر رنګ پرانیستل کېدای شي
panel-empty = یو ولایت غوره کړئ چې حکم، حکم ته د رسېدو لار، او هره ادعا له خپلې سرچینې سره ووینئ.
panel-side = لوری
panel-evidence = شواهد
panel-status = حالت
panel-capital = مرکز
panel-also = همداراز راپور شوي
panel-area = مساحت
panel-area-value = { NUMBER($km2, maximumFractionDigits: 0) } کیلومتر مربع
panel-years = د کلونو په اوږدو کې
panel-to-evidence = شواهد ووینئ
evidence-heading = شواهد: { $province }، { $period }
evidence-reached = دا حکم څنګه ترلاسه شو
evidence-decided = هغه ادعاوې چې پرېکړه یې وکړه
evidence-dissent = هغه ادعاوې چې بل څه وايي
evidence-other = د دې ولایت په اړه نورې ادعاوې
evidence-capital = د ولایت د مرکز او نورو ښارونو په اړه ادعاوې
evidence-events = په دې دوره کې نېټه لرونکې پېښې
evidence-none = هېڅ.
evidence-agreeing = { $sentences ->
    [1] د سرچینې یوې جملې پرېکړه وکړه.
   *[other] د سرچینو { $sentences } جملو پرېکړه وکړه.
} { $independent ->
    [0] هېڅ یوه سرچینه له هغو دانشنامه‌یي مقالو خپلواکه نه ده چې دلته یاد شوې دي.
    [1] یوه سرچینه خپلواکه ده.
   *[other] { $independent } سرچینې خپلواکې دي.
}
reached-held = د غوره رتبې ادعاوې چې د چا مخکښي بیانوي { $grade } دي؛ د { $side } لپاره خبرې کوي.
reached-named = د هغه لوري د مخکښۍ په ادعاوو کې غوره یې چې د ګوند نوم اخلي { $factions } نوموي ({ $grade }).
reached-unnamed = د هغه لوري د مخکښۍ هېڅ ادعا د کوم ګوند نوم نه اخلي، نو نقشه یې هم نه اخلي.
reached-shared = د برابرې رتبې ادعاوې بېلابېلې ډلې نوموي، نو ولایت ګډ دی.
reached-contested = د غوره رتبې ادعاوې ({ $grade }) د بېلابېلو لوریو لپاره خبرې کوي، یا څرګند وايي چې پر ولایت جګړه وه.
reached-unclear = غوره ادعاوې ({ $grade }) د بېلابېلو لورو خبره کوي، یا د یوې برخې ادعا د یوې کمزورې ادعا پر وړاندې ده؛ هېڅوک نه وايي چې پر ولایت جګړه وه.
reached-partly = هېڅ موندل شوې سرچینه نه وايي چې په ټول ولایت کې څوک مخکښ و؛ ځینې د برخو خبر ورکوي.
reached-nobody = هېڅ موندل شوې سرچینه نه وايي چې په دې دوره کې دلته څوک مخکښ و. راپور شوي شیان لاندې دي؛ له ګاونډیو یا نورو کلونو څخه هېڅ نه دي ډک شوي.
claim-by = { $faction }: { $role }
claim-source-link = سرچینه پرانیزئ
claim-weak-source = کمزورې سرچینه
claim-mirrored = د دانشنامې متن، خپلواک نه شمېرل کېږي
province-note = د دې پولې په اړه
announced-note = { $names } { $count ->
    [1] په دې دوره کې اعلان شو خو لا ولایت نه و:
   *[other] په دې دوره کې اعلان شول خو لا ولایتونه نه وو:
} په دننه کې په ټکي‌داره کرښه ښودل کېږي او هېڅکله نه رنګېږي.

## Legend
legend-faction = ډلې
legend-alliance = ائتلافونه
legend-capital = د ولایت مرکز د چا په لاس کې دی
legend-capital-note = رنګ یوازې د ښار په اړه دی: د شاوخوا کلیو د مخکښۍ په اړه هېڅ نه وايي.
legend-evidence = د شواهدو قوت
legend-present = حاضر، خو هېڅ ځای مخکښ نه: { $count }
legend-more = { $names } او { $count } نور ولایتونه
colour-label = رنګ د دې له مخې
colour-faction = ډله
colour-alliance = ائتلاف
colour-capital = د ولایت مرکز
colour-evidence = شواهد
legend-count = { $count ->
    [1] 1 ولایت
   *[other] { $count } ولایتونه
}
legend-shared = { $count } ګډ
legend-key = نقشه څنګه ولولو
legend-looks = رنګونه څنګه ولولو
legend-signs = د ولایتونو مرکزونه
legend-lines = ځایونه او کرښې
pocket-sign = جېب: د یوه ځای یا درې په اړه ادعا، د ډلې په رنګ
event-sign = نېټه لرونکې پېښه؛ شمېره د څو سره نږدې پېښو نښه ده
line-approximate = اټکلي کرښه: زموږ پر سنجونې ولاړه ده
line-announced = اعلان شوی ولایت
legend-independent = بې ائتلافه
legend-contested = تر شخړې لاندې
legend-unclear = ناڅرګند
legend-partly = یوازې په ځینو برخو کې معلوم
legend-no-evidence = شواهد نشته
look-held = د یوې ډلې په لاس کې
look-shared = ګډ: د دواړو پټې
look-contested = تر شخړې لاندې: څلورخانه‌ییز
look-weak = کمزوري شواهد: پیکه، ټکي‌دار
look-no-evidence = شواهد نشته: واړه صلیبونه

find-label = ځای یا ډله ومومئ
find-own-name = { $name } ({ $kind })
find-other-spelling = { $spelling } ← { $name } ({ $kind })
find-kind-province = ولایت
find-kind-town = په { $province } کې
find-kind-faction = ډله

layers-label = دا هم وښایئ
layer-towns = ښارونه
layer-events = نېټه لرونکې پېښې
layer-neighbours = ګاونډیان
layer-basemap = آنلاین شالید نقشه (له openstreetmap.org یې غواړي)
basemap-credit = © د OpenStreetMap ونډه وال
