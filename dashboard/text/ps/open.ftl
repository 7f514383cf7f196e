# The view in which a reader opens an atlas of their own, in Pashto. Not yet checked by a native reader.

view-open = بل اطلس
open-heading = بل اطلس پرانیستل
open-intro = د یوه اطلس zip فایل ورکړئ، یا د شکلونو فایل او یو جدول چې وایي چا څه په لاس کې درلودل. تر ټولو ډېر { NUMBER($megabytes) } میګابایټه، او په zip کې { NUMBER($files) } فایلونه.
open-private = یوازې همدا پاڼه یې ښيي. د سرور په حافظه کې لوستل کېږي، هېڅ یې په ډیسک نه پاتې کېږي، او د پاڼې په تړلو یا بیا بارولو له منځه ځي. پته یې له نورو سره نه شي شریکېدای.
open-files = د اطلس zip، یا شکلونه او یو جدول
open-choose = فایلونه وټاکئ
open-formats = شکلونه: GeoJSON، TopoJSON، GeoPackage، په zip کې Shapefile، GeoParquet. جدولونه: CSV، Excel، OpenDocument، Parquet.
open-reading = فایلونه لوستل کېږي …
open-full = هومره اطلسونه پرانیستي دي چې دا سرور یې اجازه ورکوي. بله پاڼه وتړئ، یا وروسته بیا هڅه وکړئ.
open-problems = { $count ->
    [one] لومړی باید یوه ستونزه سمه شي
   *[other] لومړی باید { NUMBER($count) } ستونزې سمې شي
}
open-problems-more = { $count ->
    [one] او یوه بله.
   *[other] او { NUMBER($count) } نورې.
}
open-problems-note = لکه «atlas validate» چې یې وایي، په انګلیسي.
open-problem-file = فایل
open-problem-row = کرښه
open-problem-column = ستون
open-problem-value = ارزښت
open-problem-message = څه ناسم دي
open-problem-hint = څه باید وشي
open-events = دا د پېښو جدول دی. په هغه کې څه شی کنټرول ګڼل کېږي باید په قاعده کې وویل شي: «atlas import» وکاروئ.
open-too-many = تر { NUMBER($most) } ډېر ارزښتونه یا نومونه باید وویل شي: «atlas import» وکاروئ، یا بل ستون وټاکئ.
open-what = څه شی څه دی
open-title = د اطلس سرلیک
open-control = څه په لاس کې لرل ګڼل کېږي، د معلوماتو په ژبه
open-layer = د شکلونو پوړ
open-crs = د شکلونو د مختصاتو سیستم، که فایل یې ونه وایي (EPSG:4326 د درجو لپاره)
open-name = شکلونه: د نومونو ستون
open-joined = شکلونه: هغه ستون چې جدول ورته اشاره کوي
open-unit = جدول: هغه ستون چې شکل نوموي
open-category = هغه ستون چې وایي د چا په لاس کې و
open-date = د نېټو ستون
open-date-one = د ټولو لپاره یوه نېټه
open-date-text = نېټه، لکه 2021-08-15
open-date-format = نېټې څنګه لیکل شوې دي
open-date-iso = 2021-08-15، 2021-08 یا 2021
open-dated = هغه ستونونه چې لوستل کېږي، د هرې نېټې لپاره یو
open-each = د ښویونکي یو تم‌ځای د هر
open-each-day = ورځ
open-each-month = میاشت
open-each-year = کال
open-each-decade = لسیزه
open-valid-from = شکلونه: د لومړۍ نېټې ستون
open-valid-to = شکلونه: د وروستۍ نېټې ستون
open-end = ایا شکل په هغه نېټه لا شته؟
open-end-inclusive = هو
open-end-exclusive = نه
open-open-end = هغه نېټه چې «لا هم داسې ده» معنا لري، یا none ({ $seen })
open-unused = نه کارول شوی
open-values = هر ارزښت څه وایي
open-values-note = هغه ډله ونوموئ چې په لاس کې یې درلود. یو نوم په دوو ځایونو کې یوه ډله ده؛ دوه نومونه چې ; یې ترمنځ وي پرې جنګېدل؛ تش ځای ارزښت پرېږدي. هره ډله د ځان لپاره ده.
open-value = { $count ->
    [one] ⁨{ $value }⁩ (یو ځل)
   *[other] ⁨{ $value }⁩ ({ NUMBER($count) } ځله)
}
open-kind = د ⁨{ $faction }⁩ ډول
open-kind-party = ګوند
open-kind-front = جبهه
open-kind-militia = ملېشه
open-kind-government = دولت
open-kind-foreign-forces = بهرنی ځواک
open-kind-umbrella = د څو ډلو اتحاد
open-kind-unstated = هغه لوبغاړی چې یوازې په ټولیز ډول یاد شوی
open-names = هغه نومونه چې هېڅ شکل یې نه لري
open-names-note = هېڅ شی په ګومان نه نښلول کېږي: هغه شکل وټاکئ چې مطلب دی. څه چې پرېږدئ، پرېښودل کېږي.
open-leave-out = پرېښودل شوی
open-source = د جدول سرچینه
open-source-title = سرلیک
open-source-author = لیکوال
open-source-year = کال
open-source-language = ژبه (لکه en)
open-source-kind = ډول
open-source-independent = ایا هغه څه وایي چې پخپله پرې پوهېږي؟
open-source-independent-true = هو
open-source-independent-false = نه، له نورو یې اخلي
open-source-thin = ایا کم‌مایه، بې‌نومه، یا له هغه څه لرې ده چې وایي؟
open-source-thin-true = هو
open-source-thin-false = نه
open-unanswered = لا ځواب نه لري: { $questions }
open-preview = مخکتنه
open-report = څه ولوستل شول
open-warnings = د خبرتیا لپاره
open-period = نقشه د
open-picture = { $title }: د { $period } نقشه
open-show = دا اطلس پرانیزئ
opened-note = دا اطلس تاسو پرانیستی: یوازې همدا پاڼه یې ښيي. پته یې له نورو سره نه شي شریکېدای، او د پاڼې په تړلو یا بیا بارولو له منځه ځي.
opened-close = تړل یې
opened-gone = هغه اطلس چې تاسو پرانیستی و وتړل شو: ډېر وخت چا ورته نه و کتلي. دا د دې سرور اطلس دی.
