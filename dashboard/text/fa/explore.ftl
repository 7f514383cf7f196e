# Texts of the map in a notebook and of the published page, where they differ from the dashboard.

play = پخش
pause = مکث
play-step = سال بعد
play-group = پخش سال‌ها
play-speed = سرعت
play-loop = تکرار
explore-frame = { $title }: نقشهٔ ولایت‌ها با لغزانهٔ سال
explore-trust = نقشه پس از آن نمایش داده می‌شود که به این دفترچه اعتماد شود (File, Trust Notebook).
published-no-script = بدون JavaScript این صفحه تصویر هر دوره و جدول همهٔ حکم‌ها را نشان می‌دهد. با آن، نقشه لغزانهٔ سال دارد و هر ولایت ادعاهای خود را با منابع آن باز می‌کند.
published-description = { $title }: { $definition }
published-offline = این صفحه یک فایل است. بدون شبکه کار می‌کند و چیزی از جای دیگری بار نمی‌کند.
picture-label = { $title }: نقشهٔ ولایت‌ها در { $period }. جدول زیر همان را در کلمات دارد.
table-heading = همهٔ ولایت‌ها و دوره‌ها
table-caption = چه کسی در روستاهای هر ولایت پیشتاز بود، و بر پایهٔ کدام شواهد
table-province = ولایت
table-absent = هنوز ولایت نبود
