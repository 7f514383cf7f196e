# Texts of the view Trends.

view-trends = بهیرونه
trends-by = د چا
trends-by-faction = ډلې
trends-by-alliance = ائتلافونه
trends-measure = اندازه په
trends-measure-area = مساحت
trends-measure-provinces = ولایتونه
trends-note = هره ستنه یو بشپړ کال دی: څوک د کلیو په څومره برخه کې مخکښ و، او هغه څه چې تر شخړې لاندې دي او هغه څه چې هیڅوک یې نه وايي خپلې ونډې لري. پیکه، ټکي‌دارې برخې پر کمزورو شواهدو ولاړې دي. پټې ښيي چې څه له چا چا ته ورسېدل؛ یوې ته اشاره وکړئ چې ولایتونه یې ووینئ. مساحت ځمکه ده، نه خلک.
trends-block = { $name } { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
trends-title = { $name }، { $period }: { NUMBER($provinces, maximumFractionDigits: 1) } ولایتونه، { NUMBER($km2, maximumFractionDigits: 0) } کیلومتر مربع، { NUMBER($share, style: "percent", maximumFractionDigits: 0) }؛ { NUMBER($firm, maximumFractionDigits: 0) } کیلومتر مربع پر ټینګو شواهدو
trends-flow = { $before } ← { $after }: { $names } ({ NUMBER($km2, maximumFractionDigits: 0) } کیلومتر مربع)
trends-summary = { $period }: { $parts }.
trends-table = ونډې د کال له مخې
trends-table-note = ګډ ولایتونه په برابرو برخو شمېرل کېږي. یو نوم کېکاږئ چې په انځور کې راڅرګند شي.
trends-name = څوک مخکښ و
trends-provinces = { $count ->
    [1] 1 ولایت
   *[other] { NUMBER($count, maximumFractionDigits: 1) } ولایتونه
 }
trends-share = { NUMBER($share, style: "percent", maximumFractionDigits: 1) }
trends-firm = { NUMBER($share, style: "percent", maximumFractionDigits: 0) } یې پر ټینګو شواهدو
trends-flows = څه له چا چا ته ورسېدل
trends-no-flows = هېڅ نه دي بدل شوي.
