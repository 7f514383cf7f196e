# Texts of the map in a notebook and of the published page, where they differ from the dashboard.

play = Play
pause = Pause
play-step = Next year
play-group = Play through the years
play-speed = Speed
play-loop = Loop
explore-frame = { $title }: map of provinces with a year slider
explore-trust = The map shows once this notebook is trusted (File, Trust Notebook).
published-no-script = Without JavaScript this page shows a picture of each period and the table of all calls. With it, the map has a year slider, and every province opens its claims with their sources.
published-description = { $title }: { $definition }
published-offline = This page is a single file. It works without a network and loads nothing from elsewhere.
picture-label = { $title }: map of provinces, { $period }. The table below has the same in words.
table-heading = All provinces and periods
table-caption = Who led the countryside of each province, and on what evidence
table-province = Province
table-absent = not yet a province
