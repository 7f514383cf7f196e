# Texts of the head of the page in Dari. Not yet checked by a native reader.

scheme-system = روشن یا تاریک مانند سیستم شما
scheme-light = روشن
scheme-dark = تاریک
server-away = سرور اطلس جواب نمی‌دهد. نقشه کار می‌کند؛ شواهد وقتی می‌آید که سرور باز گردد.
watch-problems = { $count ->
    [one] فایل‌های اطلس یک مشکل دارد. آنچه دیده می‌شود آخرین حالت بی‌مشکل است.
   *[other] فایل‌های اطلس { NUMBER($count) } مشکل دارد. آنچه دیده می‌شود آخرین حالت بی‌مشکل است.
}
