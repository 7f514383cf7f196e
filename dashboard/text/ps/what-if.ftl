# Another reading: what a reader leaves out, and what that changes.

view-what-if = که نه وي؟

## What the page says of another reading
reading-without = له { $sources } پرته
reading-without-kinds = پرته له دې ډولونو سرچینو: { $kinds }
reading-without-languages = پرته له هغو سرچینو چې په دې ژبو دي: { $languages }
reading-firm = یوازې ټینګې ادعاوې په حساب کې دي
reading-grades = یوازې د دې درجو ادعاوې په حساب کې دي: { $grades }
reading-parts = برخې د ولایت لپاره حسابېږي
reading-near = ادعاوې تر کال مخکې تر { NUMBER($days) } ورځو پورې په حساب کې دي
reading-works = د یوه لوري لپاره لږ تر لږه { NUMBER($count) } آثار
reading-order = ادعاوې پرتله کېږي له مخې د { $order }
reading-standard = قاعده بې بدلونه
reading-back = بېرته د اطلس خپلې لوستنې ته
reading-open = که یوه سرچینه ناسمه وي؟
reading-change = بدلول
what-if-here = په { $period } کې { NUMBER($count) } ولایتونه توپیر لري، د { $sign } نښه: { $names }.
what-if-here-none = په { $period } کې هېڅ حکم توپیر نه لري.
what-if-differs = د اطلس له خپلې لوستنې سره توپیر لري
what-if-own = د اطلس خپله لوستنه: { $what }
what-if-now = دا لوستنه: { $what }
what-if-gone = لرې شول: { $claims }
what-if-came = اوس په حساب کې دي: { $claims }

## The laboratory
lab-lead = هغه څه پرېږدئ چې شک پرې لرئ: نقشه له سره حکم کېږي او اطلس هماغسې پاتې کېږي.
lab-undo = یو ګام شاته
lab-reset = له سره
lab-named = نومول شوې ټاکنې
rule-standard = معیاري
rule-cautious = محتاط
rule-inclusive = پراخ
rule-standard-long = قاعده بې بدلونه
rule-cautious-long = یوازې ټینګې ادعاوې په حساب کې دي: حکم یا ټینګ دی یا نشته
rule-inclusive-long = څوک چې په یوه برخه کې برلاسی وي، په ولایت کې پیاوړی ګڼل کېږي
lab-without = سرچینې پرېښودل
lab-search = سرچینه موندل
lab-group-dependent = ناخپلواکې ({ NUMBER($count) })
lab-group-thin = کم‌مایه ({ NUMBER($count) })
lab-kinds = د سرچینو ډولونه پرېښودل
lab-languages = ژبې پرېښودل
lab-claims = کومې ادعاوې په حساب کې دي
lab-firm-only = یوازې ټینګې ادعاوې
lab-grades = یوازې د دې درجو ادعاوې
lab-parts = برخې د ولایت لپاره حسابېږي
lab-rest = وخت، د سرچینو شمېر، ترتیب
lab-near = تر کال مخکې ورځې چې ادعا لا په حساب کې وي (د اطلس خپل: { NUMBER($own) })
lab-works = د یوه لوري لپاره د آثارو لږ تر لږه شمېر
lab-order = ادعاوې پرتله کېږي له مخې د
lab-order-strength = ټینګښت
lab-order-role = رول
lab-order-then = { $first }، بیا { $last }
lab-order-alone = یوازې { $first }
source-kind-press = مطبوعات
source-kind-encyclopedia = پوهنغونډونه
source-kind-scholarship = څېړنه
source-kind-memoir = خاطرې
source-kind-partisan = پلوي
source-kind-reference = مرجع آثار
source-kind-official = رسمي

## What differs
provinces-own = د اطلس خپل حکم
differences-heading = څه توپیر لري
differences-own = دا د اطلس خپله لوستنه ده. پورته څه پرېږدئ، چې توپیر یې دلته راشي.
differences-province = ولایت
differences-period = کال
differences-before = د اطلس خپل حکم
differences-after = دا لوستنه
differences-claims = لرې شوې ادعاوې
differences-more = { NUMBER($count) } نور په دوتنه کې دي («ډاونلوډ، حواله، شریکول»).

## Where one more source would matter
gaps-heading = چېرته به یوې بلې سرچینې اغېز کړی وای
gaps-note = د هر ولایت او کال لپاره تر ټولو وړه نوې ادعا چې حکم به یې بدل کړی یا ټینګ کړی وای؛ څه به یې ویلي وای، اټکل نه کېږي. د نوملړ پیل دلته دی او ټول یې د فایلونو په برخه کې. د رښتینو سرچینو په پرېښودلو ازمویل شوی او لږ مرسته کوي.
gaps-province = ولایت
gaps-period = کال
gaps-status = اوس
gaps-change = حکم به یې بدل کړی وای
gaps-firm = ټینګ به یې کړی وای
gaps-claim = { $strength } د «{ $role }» په رول، { $who }
gaps-none = هېڅ یوازینۍ ادعا
gaps-firm-already = لا دمخه ټینګ دی
gaps-strength-inferred = استنباطي ادعا
gaps-strength-weak = کمزورې ادعا
gaps-strength-firm = ټینګه ادعا
gaps-who-shown = څوک چې هلته ښودل شوی
gaps-who-same-side = د هماغه لوري بله ډله
gaps-who-other-side = د بل لوري څوک
gaps-who-anybody = هر څوک
offer-differences = هغه څه چې د اطلس له خپلې لوستنې توپیر لري
offer-gaps = چېرته به یوې بلې سرچینې اغېز کړی وای

## The answer in a sentence
find-open-map = نقشه پرانیستل
