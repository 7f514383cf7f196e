# Texts of the view Trends.

view-trends = روندها
trends-by = از که
trends-by-faction = گروه‌ها
trends-by-alliance = ائتلاف‌ها
trends-measure = اندازه به
trends-measure-area = مساحت
trends-measure-provinces = ولایت‌ها
trends-note = هر ستون یک سال کامل است: چه کسی در چه اندازه از روستاها پیشتاز بود، و آنچه مورد منازعه است و آنچه هیچ‌کس از آن نمی‌گوید سهم‌های جداگانه دارند. بخش‌های کم‌رنگ و نقطه‌دار بر شواهد ضعیف استوارند. نوارها نشان می‌دهند چه از که به که رسید؛ به یکی اشاره کنید تا ولایت‌های آن را ببینید. مساحت زمین است، نه مردم.
trends-block = { $name } { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
trends-title = { $name }، { $period }: { NUMBER($provinces, maximumFractionDigits: 1) } ولایت، { NUMBER($km2, maximumFractionDigits: 0) } کیلومتر مربع، { NUMBER($share, style: "percent", maximumFractionDigits: 0) }؛ { NUMBER($firm, maximumFractionDigits: 0) } کیلومتر مربع بر شواهد استوار
trends-flow = { $before } ← { $after }: { $names } ({ NUMBER($km2, maximumFractionDigits: 0) } کیلومتر مربع)
trends-summary = { $period }: { $parts }.
trends-table = سهم‌ها به اساس سال
trends-table-note = ولایت‌های مشترک به بخش‌های برابر شمرده می‌شوند. نامی را فشار دهید تا در تصویر برجسته شود.
trends-name = چه کسی پیشتاز بود
trends-provinces = { $count ->
    [1] 1 ولایت
   *[other] { NUMBER($count, maximumFractionDigits: 1) } ولایت
 }
trends-share = { NUMBER($share, style: "percent", maximumFractionDigits: 1) }
trends-firm = { NUMBER($share, style: "percent", maximumFractionDigits: 0) } آن بر شواهد استوار
trends-flows = چه از که به که رسید
trends-no-flows = چیزی تغییر نکرد.
