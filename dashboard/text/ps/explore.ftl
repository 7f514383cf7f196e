# Texts of the map in a notebook and of the published page, where they differ from the dashboard.

play = پیل
pause = ځنډ
play-step = بل کال
play-group = کلونه پر لپسې وښایئ
play-speed = چټکتیا
play-loop = تکرار
explore-frame = { $title }: د ولایتونو نقشه د کال له ښویونکي سره
explore-trust = نقشه هله ښکاري چې پر دې کتابچې باور وشي (File, Trust Notebook).
published-no-script = پرته له JavaScript دا مخ د هرې دورې انځور او د ټولو حکمونو جدول ښيي. له هغه سره نقشه د کال ښویونکی لري او هر ولایت خپلې ادعاوې له سرچینو سره پرانيزي.
published-description = { $title }: { $definition }
published-offline = دا مخ یوه دوتنه ده. پرته له شبکې کار کوي او له بل ځایه هېڅ نه راوړي.
picture-label = { $title }: په { $period } کې د ولایتونو نقشه. لاندې جدول همدا په ټکو کې لري.
table-heading = ټول ولایتونه او دورې
table-caption = د هر ولایت په کلیو کې څوک مخکښ و، او د کومو شواهدو پر بنسټ
table-province = ولایت
table-absent = لا ولایت نه و
