# Texts of the view Trends.

view-trends = Trends
trends-by = Show
trends-by-faction = Factions
trends-by-alliance = Alliances
trends-measure = Measured by
trends-measure-area = Area
trends-measure-provinces = Provinces
trends-note = Each column is the whole country in one year: who led how much of the countryside. Pale, dotted parts rest on weak evidence. Ribbons show what went from whom to whom; point at one for its provinces. Area is land, not people.
trends-key-changed-hands = Changed hands: a source says so
trends-key-other-sources = Other sources: the two years rest on different sources, and none reports a change
trends-key-neither = Stayed, or became known, unknown or unclear
trends-block = { $name } { $parts }
trends-percent = { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
trends-title = { $name }, { $period }: { $amounts }
trends-flow = { $before } → { $after }: { $names } ({ $amount })
trends-ribbon = { $kind }: { $flow }
trends-summary = { $period }: { $parts }.
trends-table = Who led how much, year by year
trends-table-note = Firm and weak evidence are never added up. A shared province is counted once, under “Shared”; its area is divided. Press a name to make it stand out in the picture.
trends-name = Who led
trends-firm = { $amount } firm
trends-weak = { $amount } weak
trends-unrated = { $amount }
trends-flows = What changed, and whether a source says so
trends-no-flows = Nothing changed.
small-maps = All years at once
small-map = Map of { $period }
trends-others = { $count ->
    [one] 1 smaller one
   *[other] { $count } smaller ones
}
trends-others-note = They are one entry in picture and table. Press a name to give it a place of its own.
trends-nobody = No source in this atlas says who led anywhere, in any year: every column is all unknown.
trends-no-ribbons = There are too many years for ribbons between the columns. What went from whom to whom is listed below the table.
trends-more-flows = { NUMBER($count) } smaller moves are not listed here; the files of changes have all of them (Compare, then Download, cite, share).
trends-more-reasons = and { NUMBER($count) } more
