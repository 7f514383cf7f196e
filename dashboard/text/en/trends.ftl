# Texts of the view Trends.

view-trends = Trends
trends-by = Of whom
trends-by-faction = Factions
trends-by-alliance = Alliances
trends-measure = Measured by
trends-measure-area = Area
trends-measure-provinces = Provinces
trends-note = Each column is a whole year: who led how much of the countryside, with what is contested and what nobody tells of as shares of their own. Pale, dotted parts rest on weak evidence. Ribbons show what went from whom to whom; point at one to see its provinces. Area is land, not people.
trends-block = { $name } { NUMBER($share, style: "percent", maximumFractionDigits: 0) }
trends-title = { $name }, { $period }: { NUMBER($provinces, maximumFractionDigits: 1) } provinces, { NUMBER($km2, maximumFractionDigits: 0) } km², { NUMBER($share, style: "percent", maximumFractionDigits: 0) }; { NUMBER($firm, maximumFractionDigits: 0) } km² on firm evidence
trends-flow = { $before } → { $after }: { $names } ({ NUMBER($km2, maximumFractionDigits: 0) } km²)
trends-summary = { $period }: { $parts }.
trends-table = Shares by year
trends-table-note = Shared provinces count in equal parts. Press a name to make it stand out in the picture.
trends-name = Who led
trends-provinces = { $count ->
    [one] 1 province
   *[other] { NUMBER($count, maximumFractionDigits: 1) } provinces
 }
trends-share = { NUMBER($share, style: "percent", maximumFractionDigits: 1) }
trends-firm = { NUMBER($share, style: "percent", maximumFractionDigits: 0) } of it on firm evidence
trends-flows = What went from whom to whom
trends-no-flows = Nothing changed.
