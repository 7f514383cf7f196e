# The view in which a reader opens an atlas of their own, in Dari. Not yet checked by a native reader.

view-open = اطلسی دیگر
open-heading = باز کردن اطلسی دیگر
open-intro = فایل zip یک اطلس را بدهید، یا فایلی از شکل‌ها و جدولی که می‌گوید چه کسی چه را در دست داشت. حداکثر { NUMBER($megabytes) } مگابایت، و { NUMBER($files) } فایل در یک zip.
open-private = تنها همین صفحه آن را نشان می‌دهد. در حافظهٔ سرور خوانده می‌شود، چیزی از آن بر دیسک نمی‌ماند، و با بستن یا بارگذاری دوبارهٔ صفحه از میان می‌رود. نشانی آن را نمی‌توان به دیگران داد.
open-files = فایل zip یک اطلس، یا شکل‌ها و یک جدول
open-choose = انتخاب فایل‌ها
open-formats = شکل‌ها: GeoJSON، TopoJSON، GeoPackage، Shapefile در zip، GeoParquet. جدول‌ها: CSV، Excel، OpenDocument، Parquet.
open-reading = فایل‌ها خوانده می‌شود …
open-full = به اندازه‌ای که این سرور اجازه می‌دهد اطلس باز است. صفحهٔ دیگری را ببندید، یا پسان‌تر بکوشید.
open-problems = { $count ->
    [one] نخست یک مشکل باید رفع شود
   *[other] نخست { NUMBER($count) } مشکل باید رفع شود
}
open-problems-more = { $count ->
    [one] و یکی دیگر.
   *[other] و { NUMBER($count) } تای دیگر.
}
open-problems-note = چنان که «atlas validate» می‌گوید، به انگلیسی.
open-problem-file = فایل
open-problem-row = سطر
open-problem-column = ستون
open-problem-value = مقدار
open-problem-message = چه نادرست است
open-problem-hint = چه باید کرد
open-events = این جدولی از رویدادهاست. این که در آن چه کنترل شمرده می‌شود باید در قاعده‌ای گفته شود: «atlas import» را به کار برید.
open-too-many = بیش از { NUMBER($most) } مقدار یا نام باید گفته شود: «atlas import» را به کار برید، یا ستون دیگری برگزینید.
open-what = چه چیست
open-title = عنوان اطلس
open-control = چه در دست داشتن شمرده می‌شود، به زبان داده‌ها
open-layer = لایهٔ شکل‌ها
open-crs = دستگاه مختصات شکل‌ها، اگر فایل نگوید (EPSG:4326 برای درجه)
open-name = شکل‌ها: ستون نام‌ها
open-joined = شکل‌ها: ستونی که جدول از آن یاد می‌کند
open-unit = جدول: ستونی که شکل را نام می‌برد
open-category = ستونی که می‌گوید در دست که بود
open-date = ستون تاریخ‌ها
open-date-one = یک تاریخ برای همه
open-date-text = تاریخ، مانند 2021-08-15
open-date-format = تاریخ‌ها چگونه نوشته شده
open-date-iso = 2021-08-15، 2021-08 یا 2021
open-dated = ستون‌هایی که خوانده می‌شود، یکی برای هر تاریخ
open-each = یک توقف لغزنده برای هر
open-each-day = روز
open-each-month = ماه
open-each-year = سال
open-each-decade = دهه
open-valid-from = شکل‌ها: ستون نخستین تاریخ
open-valid-to = شکل‌ها: ستون آخرین تاریخ
open-end = آیا شکل در آن تاریخ هنوز برجاست؟
open-end-inclusive = بلی
open-end-exclusive = نی
open-open-end = تاریخی که «هنوز چنین است» معنا می‌دهد، یا none ({ $seen })
open-unused = به کار نرفته
open-values = هر مقدار چه می‌گوید
open-values-note = جناحی را که آن را در دست داشت نام ببرید. یک نام در دو جا یک جناح است؛ دو نام با نقطه‌ویرگول (;) در میان بر سر آن جنگیدند؛ خانهٔ خالی مقدار را کنار می‌گذارد. هر جناح برای خود است.
open-value = { $count ->
    [one] ⁨{ $value }⁩ (یک بار)
   *[other] ⁨{ $value }⁩ ({ NUMBER($count) } بار)
}
open-kind = نوع ⁨{ $faction }⁩
open-kind-party = حزب
open-kind-front = جبهه
open-kind-militia = ملیشه
open-kind-government = دولت
open-kind-foreign-forces = نیروی خارجی
open-kind-umbrella = اتحاد چند گروه
open-kind-unstated = کنشگری که تنها به طور کلی نام برده شده
open-names = نام‌هایی که هیچ شکلی ندارد
open-names-note = هیچ چیز به گمان پیوند نمی‌شود: شکلی را که مراد است برگزینید. آنچه کنار گذاشته شود کنار می‌ماند.
open-leave-out = کنار گذاشته شده
open-source = منبع جدول
open-source-title = عنوان
open-source-author = نویسنده
open-source-year = سال
open-source-language = زبان (مانند en)
open-source-kind = نوع
open-source-independent = آیا آنچه را خود می‌داند می‌گوید؟
open-source-independent-true = بلی
open-source-independent-false = نی، از دیگران نقل می‌کند
open-source-thin = آیا کم‌مایه، بی‌نام، یا دور از آن است که می‌گوید؟
open-source-thin-true = بلی
open-source-thin-false = نی
open-unanswered = هنوز پاسخ ندارد: { $questions }
open-preview = پیش‌نمایش
open-report = چه خوانده شد
open-warnings = برای آگاهی
open-period = نقشهٔ
open-picture = { $title }: نقشهٔ { $period }
open-show = باز کردن این اطلس
opened-note = این اطلس را شما باز کرده‌اید: تنها همین صفحه آن را نشان می‌دهد. نشانی آن را نمی‌توان به دیگران داد، و با بستن یا بارگذاری دوبارهٔ صفحه از میان می‌رود.
opened-close = بستن آن
opened-gone = اطلسی که باز کرده بودید بسته شد: دیرزمانی کسی به آن نگاه نکرده بود. اینک اطلس این سرور.
