# Texts of the view Timeline.

view-timeline = خط زمان
filter-kind = نوع رویداد
timeline-summary = خط زمان { NUMBER($count) } رویداد در { $kinds } ردیف به اساس نوع، از { $first } تا { $last }. فهرست زیر همان رویدادها را در کلمات دارد.
timeline-count = { NUMBER($found) } از { NUMBER($all) } رویداد تاریخ‌دار
timeline-nothing = هیچ رویدادی با این فلترها سازگار نیست.
timeline-note = دایره یک روز است؛ نوار به اندازهٔ ابهام تاریخ خود دراز است. خط‌های بریده تاریخ‌های تقریبی یا نامطمئن‌اند و سرهای محو باز. رنگ‌ها از گروه‌های زیر است، خاکستری جایی که گروهی نام برده نشده؛ نوارهای سایه‌دار سال‌های نقشه‌اند. یک نشانه را انتخاب کنید یا فهرست را بخوانید.
timeline-all-years = همهٔ سال‌ها: { NUMBER($count) } رویداد پیش از { $first } یا پس از { $last }
timeline-list = سال به سال
timeline-vague = بدون سال معین
timeline-sources = { $count ->
    [1] منبع
   *[other] { NUMBER($count) } منبع
 }
timeline-ids = رویداد { $event }، تاریخ EDTF { $date }
timeline-show-on-map = نشان دادن روی نقشهٔ { $period }
timeline-show-year = نمایش نقشهٔ { $period } (این رویداد جایی را نام نمی‌برد)
timeline-outside = بیرون از دوره‌های اطلس؛ { $period } نزدیک‌ترین است.
precision-day = تا روز
precision-month = تا ماه
precision-season = تا فصل
precision-year = تا سال
precision-decade = تا دهه
precision-interval = یک فاصلهٔ زمانی
precision-open = از یک سر باز
precision-approximate = تقریبی یا نامطمئن
event-kind-captured = تصرف
event-kind-offensive = تعرض
event-kind-attacked = حمله
event-kind-founding = تأسیس
event-kind-agreement = توافق
event-kind-repelled = دفع حمله
event-kind-killing = کشتار
event-kind-withdrawal = عقب‌نشینی
event-kind-besieged = محاصره
event-kind-defection = پیوستن به طرف دیگر
event-kind-retaken = بازپس‌گیری
event-kind-uprising = قیام
event-kind-evacuated = تخلیه
event-kind-relieved = شکستن محاصره
event-kind-coup = کودتا
event-kind-destroyed = ویرانی
event-kind-merger = ادغام
event-kind-fall = سقوط
