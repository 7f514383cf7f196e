# Texts of the dashboard in Pashto.

## The page
app-name = د کنټرول اطلس
app-tagline = چا څه په لاس کې لرل، کله، او موږ له کومه پوهېږو
not-own-reading = دا د اطلس خپله لوستنه نه ده: { $reading }
control-heading = دلته د «کنټرول» معنا
slider-label = کال
province-label = ولایت
province-placeholder = له نقشې یا له دې لېست څخه یې غوره کړئ
frame-title = د ولایتونو نقشه
map-label = { $title }: ولایتونه په { $period } کې. د لوري کیلي له یوه ولایته بل ته ځي، Tab د هغه رسم شوو برخو ته ځي، Enter شواهد پرانيزي.
map-attribution = پولې: { $sources }
summary = { $period }، { NUMBER($provinces) } ولایتونه: { $parts }.
summary-side = { $side } په { NUMBER($count) } کې مخکښ دي ({ NUMBER($firm) } پر ټینګو شواهدو)
summary-contested = تر شخړې لاندې { NUMBER($count) }
summary-unclear = په { NUMBER($count) } کې شواهد دواړو لورو ته اشاره کوي
summary-partly = { NUMBER($count) } یوازې په برخو کې معلوم دي
summary-no-evidence = هېڅ سرچینه نه وايي چې په { NUMBER($count) } کې څوک مخکښ و
opening-picture = { $title }: په { $period } کې د ولایتونو نقشه
opening-loading = نقشه بارېږي …
opening-no-script = پرته له JavaScript یوازې همدا انځور ښکاري.
view-label = لید
view-map = نقشه
view-method = تګلاره
language-label = Language · زبان · ژبه
method-heading = دا اطلس څنګه جوړ شوی
method-missing = دې اطلس خپله تګلاره نه ده بیان کړې (په پوښۍ کې یې README.md نشته).
script-error = د دې مخ د جوړولو پر مهال تېروتنه وشوه. تېروتنه د سرور په یادښتونو کې ده؛ د دوام لپاره مخ بیا پرانیزئ.
page-footer = د اطلس نسخه { $version }، قاعده { $rule }.
page-rule = قاعده { $rule }.
page-licences = جوازونه: { $licences }؛ پروګرام: MIT.
cite = داسې حواله ورکړئ: { $citation }

## A call in words
call-label = { $province }، { $period }: { $what }
call-held = { $factions }، په لاس کې، { $grade }
call-shared = { $factions }، ګډ، { $grade }
call-contested = تر شخړې لاندې: { $factions }، { $grade }
call-unclear = شواهد دواړو لورو ته اشاره کوي: { $factions }، { $grade }
with-part = { $factions } او، په یوه برخه کې، { $part }
call-partly = یوازې په برخو کې معلوم دی
call-no-evidence = هېڅ سرچینه نه وايي چې دلته څوک مخکښ و
call-weak = { $what }، کمزوری
call-counts = { NUMBER($claimsFor) } ادعا په ګټه، { NUMBER($claimsAgainst) } په زیان؛ { $independent ->
    [0] خپلواکه سرچینه نشته
    [1] ۱ خپلواکه سرچینه
   *[other] { NUMBER($independent) } خپلواکې سرچینې
}
call-reports-no-evidence = هېڅ سرچینه نه وايي چې څوک مخکښ و. { $count ->
    [0] بل راپور هم نشته
    [1] ۱ بل راپور
   *[other] { NUMBER($count) } نور راپورونه
}
call-reports-partly = یوازې په برخو کې معلوم دی: { NUMBER($claims) } ادعاوې؛ { $count ->
    [0] بل راپور نشته
    [1] ۱ بل راپور
   *[other] { NUMBER($count) } نور راپورونه
}
comma = {"، "}
semicolon = {"؛ "}
number = { NUMBER($count) }
# A dot in the middle of a line would be read as a zero here.
dot = {" – "}
arrow = ←
and-list = { $first } او { $last }
status-held = د یوې ډلې په لاس کې
status-shared = ګډ
status-contested = تر شخړې لاندې
status-unclear = ناڅرګند
status-partly = په برخو کې معلوم
status-no-evidence = هېڅ سرچینه نه وايي
status-held-long = یوه ډله مخکښه وه
status-unnamed-long = یو لوری مخکښ و؛ سرچینې ډله نه نوموي
status-shared-long = څو ډلې مخکښې وې، پر برابرو شواهدو
status-contested-long = جګړه پرې وه: په یقین د هیچا په لاس کې نه و
status-unclear-long = شواهد دواړو لورو ته اشاره کوي، او هېڅ سرچینه نه وايي چې جګړه پرې وه
status-partly-long = یوازې په برخو کې معلوم دی: سرچینې د یوې درې، ولسوالۍ یا د ښار د شاوخوا په اړه دي، نه د ټول ولایت
status-no-evidence-long = هېڅ سرچینه چې موږ لوستې نه وايي چې دلته څوک مخکښ و
grade-direct = مستقیم شواهد
grade-regional = سیمه‌ییز شواهد
grade-adjacent = دورې ته نږدې شواهد
grade-regional-adjacent = سیمه‌ییز او دورې ته نږدې شواهد
grade-inferred = استنباطي شواهد
grade-direct-long = د همدې ولایت په اړه ویل شوي او نېټه یې په همدې کال کې ده
grade-regional-long = د څو ولایتونو په اړه یو ځای ویل شوي
grade-adjacent-long = نېټه یې کال ته نږدې ده، یا یوازې په ناڅرګند ډول معلومه ده
grade-regional-adjacent-long = د څو ولایتونو په اړه یو ځای ویل شوي او نېټه یې یوازې کال ته نږدې ده
grade-inferred-long = زموږ خپل استنباط؛ استدلال یې له ادعا سره راغلی
strength-firm = ټینګ
strength-weak = کمزوری
strength-because = { $strength }: { $reasons }
strength-party-only = د ډلې لپاره کمزوری، د لوري لپاره ټینګ: { $reasons }
strength-corroborated = { $strength }، او دوه یا ډېرې خپلواکې سرچینې یې وايي
weak-not-independent = سرچینه خپلواکه نه ده
weak-thin = کمزورې سرچینه
weak-vague = نېټه یې ناڅرګنده ده
weak-regional-adjacent = د څو ولایتونو په اړه ویل شوي او نېټه یې یوازې کال ته نږدې ده
weak-inferred = زموږ خپل استنباط
weak-not-named = سرچینه د ولایت نوم نه اخلي
role-dominant = مخکښ
role-strong = پیاوړی
role-present = حاضر
role-contested = تر شخړې لاندې
extent-part = د ولایت یوه برخه
basis-stated = د سرچینې وینا
basis-inferred = زموږ استنباط
basis-data-set = د ډېټا ټولګه

## Capitals
capital-line = د ولایت مرکز { $capital }: { $state }
capital-held = { $holder }، په لاس کې
capital-contested = تر شخړې لاندې
capital-unknown = راپور ونه موندل شو
capital-changed = { $state }، په دې دوره کې لاس په لاس شو
capital-weak = { $state }، کمزوري شواهد: پیکه
capital-ring = کړۍ: په دې دوره کې لاس په لاس شو

areas-label = د ولایتونو برخې
scale-kilometres = { $length } کیلومتره
scale-metres = { $length } متره
area = { $place }: { $what }، { $strength ->
    [firm] ټینګ شواهد
   *[weak] کمزوري شواهد
}

## Hover card and province panel
panel-empty-heading = هر رنګ پرانیستل کېدای شي
panel-empty = یو ولایت غوره کړئ: وینئ چې څوک مخکښ و، له کومه پوهېږو، او هره ادعا له خپلې سرچینې سره.
panel-side = لوری
panel-evidence = شواهد
panel-strength = څومره ډاډ
panel-status = حالت
panel-capital = مرکز
panel-also = همدارنګه هلته
claimed-twice = { $one } او { $other } دواړه دا ځمکه خپله بولي، { NUMBER($km2, maximumSignificantDigits: 3) } کیلومتره مربع: نیمه یې د هر یوه لپاره شمېرل شوې ده
panel-area = مساحت
panel-area-value = { NUMBER($km2, maximumSignificantDigits: 3) } کیلومتر مربع
panel-years = د کلونو په اوږدو کې
years-span = { $first } – { $last }
panel-years-all = له لومړي کال تر وروستي: { NUMBER($count) } موارد
panel-to-evidence = شواهد ووینئ
evidence-heading = شواهد: { $province }، { $period }
evidence-reached = دا حکم څنګه ترلاسه شو
evidence-decided = هغه ادعاوې چې پرېکړه یې وکړه
evidence-dissent = هغه ادعاوې چې بل څه وايي
evidence-parts = د ولایت د برخو په اړه ادعاوې
evidence-other = د دې ولایت په اړه نورې ادعاوې
evidence-capital = د ولایت د مرکز او نورو ښارونو په اړه ادعاوې
evidence-events = په دې دوره کې نېټه لرونکې پېښې
evidence-none = هېڅ.
evidence-agreeing = { $sentences ->
    [1] حکم پر یوې جملې ولاړ دی.
   *[other] حکم پر { NUMBER($sentences) } جملو ولاړ دی.
} { $independent ->
    [0] هېڅ خپلواکه سرچینه یې ملاتړ نه کوي.
    [1] یوه خپلواکه سرچینه یې ملاتړ کوي.
   *[other] { NUMBER($independent) } خپلواکې سرچینې یې ملاتړ کوي.
}
reached-held = د ټول ولایت په اړه غوره ادعاوې ({ $grade }، { $strength }) د { $side } په ګټه خبرې کوي.
reached-named = د هغه لوري له ادعاوو څخه غوره یې چې ډله نوموي { $factions } نوموي ({ $grade }، { $strength }).
reached-unnamed = هېڅ یوه یې ډله نه نوموي، نو نقشه یې هم نه نوموي.
reached-shared = برابرې ادعاوې بېلابېلې ډلې نوموي، نو ولایت ګډ دی.
reached-contested = د غوره ادعاوو ({ $grade }، { $strength }) له ډلې یوه وايي چې پر ولایت جګړه وه.
reached-unclear-both = برابرې ادعاوې ({ $grade }، { $strength }) د بېلابېلو لورو په ګټه خبرې کوي، او هېڅ سرچینه نه وايي چې پر ولایت جګړه وه.
reached-unclear-part = یوازې کمزورې ادعاوې د ټول ولایت په اړه دي، او ویل شوي چې بل لوری یې په یوه برخه کې مخکښ و.
reached-partly = هېڅ ادعا نه وايي چې په ټول ولایت کې څوک مخکښ و. څه چې د برخو په اړه ویل شوي لاندې دي؛ برخې پر نقشه ښودل شوې دي.
reached-nobody = هېڅ سرچینه چې موږ لوستې نه وايي چې په دې کال کې دلته څوک مخکښ و. نور راپورونه لاندې دي. له ګاونډیو یا نورو کلونو څخه هېڅ نه دي ډک شوي.
claim-by = { $faction }: { $role }
claim-source-link = سرچینه پرانیزئ
claim-our-words = زموږ په ټکو
province-note = د دې پولې په اړه
announced-note = { $names } { $count ->
    [1] په دې دوره کې اعلان شو خو لا ولایت نه و:
   *[other] په دې دوره کې اعلان شول خو لا ولایتونه نه وو:
} په دننه کې په نرۍ کرښه ښودل کېږي او هېڅکله نه رنګېږي.

## Legend
legend-faction = ډلې
legend-alliance = ائتلافونه
legend-side = خواوې
legend-capital = د ولایت مرکز د چا په لاس کې دی
legend-capital-note = نښې یوازې د ښارونو په اړه دي: د شاوخوا کلیو د مخکښۍ په اړه هېڅ نه وايي.
legend-evidence = د شواهدو قوت
legend-present = راپور شوي، خو هېڅ ځای مخکښ نه: { NUMBER($count) }
legend-more = { $names } او { NUMBER($count) } نور ولایتونه
colour-faction = ډله
colour-alliance = ائتلاف
colour-side = خوا
colour-capital = د ولایت مرکز
colour-evidence = شواهد
legend-count = { $count ->
    [1] ۱ ولایت
   *[other] { NUMBER($count) } ولایتونه
}
legend-and-parts = { $whole } + { $parts }
legend-shared = { NUMBER($count) } ګډ
legend-firm = { NUMBER($firm) } ټینګ
legend-parts = { NUMBER($count) } برخه
legend-key = نقشه څنګه ولولو
legend-looks = رنګونه څنګه ولولو
legend-signs = د ولایتونو مرکزونه
legend-lines = ځایونه او کرښې
event-sign = نېټه لرونکې پېښه؛ شمېره د څو سره نږدې پېښو نښه ده
area-sign = د ولایت یوه برخه د هغه څه په رنګ چې پرې ویل شوي: د رسم مرسته، نه پوله
line-approximate = اټکلي پوله: زموږ د قضاوت له مخې
line-announced = اعلان شوی ولایت
legend-independent = بې ائتلافه
legend-contested = تر شخړې لاندې
legend-unclear = شواهد دواړو لورو ته اشاره کوي
legend-partly = یوازې په برخو کې معلوم
legend-no-evidence = هېڅ سرچینه نه وايي چې څوک مخکښ و
look-held = د یوې ډلې په لاس کې
look-shared = ګډ: د دواړو پټې
look-contested = تر شخړې لاندې: څلورخانه‌ییز
look-unclear = ناڅرګند، شواهد دوو خواوو ته اشاره کوي: پوښتنښې
look-partly = یوازې برخې یې معلومې: روښانه، له خپلو برخو سره
look-weak = کمزوري شواهد: پیکه، ټکي‌دار
look-no-evidence = هېڅ سرچینه نه وايي چې څوک مخکښ و: صلیبونه
dissent-sign = نورې ادعاوې چې حسابېږي بل څه وايي

find-label = ځای، ډله، مشر ومومئ
find-label-names = ځای، ډله ومومئ
find-nothing = په دې نوم څه نشته
find-kind-province = ولایت
find-kind-town = په { $province } کې
find-kind-faction = ډله

layer-towns = ښارونه
layer-events = نېټه لرونکې پېښې
layer-neighbours = ګاونډیان
layer-basemap = آنلاین شالید نقشه (له openstreetmap.org یې غواړي)
basemap-credit = © د OpenStreetMap ونډه وال
provinces-count = په { $period } کې له { NUMBER($all) } ولایتونو څخه { NUMBER($found) }
provinces-first = دلته یوازې لومړي { NUMBER($count) } د نوم په ترتیب لیکل شوي او په خپل منځ کې ترتیبېږي. د کمولو لپاره د لارښود موارد وټاکئ؛ د پایلو دوتنه ټول لري.
provinces-caption = په { $period } کې ولایتونه: څوک مخکښ و، څومره ډاډ دی، او څه یې په ګټه او زیان دي
provinces-name = ولایت
provinces-leads = څوک مخکښ و
provinces-sure = څومره ډاډ
provinces-side = لوری
provinces-for = ادعاوې په ګټه
provinces-against = ادعاوې په زیان
provinces-independent = خپلواکې سرچینې
provinces-capital = مرکز
provinces-area = مساحت
