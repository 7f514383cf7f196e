# Sections of the view Method that the atlas's own description does not have.

method-cite = طرز ارجاع
method-cite-note = نسخه را نام ببرید: با افزودن ادعاها حکم‌ها تغییر می‌کنند. هر ادعا با منبع خود آن، که در کنارش آمده، ارجاع داده می‌شود.
method-licences = جوازها
method-licence-code = MIT (برنامه)
method-changes = تغییرها میان نسخه‌ها
method-english = شرح روش، ادعاها و ارجاع‌های آن‌ها به انگلیسی است.
method-translation = متن‌های دری و پشتوی این صفحه را سازندگان اطلس نوشته‌اند و هنوز مؤرخی که به این زبان سخن می‌گوید آن‌ها را بررسی نکرده است. نام جای‌ها و احزاب همان است که در جدول‌ها آمده؛ جایی که جدول نامی ندارد، نام انگلیسی می‌آید.
