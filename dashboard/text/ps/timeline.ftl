# Texts of the view Timeline.

view-timeline = مهال‌کرښه
filter-kind = د پېښې ډول
timeline-summary = د { NUMBER($count) } پېښو مهال‌کرښه په { $kinds } کتارونو کې د ډول له مخې، له { $first } تر { $last }. لاندې لېست همدا پېښې په ټکو کې لري.
timeline-count = له { NUMBER($all) } نېټه لرونکو پېښو څخه { NUMBER($found) }
timeline-nothing = هېڅ پېښه له دې فلټرونو سره سمون نه لري.
timeline-note = کړۍ یوه ورځ ده؛ پټه هومره اوږده ده چې نېټه یې ناڅرګنده ده. ماتې کرښې اټکلي یا ناډاډه نېټې دي، پیکه سرونه خلاص دي. رنګونه د لاندې ډلو دي، خړ هلته چې ډله نه وي نومول شوې؛ سیوري لرونکې پټې د نقشې کلونه دي. یوه نښه غوره کړئ یا لېست ولولئ.
timeline-all-years = ټول کلونه: { NUMBER($count) } پېښې تر { $first } مخکې یا تر { $last } وروسته
timeline-list = کال پر کال
timeline-vague = بې ټاکلي کال
timeline-sources = { $count ->
    [1] سرچینه
   *[other] { NUMBER($count) } سرچینې
 }
timeline-ids = پېښه { $event }، د EDTF نېټه { $date }
timeline-show-on-map = د { $period } پر نقشه یې وښایئ
timeline-show-year = د { $period } نقشه وښیئ (پېښه د ځای نوم نه لري)
timeline-outside = د اطلس له دورو بهر؛ { $period } تر ټولو نږدې ده.
precision-day = تر ورځې
precision-month = تر میاشتې
precision-season = تر فصل
precision-year = تر کال
precision-decade = تر لسیزې
precision-interval = یوه موده
precision-open = له یوه سره خلاص
precision-approximate = اټکلي یا ناډاډه
event-kind-captured = نیول
event-kind-offensive = تعرض
event-kind-attacked = برید
event-kind-founding = بنسټ اېښودل
event-kind-agreement = تړون
event-kind-repelled = د برید دفع
event-kind-killing = وژنه
event-kind-withdrawal = وتل
event-kind-besieged = کلابندي
event-kind-defection = بل لوري ته اوښتل
event-kind-retaken = بیا نیول
event-kind-uprising = پاڅون
event-kind-evacuated = تخلیه
event-kind-relieved = د کلابندۍ ماتول
event-kind-coup = کودتا
event-kind-destroyed = ویجاړول
event-kind-merger = یوځای کېدل
event-kind-fall = سقوط
