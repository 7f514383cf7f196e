# Texts of the view Trends.

view-trends = بهیرونه
trends-by = ښودل
trends-by-faction = ډلې
trends-by-alliance = ائتلافونه
trends-measure = اندازه په
trends-measure-area = مساحت
trends-measure-provinces = ولایتونه
trends-note = هره ستنه په یوه کال کې ټول هېواد دی: څوک د کلیو په څومره برخه کې مخکښ و. پیکه، ټکي‌دارې برخې پر کمزورو شواهدو ولاړې دي. پټې ښيي چې څه له چا چا ته ورسېدل؛ د ولایتونو لپاره یوې ته اشاره وکړئ. مساحت ځمکه ده، نه خلک.
trends-key-changed-hands = لاس په لاس شو: یوه سرچینه یې وايي
trends-key-other-sources = نورې سرچینې: دوه کلونه پر بېلابېلو سرچینو ولاړ دي، هېڅ یوه د بدلون نه وايي
trends-key-neither = پاتې شو، یا معلوم، نامعلوم یا ناڅرګند شو
trends-block = { $name } { $parts }
trends-percent = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
trends-title = { $name }، { $period }: { $amounts }
trends-flow = { $before } ← { $after }: { $names } ({ $amount })
trends-ribbon = { $kind }: { $flow }
trends-summary = { $period }: { $parts }.
trends-table = چا څومره مخکښي لرله، کال پر کال
trends-table-note = ټینګ او کمزوري شواهد هېڅکله نه جمع کېږي. ګډ ولایت یو ځل، د «ګډ» لاندې، شمېرل کېږي؛ مساحت یې وېشل کېږي. یو نوم کېکاږئ چې په انځور کې راڅرګند شي.
trends-name = څوک مخکښ و
trends-firm = { $amount } ټینګ
trends-weak = { $amount } کمزوری
trends-unrated = { $amount }
trends-flows = څه بدل شول، او ایا یوه سرچینه یې وايي
trends-no-flows = هېڅ نه دي بدل شوي.
