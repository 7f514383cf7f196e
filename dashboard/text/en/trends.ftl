# Texts of the view Trends.

view-trends = Trends
trends-by = Show
trends-by-faction = Factions
trends-by-alliance = Alliances
trends-measure = Measured by
trends-measure-area = Area
trends-measure-provinces = Provinces
trends-note = Each column is the whole country in one year: who led how much of the countryside. Pale, dotted parts rest on weak evidence. Ribbons show what went from whom to whom; point at one for its provinces. Area is land, not people.
trends-key-changed-hands = Changed hands: a source tells of it
trends-key-other-sources = Other sources: the two years rest on different sources, none tells of a change
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
trends-flows = What changed, and whether a source tells of it
trends-no-flows = Nothing changed.
