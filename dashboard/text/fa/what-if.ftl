# Another reading: what a reader leaves out, and what that changes.

view-what-if = اگر نباشد؟

## What the page says of another reading
reading-without = بدون { $sources }
reading-without-kinds = بدون این انواع منابع: { $kinds }
reading-without-languages = بدون منابع به این زبان‌ها: { $languages }
reading-firm = تنها ادعاهای استوار به حساب می‌آید
reading-grades = تنها ادعاهای این درجه‌ها به حساب می‌آید: { $grades }
reading-parts = بخش‌ها برای ولایت به حساب می‌آید
reading-near = ادعاها تا { NUMBER($days) } روز پیش از سال به حساب می‌آید
reading-works = دست‌کم { NUMBER($count) } اثر برای یک جانب
reading-order = ادعاها مقایسه می‌شود از روی { $order }
reading-standard = قاعده بدون تغییر
reading-back = بازگشت به خوانش خودِ اطلس
reading-open = اگر منبعی نادرست باشد چه؟
reading-change = تغییر دادن
what-if-here = در { $period } { NUMBER($count) } ولایت فرق می‌کند، با نشانِ { $sign }: { $names }.
what-if-here-none = در { $period } هیچ حکمی فرق نمی‌کند.
what-if-differs = با خوانش خودِ اطلس فرق دارد
what-if-own = خوانش خودِ اطلس: { $what }
what-if-now = این خوانش: { $what }
what-if-gone = کنار رفت: { $claims }
what-if-came = اکنون به حساب می‌آید: { $claims }

## The laboratory
lab-lead = آنچه را که در آن شک دارید کنار بگذارید: نقشه از نو حکم می‌شود و اطلس همان می‌ماند.
lab-undo = یک گام پس
lab-reset = از نو
lab-named = تنظیم‌های نام‌دار
rule-standard = معیاری
rule-cautious = محتاط
rule-inclusive = فراگیر
rule-standard-long = قاعده بدون تغییر
rule-cautious-long = تنها ادعاهای استوار به حساب می‌آید: حکم یا استوار است یا نیست
rule-inclusive-long = آن که در بخشی مسلط است در ولایت نیرومند شمرده می‌شود
lab-without = کنار گذاشتن منابع
lab-search = یافتن منبع
lab-group-dependent = غیرمستقل ({ NUMBER($count) })
lab-group-thin = کم‌مایه ({ NUMBER($count) })
lab-kinds = کنار گذاشتن انواع منابع
lab-languages = کنار گذاشتن زبان‌ها
lab-claims = کدام ادعاها به حساب می‌آید
lab-firm-only = تنها ادعاهای استوار
lab-grades = تنها ادعاهای این درجه‌ها
lab-parts = بخش‌ها برای ولایت به حساب آید
lab-rest = زمان، تعداد منابع، ترتیب
lab-near = روزهای پیش از سال که ادعا هنوز به حساب می‌آید (در خودِ اطلس: { NUMBER($own) })
lab-works = کمترین تعداد آثار برای یک جانب
lab-order = ادعاها مقایسه می‌شود از روی
lab-order-strength = استواری
lab-order-role = نقش
lab-order-then = { $first }، سپس { $last }
lab-order-alone = تنها { $first }
source-kind-press = مطبوعات
source-kind-encyclopedia = دانشنامه‌ها
source-kind-scholarship = پژوهش
source-kind-memoir = خاطرات
source-kind-partisan = جانبدار
source-kind-reference = آثار مرجع
source-kind-official = رسمی

## What differs
provinces-own = حکم خودِ اطلس
differences-heading = چه فرق می‌کند
differences-own = این خوانش خودِ اطلس است. در بالا چیزی را کنار بگذارید تا آنچه فرق می‌کند اینجا بیاید.
differences-province = ولایت
differences-period = سال
differences-before = حکم خودِ اطلس
differences-after = این خوانش
differences-claims = ادعاهایی که کنار رفت
differences-more = { NUMBER($count) } مورد دیگر در فایل است («دانلود، ارجاع، همرسانی»).

## Where one more source would matter
gaps-heading = کجا یک منبع دیگر اثر می‌داشت
gaps-note = برای هر ولایت و سال، کوچک‌ترین ادعای تازه که حکم را تغییر می‌داد یا استوار می‌کرد؛ این که چه می‌گفت حدس زده نمی‌شود. آغاز فهرست اینجاست و همهٔ آن در بخش دریافت فایل‌ها. با کنار گذاشتن منابع واقعی آزموده شده است و تنها اندکی کمک می‌کند.
gaps-province = ولایت
gaps-period = سال
gaps-status = اکنون
gaps-change = حکم را تغییر می‌داد
gaps-firm = آن را استوار می‌کرد
gaps-claim = { $strength } با نقشِ «{ $role }» برای { $who }
gaps-none = هیچ ادعای تنهایی
gaps-firm-already = هم‌اکنون استوار است
gaps-strength-inferred = ادعای استنباطی
gaps-strength-weak = ادعای ضعیف
gaps-strength-firm = ادعای استوار
gaps-who-shown = کسی که آنجا نشان داده شده
gaps-who-same-side = گروه دیگری از همان جانب
gaps-who-other-side = کسی از جانب دیگر
gaps-who-anybody = هر کس
offer-differences = آنچه با خوانش خودِ اطلس فرق دارد
offer-gaps = کجا یک منبع دیگر اثر می‌داشت

## The answer in a sentence
find-open-map = گشودن نقشه
