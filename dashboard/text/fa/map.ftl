# Texts around the map in Dari. Not yet checked by a native reader.

headline = { $period }: { $side } در { NUMBER($firm) } ولایت با شواهد محکم و در { NUMBER($weak) } ولایت با شواهد ضعیف پیشتازند؛ { NUMBER($single) } مورد آن بر یک منبع تکیه دارد
headline-nobody = { $period }: هیچ منبعی نمی‌گوید که در یکی از { NUMBER($provinces) } ولایت چه کسی پیشتاز است
about-finding = این جمله چه می‌گوید، و معنای «کنترول» در اینجا
province-choose = انتخاب کنید …
sure-heading = اطمینان:
sure-weak = ضعیف
sure-partly = تنها بخش‌هایی معلوم است
sure-unclear = نامعلوم
sure-contested = مورد منازعه
sure-no-evidence = بدون منبع
signs-heading = مراکز ولایت:
tools-label = با این نقشه چه می‌توانید بکنید
tool-download = دریافت
tool-cite = ارجاع
tool-link = اشتراک
tool-embed = جاسازی
tool-layers = لایه‌ها
side-colour = رنگ
tool-full-screen = تمام صفحه
tool-table = جدول
full-page = باز کردن اطلس کامل
hint = یک ولایت را انتخاب کنید: پشت هر رنگ شواهد آن است.
hint-close = بستن این راهنما
sheet-close = بستن ولایت
