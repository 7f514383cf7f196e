# Texts of the views Evidence and Factions.

view-evidence = شواهد
view-factions = گروه‌ها
filter-text = جستجو
filter-text-hint = واژه‌های یک ادعا، نامی به هر املا، یک منبع
filter-province = ولایت
filter-within = سال
filter-faction = گروه
filter-grade = درجه
filter-basis = پایه
filter-source = منبع
filter-any = همه
evidence-part = بخش شواهد
evidence-part-claims = ادعاها
evidence-part-coverage = چه اندازه می‌دانیم
evidence-part-agreement = همخوانی
evidence-part-sources = منابع
evidence-grade-note = درجه می‌گوید یک ادعا تا چه اندازه با یک ولایت و یک سال سازگار است: یک ادعا می‌تواند چند درجه داشته باشد.
claims-count = { NUMBER($found) } از { NUMBER($all) } ادعا
claims-none = هیچ ادعایی با همهٔ این‌ها سازگار نیست.
claims-clear = پاک کردن فلترها
claims-caption = ادعاها با تاریخ، گروه، جای و منبع؛ هر یک به یادداشت، ارجاع و حکم‌هایی که می‌دهد باز می‌شود
claims-column-claim = ادعا
claims-column-date = تاریخ
claims-column-faction = گروه و نقش
claims-column-where = کجا
claims-column-source = منبع
claims-national = سراسر کشور (هیچ ولایتی را رنگ نمی‌کند)
claims-best = در بهترین حالت { $grade }
claims-outside = دربارهٔ هیچ‌یک از سال‌های نقشه نیست
claims-decides = حکم این‌ها را تعیین می‌کند: { $calls }
claims-dissents = با حکم این‌ها ناسازگار است: { $calls }
claims-more = { NUMBER($count) } تای دیگر را نشان دهید
coverage-note = هر ولایت تا چه اندازه معلوم است. ضرب‌در: هیچ منبعی نمی‌گوید چه کسی پیشتاز بود. کم‌رنگ: شواهد ضعیف. خانه‌یی را انتخاب کنید تا ولایت روی نقشه باز شود.
coverage-caption = درجهٔ حکم هر ولایت در هر سال
coverage-claims = { $count ->
    [1] ۱ ادعا
   *[other] { NUMBER($count) } ادعا
}
agreement-note = دربارهٔ هر ولایت: حکم بر چند جمله استوار است، چند منبع مستقل آن را تأیید می‌کنند، چند ادعا چیز دیگری می‌گویند، و نبود کدام منبع تنها نتیجه را تغییر می‌داد.
agreement-caption = همخوانی ادعاها در { $period }
agreement-status = حکم
agreement-sentences = جمله‌هایی که حکم بر آن‌ها استوار است
agreement-independent = منابع مستقل
agreement-dissenting = ادعاهایی که چیز دیگری می‌گویند
agreement-changed = تک‌منابعی که نبودشان آن را تغییر می‌داد
sources-note = { NUMBER($count) } منبع. «حکم‌های داده‌شده» ولایت‌ها و سال‌هایی را می‌شمارد که ادعایی از منبع در میان حکم‌کنندگان است.
sources-caption = منابع و اینکه چه اندازه بر هر یک استوار است
sources-claims = ادعاها
sources-decided = حکم‌های داده‌شده
sources-changing = حکم‌هایی که بدون آن تغییر می‌کرد
sources-carried = { $province }، { $period }: آنگاه { $what }
sources-leave-out = آن را روی نقشه کنار بگذارید
factions-search = جستجوی گروه‌ها
factions-search-hint = نامی به هر املا، یک رهبر، یک ائتلاف
factions-search-names = نامی به هر املا
factions-count = { NUMBER($found) } از { NUMBER($all) } گروه
factions-none = هیچ گروهی سازگار نیست.
factions-leads = پیشتاز
factions-present = همچنان در آنجا
factions-short = { $leads ->
    [0] در هیچ جا پیشتاز نبود
   *[other] پیشتاز در { NUMBER($leads) }
}{ $contests ->
    [0] {""}
   *[other] ، { NUMBER($contests) } بر سر آن اختلاف
}{ $present ->
    [0] {""}
   *[other] ، همچنان در { NUMBER($present) }
}
factions-led-nowhere = در هیچ جا پیشتاز نبود؛ { $present ->
    [0] در هیچ جا گزارش نشده
   *[other] در { NUMBER($present) } ولایت گزارش شده
}
factions-more = بیشتر
factions-contests = مورد اختلاف: { $names }
factions-years = { $name }: جایی که پیشتاز بود و گزارش شده است
factions-sources = منابع
factions-claims = { $count ->
    [0] هیچ ادعا
    [1] دیدن ادعای آن
   *[other] دیدن { NUMBER($count) } ادعای آن
}
fact-leader = رهبر
fact-ideology = ایدیولوژی
fact-founded = تأسیس
fact-ended = پایان
fact-wing = جناح
fact-lineage = تبار
fact-note = یادداشت
fact-other-names = املاهای دیگر
fact-unknown = در منابع ما یافت نشد
lineage-from = از { $name } جدا شد
lineage-part = { $name } در آن ادغام شد
lineage-branch = { $name } از آن جدا شد
lineage-to = در { $name } ادغام شد
