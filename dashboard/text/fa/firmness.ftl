# How firm a call is, and what another rule changes.

## What a call takes to fall
firmness-faction-0 = حکم هیچ گروهی را نشان نمی‌دهد که فرو افتد.
firmness-faction-1 = گروه نشان‌داده‌شده با نبودِ { $sets } تغییر می‌کند.
firmness-faction-2 = گروه نشان‌داده‌شده تنها با نبودِ دو منبع با هم تغییر می‌کند: { $sets }.
firmness-faction-3 = گروه نشان‌داده‌شده تنها با نبودِ سه منبع با هم تغییر می‌کند: { $sets }.
firmness-faction-4 = نبودِ هیچ سه منبعی با هم گروه نشان‌داده‌شده را تغییر نمی‌دهد؛ بیش از آن آزموده نشد.
firmness-side-0 = هیچ جانبی پیشتاز نیست.
firmness-side-1 = جانب با نبودِ { $sets } تغییر می‌کند.
firmness-side-2 = جانب تنها با نبودِ دو منبع با هم تغییر می‌کند: { $sets }.
firmness-side-3 = جانب تنها با نبودِ سه منبع با هم تغییر می‌کند: { $sets }.
firmness-side-4 = نبودِ هیچ سه منبعی با هم جانب را تغییر نمی‌دهد؛ بیش از آن آزموده نشد.
colour-firmness = استواری
legend-firmness = هر حکم چه اندازه استوار است
legend-falls-1 = با نبودِ یک منبع فرو می‌افتد
legend-falls-2 = با نبودِ دو منبع با هم فرو می‌افتد
legend-falls-3 = با نبودِ سه منبع با هم فرو می‌افتد
legend-falls-more = هیچ سه منبعی آن را تغییر نمی‌دهد؛ بیش از آن آزموده نشد
panel-firmness = استواری
provinces-falls = فرو می‌افتد
provinces-falls-0 = –
provinces-falls-1 = با { $sets }
provinces-falls-2 = با دو منبع با هم: { $sets }
provinces-falls-3 = با سه منبع با هم: { $sets }
provinces-falls-4 = با بیش از سه منبع
firmness-any = هر { NUMBER($number) } از { $sources }
firmness-either = { $first } یا { $last }
firmness-note = با کنار گذاشتن منابع شمرده شده است. احتمال درستی حکم نیست.

## What another rule changes
what-if-without = بدون { $sources }
what-if-reading = در این خوانش
what-if-none = { $reading }، هیچ یک از { NUMBER($all) } حکم تغییر نمی‌کند.
what-if-some = { $reading }، { NUMBER($count) } از { NUMBER($all) } حکم تغییر می‌کند: { $kinds }.
what-if-beside = { $headline } افزون بر آن، { $kinds }.
what-if-other-side = { $count ->
    [0] هیچ یک به جانب دیگر نمی‌رود
   *[other] { NUMBER($count) } حکم به جانب دیگر می‌رود
}
what-if-other-factions = { NUMBER($count) } حکم گروه‌های دیگری را نشان می‌دهد
what-if-to-contested = { NUMBER($count) } حکم مورد منازعه می‌شود
what-if-to-unclear = { NUMBER($count) } حکم ناروشن می‌شود
what-if-to-partly = { NUMBER($count) } حکم تنها در بخش‌هایی معلوم می‌ماند
what-if-to-no-evidence = { NUMBER($count) } حکم بدون شواهد می‌ماند
what-if-now-led = در { NUMBER($count) } جای که هیچ‌کس پیشتاز نبود کسی پیشتاز می‌شود
what-if-other-strength = { NUMBER($count) } حکم همان می‌ماند و تنها قوت شواهد آن دیگر می‌شود
what-if-capital-only = در { NUMBER($count) } ولایت تنها مرکز تغییر می‌کند
