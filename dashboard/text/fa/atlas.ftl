# Texts of the dashboard in Dari.

## The page
app-name = اطلس کنترول
app-tagline = چه کسی چه را در دست داشت، چه وقت، و از کجا می‌دانیم
not-own-reading = این خوانشِ خودِ اطلس نیست: { $reading }
control-heading = معنای «کنترول» در اینجا
slider-label = سال
province-label = ولایت
province-placeholder = از روی نقشه یا از این فهرست انتخاب کنید
frame-title = نقشهٔ ولایت‌ها
map-label = { $title }: ولایت‌ها در { $period }. کلیدهای جهت‌نما از یک ولایت به ولایت دیگر می‌برند، Tab به بخش‌های رسم‌شدهٔ آن می‌رود، Enter شواهد را باز می‌کند.
map-attribution = مرزها: { $sources }
summary = { $period }، { NUMBER($provinces) } ولایت: { $parts }.
summary-side = { $side } در { NUMBER($count) } ولایت پیشتازند ({ NUMBER($firm) } بر پایهٔ شواهد استوار)
summary-contested = مورد منازعه { NUMBER($count) }
summary-unclear = شواهد در { NUMBER($count) } ولایت به هر دو سو اشاره می‌کند
summary-partly = { NUMBER($count) } ولایت تنها در بخش‌هایی معلوم است
summary-no-evidence = هیچ منبعی نمی‌گوید در { NUMBER($count) } ولایت چه کسی پیشتاز بود
opening-picture = { $title }: نقشهٔ ولایت‌ها در { $period }
opening-loading = نقشه بار می‌شود …
opening-no-script = بدون JavaScript تنها همین تصویر دیده می‌شود.
view-label = نما
view-map = نقشه
view-method = روش
language-label = Language · زبان · ژبه
method-heading = این اطلس چگونه ساخته شده است
method-missing = این اطلس روش خود را شرح نداده است (در پوشهٔ آن README.md نیست).
script-error = هنگام ساختن این صفحه خطایی رخ داد. خطا در ثبت‌های سرور نوشته شده است؛ برای ادامه صفحه را از نو بار کنید.
page-footer = نسخهٔ اطلس { $version }، قاعده { $rule }.
page-rule = قاعده { $rule }.
page-licences = جوازها: { $licences }؛ برنامه: MIT.
cite = طرز ارجاع: { $citation }

## A call in words
call-label = { $province }، { $period }: { $what }
call-held = { $factions }، در دست، { $grade }
call-shared = { $factions }، مشترک، { $grade }
call-contested = مورد منازعه: { $factions }، { $grade }
call-unclear = شواهد به هر دو سو اشاره می‌کند: { $factions }، { $grade }
with-part = { $factions } و، در بخشی، { $part }
call-partly = تنها در بخش‌هایی معلوم است
call-no-evidence = هیچ منبعی نمی‌گوید اینجا چه کسی پیشتاز بود
call-weak = { $what }، ضعیف
call-counts = { NUMBER($claimsFor) } ادعا به سود، { NUMBER($claimsAgainst) } به زیان؛ { $independent ->
    [0] بدون منبع مستقل
    [1] ۱ منبع مستقل
   *[other] { NUMBER($independent) } منبع مستقل
}
call-reports-no-evidence = هیچ منبعی نمی‌گوید چه کسی پیشتاز بود. { $count ->
    [0] گزارش دیگری هم نیست
    [1] ۱ گزارش دیگر
   *[other] { NUMBER($count) } گزارش دیگر
}
call-reports-partly = تنها در بخش‌هایی معلوم است: { NUMBER($claims) } ادعا؛ { $count ->
    [0] گزارش دیگری نیست
    [1] ۱ گزارش دیگر
   *[other] { NUMBER($count) } گزارش دیگر
}
comma = {"، "}
semicolon = {"؛ "}
number = { NUMBER($count) }
# A dot in the middle of a line would be read as a zero here.
dot = {" – "}
arrow = ←
and-list = { $first } و { $last }
status-held = در دست یک گروه
status-shared = مشترک
status-contested = مورد منازعه
status-unclear = نامعلوم: هر دو سو
status-partly = معلوم در بخش‌ها
status-no-evidence = هیچ منبعی نمی‌گوید
status-held-long = یک گروه پیشتاز بود
status-unnamed-long = یک طرف پیشتاز بود؛ منابع گروهی را نام نمی‌برند
status-shared-long = چند گروه پیشتاز بودند، بر پایهٔ شواهدی هم‌سنگ
status-contested-long = بر سر آن جنگ بود: به یقین در دست هیچ‌کس نبود
status-unclear-long = شواهد به هر دو سو اشاره می‌کند، و هیچ منبعی نمی‌گوید که بر سر آن جنگ بود
status-partly-long = تنها در بخش‌هایی معلوم است: منابع از یک دره، ولسوالی یا پیرامون یک شهر می‌گویند، نه از همهٔ ولایت
status-no-evidence-long = هیچ منبعی که خوانده‌ایم نمی‌گوید اینجا چه کسی پیشتاز بود
grade-direct = شواهد مستقیم
grade-regional = شواهد منطقه‌یی
grade-adjacent = شواهد نزدیک به دوره
grade-regional-adjacent = شواهد منطقه‌یی و نزدیک به دوره
grade-inferred = شواهد استنباطی
grade-direct-long = دربارهٔ همین ولایت گفته شده و تاریخ آن در همین سال است
grade-regional-long = دربارهٔ چند ولایت با هم گفته شده است
grade-adjacent-long = تاریخ آن نزدیک به سال است، یا تنها به ابهام معلوم است
grade-regional-adjacent-long = دربارهٔ چند ولایت با هم گفته شده و تاریخ آن تنها نزدیک به سال است
grade-inferred-long = استنباط خود ما؛ استدلال آن کنار ادعا آمده است
strength-firm = استوار
strength-weak = ضعیف
strength-because = { $strength }: { $reasons }
strength-party-only = ضعیف برای گروه، استوار برای طرف: { $reasons }
strength-corroborated = { $strength }، و دو منبع مستقل یا بیشتر آن را می‌گویند
weak-not-independent = منبع مستقل نیست
weak-thin = منبع کم‌مایه
weak-vague = تاریخ آن مبهم است
weak-regional-adjacent = دربارهٔ چند ولایت گفته شده و تاریخ آن تنها نزدیک به سال است
weak-inferred = استنباط خود ما
weak-not-named = منبع ولایت را نام نمی‌برد
role-dominant = پیشتاز
role-strong = نیرومند
role-present = حاضر
role-contested = مورد منازعه
extent-part = بخشی از ولایت
basis-stated = گفتهٔ منبع
basis-inferred = استنباط ما
basis-data-set = مجموعهٔ داده

## Capitals
capital-line = مرکز ولایت { $capital }: { $state }
capital-held = در دست { $holder }
capital-contested = مورد منازعه
capital-unknown = گزارشی یافت نشد
capital-changed = { $state }، در این دوره دست به دست شد
capital-weak = { $state }، شواهد ضعیف: کم‌رنگ
capital-ring = حلقه: در این دوره دست به دست شد

areas-label = بخش‌هایی از ولایت‌ها
scale-kilometres = { $length } کیلومتر
scale-metres = { $length } متر
area = { $place }: { $what }، { $strength ->
    [firm] شواهد استوار
   *[weak] شواهد ضعیف
}

## Hover card and province panel
panel-empty-heading = هر رنگ را می‌توان باز کرد
panel-empty = یک ولایت را انتخاب کنید: می‌بینید چه کسی پیشتاز بود، از کجا می‌دانیم، و هر ادعا با منبع آن.
panel-side = طرف
panel-evidence = شواهد
panel-strength = چه اندازه مطمئن
panel-status = وضعیت
panel-capital = مرکز
panel-also = همچنان در آنجا
claimed-twice = { $one } و { $other } هر دو این زمین را از خود می‌دانند، { NUMBER($km2, maximumSignificantDigits: 3) } کیلومتر مربع: نیم آن برای هر یک شمرده شده است
panel-area = مساحت
panel-area-value = { NUMBER($km2, maximumSignificantDigits: 3) } کیلومتر مربع
panel-years = در گذر سال‌ها
years-span = { $first } – { $last }
panel-years-all = از نخستین سال تا واپسین: { NUMBER($count) } مورد
panel-to-evidence = دیدن شواهد
evidence-heading = شواهد: { $province }، { $period }
evidence-reached = این حکم چگونه به دست آمد
evidence-decided = ادعاهایی که حکم کردند
evidence-dissent = ادعاهایی که چیز دیگری می‌گویند
evidence-parts = ادعاها دربارهٔ بخش‌هایی از ولایت
evidence-other = ادعاهای دیگر دربارهٔ این ولایت
evidence-capital = ادعاها دربارهٔ مرکز ولایت و شهرهای دیگر
evidence-events = رویدادهای تاریخ‌دار در این دوره
evidence-none = هیچ.
evidence-agreeing = { $sentences ->
    [1] حکم بر یک جمله استوار است.
   *[other] حکم بر { NUMBER($sentences) } جمله استوار است.
} { $independent ->
    [0] هیچ منبع مستقلی آن را تأیید نمی‌کند.
    [1] یک منبع مستقل آن را تأیید می‌کند.
   *[other] { NUMBER($independent) } منبع مستقل آن را تأیید می‌کنند.
}
reached-held = بهترین ادعاها دربارهٔ همهٔ ولایت ({ $grade }، { $strength }) به سود { $side } سخن می‌گویند.
reached-named = از ادعاهای آن طرف، بهترین‌هایی که گروهی را نام می‌برند از { $factions } نام می‌برند ({ $grade }، { $strength }).
reached-unnamed = هیچ‌یک از آن‌ها گروهی را نام نمی‌برد، پس نقشه هم نامی نمی‌برد.
reached-shared = ادعاهای هم‌سنگ گروه‌های گوناگون را نام می‌برند، پس ولایت مشترک است.
reached-contested = در میان بهترین ادعاها ({ $grade }، { $strength }) یکی می‌گوید که بر سر ولایت جنگ بود.
reached-unclear-both = ادعاهای هم‌سنگ ({ $grade }، { $strength }) به سود طرف‌های گوناگون سخن می‌گویند، و هیچ منبعی نمی‌گوید که بر سر ولایت جنگ بود.
reached-unclear-part = تنها ادعاهای ضعیف از همهٔ ولایت می‌گویند، و گفته شده که طرف دیگری در بخشی از آن پیشتاز بود.
reached-partly = هیچ ادعایی نمی‌گوید چه کسی در همهٔ ولایت پیشتاز بود. آنچه از بخش‌های آن گفته شده در پایین آمده است؛ بخش‌ها روی نقشه کشیده شده‌اند.
reached-nobody = هیچ منبعی که خوانده‌ایم نمی‌گوید در این سال اینجا چه کسی پیشتاز بود. گزارش‌های دیگر در پایین آمده است. چیزی از همسایه‌ها یا سال‌های دیگر پر نشده است.
claim-by = { $faction }: { $role }
claim-source-link = باز کردن منبع
claim-our-words = به واژه‌های ما
province-note = دربارهٔ این مرز
announced-note = { $names } { $count ->
    [1] در این دوره اعلان شد اما هنوز ولایت نبود:
   *[other] در این دوره اعلان شدند اما هنوز ولایت نبودند:
} با خط باریک در درون کشیده شده و هرگز رنگ نمی‌شود.

## Legend
legend-faction = گروه‌ها
legend-alliance = ائتلاف‌ها
legend-side = طرف‌ها
legend-capital = مرکز ولایت در دست کیست
legend-capital-note = نشانه‌ها تنها از شهرها می‌گویند: دربارهٔ پیشتازی در روستاهای پیرامون آن‌ها چیزی نمی‌گویند.
legend-evidence = قوت شواهد
legend-present = گزارش شده، اما در هیچ جا پیشتاز نبود: { NUMBER($count) }
legend-more = { $names } و { NUMBER($count) } ولایت دیگر
colour-faction = گروه
colour-alliance = ائتلاف
colour-side = طرف
colour-capital = مرکز ولایت
colour-evidence = شواهد
legend-count = { $count ->
    [1] ۱ ولایت
   *[other] { NUMBER($count) } ولایت
}
legend-and-parts = { $whole } + { $parts }
legend-shared = { NUMBER($count) } مشترک
legend-firm = { NUMBER($firm) } استوار
legend-parts = { NUMBER($count) } بخش
legend-key = چگونه نقشه را بخوانیم
legend-looks = چگونه رنگ را بخوانیم
legend-signs = مرکزهای ولایات
legend-lines = جاها و خط‌ها
event-sign = رویداد تاریخ‌دار؛ عدد نشانهٔ چند رویداد نزدیک به هم است
area-sign = بخشی از ولایت به رنگ آنچه درباره‌اش گفته شده: کمکی برای رسم، نه مرز
line-approximate = مرز تقریبی: به تشخیص ما
line-announced = ولایت اعلان‌شده
legend-independent = بدون ائتلاف
legend-contested = مورد منازعه
legend-unclear = شواهد به هر دو سو اشاره می‌کند
legend-partly = تنها در بخش‌هایی معلوم
legend-no-evidence = هیچ منبعی نمی‌گوید چه کسی پیشتاز بود
look-held = در دست یک گروه
look-shared = مشترک: نوارهای هر دو
look-contested = مورد منازعه: شطرنجی
look-unclear = ناروشن، شواهد به دو سو اشاره می‌کند: نشانه‌های پرسش
look-partly = تنها بخش‌هایی معلوم: روشن، با بخش‌هایش
look-weak = شواهد ضعیف: کم‌رنگ و نقطه‌دار
look-no-evidence = هیچ منبعی نمی‌گوید چه کسی پیشتاز بود: ضرب‌درها
dissent-sign = ادعاهای دیگری که به حساب می‌آیند جز این می‌گویند

find-label = یافتن جای، گروه، رهبر
find-label-names = یافتن جای، گروه
find-nothing = چیزی به این نام نیست
find-kind-province = ولایت
find-kind-town = در { $province }
find-kind-faction = گروه

layer-towns = شهرها
layer-events = رویدادهای تاریخ‌دار
layer-neighbours = همسایه‌ها
layer-basemap = نقشهٔ زمینهٔ آنلاین (از openstreetmap.org می‌خواهد)
basemap-credit = © همکاران OpenStreetMap
provinces-count = { NUMBER($found) } از { NUMBER($all) } ولایت در { $period }
provinces-first = تنها { NUMBER($count) } مورد نخست به ترتیب نام اینجا آمده و میان خود مرتب می‌شود. برای کاستن از شمار آنها موردهایی از راهنما را برگزینید؛ فایل نتیجه‌ها همه را دارد.
provinces-caption = ولایت‌ها در { $period }: چه کسی پیشتاز بود، چه اندازه مطمئن است، و چه به سود و زیان آن است
provinces-name = ولایت
provinces-leads = چه کسی پیشتاز بود
provinces-sure = چه اندازه مطمئن
provinces-side = طرف
provinces-for = ادعا به سود
provinces-against = ادعا به زیان
provinces-independent = منابع مستقل
provinces-capital = مرکز
provinces-area = مساحت
