# Texts of the dashboard in Dari.

## The page
app-name = اطلس کنترول
app-tagline = چه کسی چه را در دست داشت، چه وقت، و از کجا می‌دانیم
not-own-reading = این خوانشِ خودِ اطلس نیست: { $rule }
control-heading = معنای «کنترول» در اینجا
slider-label = سال
province-label = ولایت
province-placeholder = از روی نقشه یا از این فهرست انتخاب کنید
frame-title = نقشهٔ ولایت‌ها
map-label = { $title }: ولایت‌ها در { $period }. کلیدهای جهت‌نما از یک ولایت به ولایت دیگر می‌برند، Enter شواهد را باز می‌کند.
map-attribution = مرزها بر پایهٔ Natural Earth (ملکیت عامه)، مطابق همان دوره؛ چارچوبی برای ادعاها، نه نقشه‌برداری
summary = { $period }، { $provinces } ولایت: { $resistance } در { $resistanceCount } ولایت پیشتازند، { $government } در { $governmentCount }؛ مورد منازعه { $contested }؛ بی شواهد { $unknown }.
opening-picture = { $title }: نقشهٔ ولایت‌ها در { $period }
opening-loading = نقشه در راه است …
opening-no-script = بدون JavaScript جز این تصویر چیزی نیست.
view-label = نما
view-map = نقشه
view-method = روش
language-label = Language · زبان · ژبه
method-heading = این اطلس چگونه ساخته شده است
method-missing = این اطلس روش خود را شرح نداده است (در پوشهٔ آن README.md نیست).
problem-heading = این اطلس هنوز قابل نمایش نیست
problem-lead = { $count ->
    [1] نخست باید یک چیز اصلاح شود:
   *[other] نخست باید { $count } چیز اصلاح شود:
}
script-error = هنگام ساختن این صفحه خطایی رخ داد. خطا در ثبت‌های سرور نوشته شده است؛ برای ادامه صفحه را از نو بار کنید.
page-footer = نسخهٔ اطلس { $version }، قاعده { $rule }. جدول‌ها CC BY 4.0، مرزها ملکیت عامه، کد MIT.
cite = طرز ارجاع: { $title }، نسخهٔ { $version }، { $year }.

## A call in words
call-label = { $province }، { $period }: { $what }
call-held = { $factions }، در دست، { $grade }
call-shared = { $factions }، مشترک، { $grade }
call-contested = مورد منازعه: { $factions }، { $grade }
call-unclear = ناروشن: { $factions }، { $grade }
call-partly = تنها در بخش‌هایی معلوم
call-no-evidence = بدون شواهد
comma = {"، "}
and-list = { $first } و { $last }
status-held = در دست یک گروه
status-shared = مشترک
status-contested = مورد منازعه
status-unclear = ناروشن
status-partly = تنها در بخش‌هایی معلوم
status-no-evidence = بدون شواهد
status-held-long = در دست یک گروه پیشتاز
status-shared-long = مشترک میان گروه‌هایی با شواهد برابر
status-contested-long = مورد منازعه: به یقین از هیچ‌کس نیست
status-unclear-long = ناروشن: شواهد به دو سو اشاره دارند و هیچ‌کس نمی‌گوید که بر سر آن جنگ بوده است
status-partly-long = تنها در بخش‌هایی معلوم
status-no-evidence-long = هیچ منبعی که یافته‌ایم نمی‌گوید اینجا چه کسی پیشتاز بود
grade-direct = شواهد مستقیم
grade-regional = شواهد منطقه‌یی
grade-adjacent = شواهد نزدیک به دوره
grade-regional-adjacent = شواهد منطقه‌یی و نزدیک به دوره
grade-inferred = شواهد استنباطی
grade-direct-long = دربارهٔ همین ولایت گفته شده و تاریخ آن در همین دوره است
grade-regional-long = دربارهٔ چند ولایت با هم گفته شده است
grade-adjacent-long = تاریخ آن نزدیک به دوره است، یا تنها دههٔ آن معلوم است
grade-regional-adjacent-long = دربارهٔ چند ولایت با هم گفته شده و تاریخ آن تنها نزدیک به دوره است: ضعیف
grade-inferred-long = استنباط خود ما، با نوشتن استدلال آن: ضعیف
role-dominant = پیشتاز
role-strong = نیرومند
role-present = حاضر
role-contested = مورد منازعه
extent-part = بخشی از ولایت
basis-stated = گفتهٔ منبع
basis-inferred = استنباط ما

## Capitals
capital-line = مرکز ولایت { $capital }: { $state }
capital-held = در دست { $holder }
capital-contested = مورد منازعه
capital-unknown = گزارشی یافت نشد
capital-changed = { $state }، در این دوره دست به دست شد

pocket = { $place }: { $factions } ({ $grade })

## Hover card and province panel
card-no-evidence = شواهدی یافت نشد
card-partly = تنها در بخش‌هایی معلوم
panel-empty-heading = هر رنگ را می‌توان باز کرد
panel-empty = یک ولایت را انتخاب کنید تا حکم، راه رسیدن به آن و هر ادعا را با منبع آن ببینید.
panel-side = طرف
panel-evidence = شواهد
panel-status = وضعیت
panel-capital = مرکز
panel-also = همچنان گزارش شده
panel-area = مساحت
panel-area-value = { NUMBER($km2, maximumFractionDigits: 0) } کیلومتر مربع
panel-years = در گذر سال‌ها
panel-to-evidence = دیدن شواهد
evidence-heading = شواهد: { $province }، { $period }
evidence-reached = این حکم چگونه به دست آمد
evidence-decided = ادعاهایی که حکم کردند
evidence-dissent = ادعاهایی که چیز دیگری می‌گویند
evidence-other = ادعاهای دیگر دربارهٔ این ولایت
evidence-capital = ادعاها دربارهٔ مرکز ولایت و شهرهای دیگر
evidence-events = رویدادهای تاریخ‌دار در این دوره
evidence-none = هیچ.
evidence-agreeing = { $sentences ->
    [1] یک جملهٔ منبع حکم کرد.
   *[other] { $sentences } جملهٔ منابع حکم کردند.
} { $independent ->
    [0] هیچ یک از این منابع از مقاله‌های دانشنامه که اینجا یاد شده‌اند مستقل نیست.
    [1] یکی از این منابع مستقل است.
   *[other] { $independent } منبع مستقل‌اند.
}
reached-held = ادعاهای دارای بهترین رتبه که از پیشتازی کسی می‌گویند { $grade } هستند؛ آن‌ها به سود { $side } سخن می‌گویند.
reached-named = در میان ادعاهای پیشتازی آن طرف، بهترین‌هایی که نام حزب را می‌برند از { $factions } نام می‌برند ({ $grade }).
reached-unnamed = هیچ یک از ادعاهای پیشتازی آن طرف نام حزبی را نمی‌برد، پس نقشه هم نامی نمی‌برد.
reached-shared = ادعاهای هم‌رتبه از گروه‌های گوناگون نام می‌برند، پس ولایت مشترک است.
reached-contested = ادعاهای بهترین رتبه ({ $grade }) به سود طرف‌های گوناگون سخن می‌گویند، یا آشکارا می‌گویند که بر سر ولایت جنگ بود.
reached-unclear = بهترین ادعاها ({ $grade }) از جانب‌های گوناگون سخن می‌گویند، یا ادعایی دربارهٔ یک بخش در برابر ادعایی ضعیف است؛ هیچ‌کس نمی‌گوید که بر سر ولایت جنگ بوده است.
reached-partly = هیچ منبعی که یافته‌ایم نمی‌گوید در کل ولایت چه کسی پیشتاز بود؛ برخی از بخش‌هایی خبر می‌دهند.
reached-nobody = هیچ منبعی که یافته‌ایم نمی‌گوید در این دوره اینجا چه کسی پیشتاز بود. آنچه گزارش شده در پایین آمده است؛ چیزی از همسایه‌ها یا سال‌های دیگر پر نشده است.
claim-by = { $faction }: { $role }
claim-source-link = باز کردن منبع
claim-weak-source = منبع کم‌مایه
claim-mirrored = متن دانشنامه، مستقل به شمار نمی‌آید
province-note = دربارهٔ این مرز
announced-note = { $names } { $count ->
    [1] در این دوره اعلان شد اما هنوز ولایت نبود:
   *[other] در این دوره اعلان شدند اما هنوز ولایت نبودند:
} با خط نقطه‌چین در درون کشیده شده و هرگز رنگ نمی‌شود.

## Legend
legend-faction = گروه‌ها
legend-alliance = ائتلاف‌ها
legend-capital = مرکز ولایت در دست کیست
legend-capital-note = رنگ تنها از شهر می‌گوید: دربارهٔ پیشتازی در روستاهای پیرامون آن چیزی نمی‌گوید.
legend-evidence = قوت شواهد
legend-present = حاضر، اما در هیچ جا پیشتاز نه: { $count }
legend-more = { $names } و { $count } ولایت دیگر
colour-label = رنگ بر اساس
colour-faction = گروه
colour-alliance = ائتلاف
colour-capital = مرکز ولایت
colour-evidence = شواهد
legend-count = { $count ->
    [1] 1 ولایت
   *[other] { $count } ولایت
}
legend-shared = { $count } مشترک
legend-key = چگونه نقشه را بخوانیم
legend-looks = چگونه رنگ را بخوانیم
legend-signs = مرکزهای ولایات
legend-lines = جاها و خط‌ها
pocket-sign = جیب: ادعایی دربارهٔ یک جا یا دره، به رنگ گروه
event-sign = رویداد تاریخ‌دار؛ عدد نشانهٔ چند رویداد نزدیک به هم است
line-approximate = خط تقریبی: بر سنجش ما استوار است
line-announced = ولایت اعلان‌شده
legend-independent = بدون ائتلاف
legend-contested = مورد منازعه
legend-unclear = ناروشن
legend-partly = تنها در بخش‌هایی معلوم
legend-no-evidence = بدون شواهد
look-held = در دست یک گروه
look-shared = مشترک: نوارهای هر دو
look-contested = مورد منازعه: شطرنجی
look-weak = شواهد ضعیف‌تر: کم‌رنگ و نقطه‌دار
look-no-evidence = بدون شواهد: ضرب‌درهای کوچک

find-label = یافتن جای یا گروه
find-own-name = { $name } ({ $kind })
find-other-spelling = { $spelling } ← { $name } ({ $kind })
find-kind-province = ولایت
find-kind-town = در { $province }
find-kind-faction = گروه

layers-label = همچنان نشان دهید
layer-towns = شهرها
layer-events = رویدادهای تاریخ‌دار
layer-neighbours = همسایه‌ها
layer-basemap = نقشهٔ زمینهٔ آنلاین (از openstreetmap.org می‌خواهد)
basemap-credit = © همکاران OpenStreetMap
