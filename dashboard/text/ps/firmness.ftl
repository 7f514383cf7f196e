# How firm a call is, and what another rule changes.

## What a call takes to fall
firmness-faction-0 = حکم داسې ډله نه ښيي چې ولوېږي.
firmness-faction-1 = ښودل شوې ډله د { $sets } په نشتوالي بدلېږي.
firmness-faction-2 = ښودل شوې ډله یوازې د دوو سرچینو په ګډ نشتوالي بدلېږي: { $sets }.
firmness-faction-3 = ښودل شوې ډله یوازې د دریو سرچینو په ګډ نشتوالي بدلېږي: { $sets }.
firmness-faction-4 = د هېڅو دریو سرچینو ګډ نشتوالی ښودل شوې ډله نه بدلوي؛ تر دې زیاتې ونه ازمویل شوې.
firmness-side-0 = هېڅ لوری مخکښ نه دی.
firmness-side-1 = لوری د { $sets } په نشتوالي بدلېږي.
firmness-side-2 = لوری یوازې د دوو سرچینو په ګډ نشتوالي بدلېږي: { $sets }.
firmness-side-3 = لوری یوازې د دریو سرچینو په ګډ نشتوالي بدلېږي: { $sets }.
firmness-side-4 = د هېڅو دریو سرچینو ګډ نشتوالی لوری نه بدلوي؛ تر دې زیاتې ونه ازمویل شوې.
colour-firmness = ټینګښت
legend-firmness = حکم څومره ټینګ دی
legend-falls-1 = د یوې سرچینې په نشتوالي لوېږي
legend-falls-2 = د دوو سرچینو په ګډ نشتوالي لوېږي
legend-falls-3 = د دریو سرچینو په ګډ نشتوالي لوېږي
legend-falls-more = هېڅ درې سرچینې یې نه بدلوي؛ تر دې زیاتې ونه ازمویل شوې
panel-firmness = ټینګښت
provinces-falls = لوېږي
provinces-falls-0 = –
provinces-falls-1 = له { $sets } سره
provinces-falls-2 = له دوو سره په ګډه: { $sets }
provinces-falls-3 = له دریو سره په ګډه: { $sets }
provinces-falls-4 = تر دریو له زیاتو سره
firmness-any = له { $sources } څخه هرې { NUMBER($number) }
firmness-either = { $first } یا { $last }
firmness-note = د سرچینو په پرېښودلو شمېرل شوی. دا د حکم د سموالي احتمال نه دی.

## What another rule changes
what-if-without = له { $sources } پرته
what-if-reading = په دې لوستنه کې
what-if-none = { $reading }، له { NUMBER($all) } حکمونو څخه هېڅ یو نه بدلېږي.
what-if-some = { $reading }، له { NUMBER($all) } حکمونو څخه { NUMBER($count) } بدلېږي: { $kinds }.
what-if-beside = { $headline } سربېره پر دې، { $kinds }.
what-if-other-side = { $count ->
    [0] هېڅ یو بل لوري ته نه ځي
   *[other] { NUMBER($count) } بل لوري ته ځي
}
what-if-other-factions = { NUMBER($count) } نورې ډلې ښيي
what-if-to-contested = { NUMBER($count) } تر شخړې لاندې کېږي
what-if-to-unclear = { NUMBER($count) } ناڅرګند کېږي
what-if-to-partly = { NUMBER($count) } یوازې په ځینو برخو کې معلوم پاتې کېږي
what-if-to-no-evidence = { NUMBER($count) } بې شواهدو پاتې کېږي
what-if-now-led = په { NUMBER($count) } ځایونو کې چې هېڅوک مخکښ نه و څوک مخکښ کېږي
what-if-other-strength = { NUMBER($count) } هماغه حکمونه پاتې کېږي او یوازې د شواهدو قوت یې بدلېږي
what-if-capital-only = په { NUMBER($count) } ولایتونو کې یوازې مرکز بدلېږي
