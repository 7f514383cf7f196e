# Texts around the map in Pashto. Not yet checked by a native reader.

headline = { $period }: { $side } په { NUMBER($firm) } ولایتونو کې په ټینګو شواهدو او په { NUMBER($weak) } کې په کمزورو شواهدو مخکښ دي؛ { NUMBER($single) } یې پر یوې سرچینې ولاړ دي
headline-nobody = { $period }: هېڅ سرچینه نه وايي چې په { NUMBER($provinces) } ولایتونو کې چېرته څوک مخکښ دی
about-finding = دا جمله څه وايي، او دلته د «کنټرول» مانا
province-choose = وټاکئ …
sure-heading = ډاډ:
sure-weak = کمزوری
sure-partly = یوازې ځینې برخې معلومې دي
sure-unclear = ناڅرګند
sure-contested = تر شخړې لاندې
sure-no-evidence = بې سرچینې
signs-heading = د ولایتونو مرکزونه:
tools-label = له دې نقشې سره څه کولای شئ
tool-download = ښکته کول
tool-cite = حواله
tool-link = شریکول
tool-embed = ځای پر ځای کول
tool-layers = پوړونه
side-colour = رنګ
tool-full-screen = ټوله پرده
tool-table = جدول
full-page = بشپړ اطلس پرانیزئ
hint = یو ولایت وټاکئ: د هر رنګ شواهد ورسره دي.
hint-close = لارښوونه وتړئ
sheet-close = ولایت وتړئ
