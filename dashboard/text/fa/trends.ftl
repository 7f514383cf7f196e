# Texts of the view Trends.

view-trends = روندها
trends-by = نمایش
trends-by-faction = گروه‌ها
trends-by-alliance = ائتلاف‌ها
trends-measure = اندازه به
trends-measure-area = مساحت
trends-measure-provinces = ولایت‌ها
trends-note = هر ستون همهٔ کشور در یک سال است: چه کسی در چه اندازه از روستاها پیشتاز بود. بخش‌های کم‌رنگ و نقطه‌دار بر شواهد ضعیف استوارند. نوارها نشان می‌دهند چه از که به که رسید؛ برای دیدن ولایت‌ها به یکی اشاره کنید. مساحت زمین است، نه مردم.
trends-key-changed-hands = دست به دست شد: منبعی از آن می‌گوید
trends-key-other-sources = منابع دیگر: دو سال بر منابع گوناگون استوارند، هیچ‌یک از تغییری نمی‌گوید
trends-key-neither = ماند، یا معلوم، نامعلوم یا ناروشن شد
trends-block = { $name } { $parts }
trends-percent = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
trends-title = { $name }، { $period }: { $amounts }
trends-flow = { $before } ← { $after }: { $names } ({ $amount })
trends-ribbon = { $kind }: { $flow }
trends-summary = { $period }: { $parts }.
trends-table = چه کسی چه اندازه پیشتاز بود، سال به سال
trends-table-note = شواهد استوار و ضعیف هرگز جمع نمی‌شوند. ولایت مشترک یک بار، زیر «مشترک»، شمرده می‌شود؛ مساحت آن بخش می‌شود. نامی را فشار دهید تا در تصویر برجسته شود.
trends-name = چه کسی پیشتاز بود
trends-firm = { $amount } استوار
trends-weak = { $amount } ضعیف
trends-unrated = { $amount }
trends-flows = چه تغییر کرد، و آیا منبعی از آن می‌گوید
trends-no-flows = چیزی تغییر نکرد.
