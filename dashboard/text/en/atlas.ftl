# Texts of the dashboard in English.

## The page
app-name = Control atlas
app-tagline = Who held what, when, and how we know it
not-own-reading = Not the atlas’s own reading: { $reading }
control-heading = What “control” means here
slider-label = Year
province-label = Province
province-placeholder = Choose on the map or from this list
frame-title = Map of provinces
map-label = { $title }: provinces, { $period }. Arrow keys move between provinces, Tab goes to the areas drawn in one, Enter opens the evidence.
map-attribution = Outlines: { $sources }
summary = { $period }, { $provinces } provinces: { $parts }.
summary-side = { $side } lead in { $count } ({ $firm ->
    [0] none
   *[other] { $firm }
} of them on firm evidence)
summary-contested = { $count } contested
summary-unclear = the evidence points both ways in { $count }
summary-partly = { $count } known only in parts
summary-no-evidence = no source says who led in { $count }
opening-picture = { $title }: map of provinces, { $period }
opening-loading = Loading the map …
opening-no-script = Without JavaScript you see only this picture.
view-label = View
view-map = Map
view-method = Method
language-label = Language · زبان · ژبه
method-heading = How this atlas is made
method-missing = This atlas has no description of its method (no README.md in its folder).
script-error = Something went wrong while this page was made. The error is in the server's log; reload the page to go on.
page-footer = Atlas version { $version }, rule { $rule }.
page-rule = Rule { $rule }.
page-licences = Licences: { $licences }; the program: MIT.
cite = Cite as: { $citation }

## A call in words
call-label = { $province }, { $period }: { $what }
call-held = { $factions }, held, { $grade }
call-shared = { $factions }, shared, { $grade }
call-contested = contested: { $factions }, { $grade }
call-unclear = the evidence points both ways: { $factions }, { $grade }
with-part = { $factions } and, in a part, { $part }
call-partly = known only in parts
call-no-evidence = no source says who led here
call-weak = { $what }, weak
call-counts = { $claimsFor ->
    [one] 1 claim for
   *[other] { $claimsFor } claims for
}, { $claimsAgainst } against · { $independent ->
    [0] no independent source
    [one] 1 independent source
   *[other] { $independent } independent sources
}
call-reports-no-evidence = No source says who led. { $count ->
    [0] No other report either
    [one] 1 other report
   *[other] { $count } other reports
}
call-reports-partly = Known only in parts: { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
} · { $count ->
    [0] no other report
    [one] 1 other report
   *[other] { $count } other reports
}
comma = {", "}
semicolon = {"; "}
number = { NUMBER($count) }
dot = {" · "}
arrow = →
and-list = { $first } and { $last }
status-held = Held
status-shared = Shared
status-contested = Contested
status-unclear = Unclear
status-partly = Known only in parts
status-no-evidence = No source says
status-held-long = one group led
status-unnamed-long = one side led; the sources name no group
status-shared-long = several groups led, on equally good evidence
status-contested-long = fought over: nobody held it for certain
status-unclear-long = The evidence points both ways, and nobody says that it was fought over
status-partly-long = Known only in parts: the sources speak of a valley, a district or a town’s surroundings, not of the whole province
status-no-evidence-long = No source that we read says who led here
grade-direct = direct evidence
grade-regional = regional evidence
grade-adjacent = adjacent evidence
grade-regional-adjacent = regional and adjacent evidence
grade-inferred = inferred evidence
grade-direct-long = said of this province, and of the time shown
grade-regional-long = said of several provinces together
grade-adjacent-long = dated near the time shown, or only vaguely
grade-regional-adjacent-long = said of several provinces together, and dated only near the time shown
grade-inferred-long = our own inference; the reasoning stands with the claim
strength-firm = firm
strength-weak = weak
strength-because = { $strength }: { $reasons }
strength-party-only = weak for the group, firm for the side: { $reasons }
strength-corroborated = { $strength }, reported by two or more independent sources
weak-not-independent = source not independent
weak-thin = thin source
weak-vague = dated vaguely
weak-regional-adjacent = said of several provinces and dated only near the time shown
weak-inferred = our own inference
weak-not-named = the source does not name the province
role-dominant = dominant
role-strong = strong
role-present = present
role-contested = contested
extent-part = part of the province
basis-stated = stated by the source
basis-inferred = inferred by us
basis-data-set = data set

## Capitals
capital-line = Capital { $capital }: { $state }
capital-held = held by { $holder }
capital-contested = contested
capital-unknown = no report found
capital-changed = { $state }, changed hands in the period
capital-weak = { $state }, weak evidence: pale
capital-ring = ring: changed hands in the period

areas-label = Parts of provinces
scale-kilometres = { $length } km
scale-metres = { $length } m
area = { $place }: { $what }, { $strength ->
    [firm] firm evidence
   *[weak] weak evidence
}

## Hover card and province panel
panel-empty-heading = Every colour can be opened
panel-empty = Choose a province: you see who led, how we know it, and every claim with its source.
panel-side = Side
panel-evidence = Evidence
panel-strength = How sure
panel-status = Status
panel-capital = Capital
panel-also = Also there
claimed-twice = { $one } and { $other } both claim this land, { NUMBER($km2, maximumSignificantDigits: 3) } km²: half of it is counted for each
panel-area = Area
panel-area-value = { NUMBER($km2, maximumSignificantDigits: 3) } km²
panel-years = Through the years
years-span = { $first } – { $last }
panel-years-all = From the first year to the last: { NUMBER($count) } entries
panel-to-evidence = See the evidence
evidence-heading = Evidence: { $province }, { $period }
evidence-reached = How this call was reached
evidence-decided = Claims that decided
evidence-dissent = Claims that say otherwise
evidence-parts = Claims about parts of the province
evidence-other = Other claims about this province
evidence-capital = Claims about the capital and other towns
evidence-events = Dated events in the period
evidence-none = None.
evidence-agreeing = { $sentences ->
    [one] The call rests on one sentence.
   *[other] The call rests on { $sentences } sentences.
} { $independent ->
    [0] No independent source supports it.
    [one] One independent source supports it.
   *[other] { $independent } independent sources support it.
}
reached-held = The best claims about the whole province ({ $grade }, { $strength }) point to { $side }.
reached-named = Of that side’s claims, the best that name a group name { $factions } ({ $grade }, { $strength }).
reached-unnamed = None of them names a group, so the map names none.
reached-shared = Equally good claims name different groups, so the province is shared.
reached-contested = Among the best claims ({ $grade }, { $strength }) one says that the province was fought over.
reached-unclear-both = Equally good claims ({ $grade }, { $strength }) point to different sides, and no source says that the province was fought over.
reached-unclear-part = Only weak claims speak of the whole province, and another side is said to have led a part of it.
reached-partly = No claim says who led the whole province. What the claims say about parts of it is listed below and drawn on the map.
reached-nobody = No source that we read says who led here then. Other reports are listed below. Nothing is filled in from neighbours or other years.
claim-by = { $faction }: { $role }
claim-source-link = Open the source
claim-our-words = in our words
province-note = About this outline
announced-note = { $names } { $count ->
    [one] was
   *[other] were
} announced in this period but not yet a province: drawn as a thin inner outline, never coloured.

## Legend
legend-faction = Factions
legend-alliance = Alliances
legend-side = Sides
legend-capital = Who holds the provincial capital
legend-capital-note = The signs are about the towns alone; they say nothing about who led the countryside around them.
legend-evidence = Strength of evidence
legend-present = Reported, but led nowhere: { $count }
legend-more = { $names } and { $count } more
colour-faction = Faction
colour-alliance = Alliance
colour-side = Side
colour-capital = Provincial capital
colour-evidence = Evidence
legend-count = { $count ->
    [one] 1 province
   *[other] { $count } provinces
}
legend-and-parts = { $whole } + { $parts }
legend-shared = { $count } shared
legend-firm = { $firm } firm
legend-parts = { $count ->
    [one] 1 part
   *[other] { $count } parts
}
legend-key = How to read the map
legend-looks = How to read the fill
legend-signs = Provincial capitals
legend-lines = Places and lines
event-sign = Dated event; a number stands for several that lie close together
area-sign = Part of a province, coloured by what is said of it: a drawing aid, not a border
line-approximate = Approximate border: our judgement
line-announced = Announced province
legend-independent = No alliance
legend-contested = Contested
legend-unclear = The evidence points both ways
legend-partly = Known only in parts
legend-no-evidence = No source says who led
look-held = Held
look-shared = Shared: stripes of both
look-contested = Contested: chequered
look-unclear = Unclear, the evidence points both ways: question marks
look-partly = Known only in parts: light, with their areas
look-weak = Weak evidence: pale, dotted
look-no-evidence = No source says who led: crosses
dissent-sign = Other claims that count disagree

find-label = Find place, group, leader
find-label-names = Find place, group
find-nothing = Nothing by this name
find-kind-province = province
find-kind-town = in { $province }
find-kind-faction = faction

layer-towns = Towns
layer-events = Dated events
layer-neighbours = Neighbours
layer-basemap = Online basemap (asks openstreetmap.org)
basemap-credit = © OpenStreetMap contributors
provinces-count = { $found } of { $all } provinces, { $period }
provinces-first = Only the first { NUMBER($count) } by name are listed here, and sorted among themselves. Choose entries of the legend to narrow them down; the file of the calls has all.
provinces-caption = Provinces, { $period }: who led, how sure it is, and what speaks for and against it
provinces-name = Province
provinces-leads = Who led
provinces-sure = How sure
provinces-side = Side
provinces-for = Claims for
provinces-against = Claims against
provinces-independent = Independent sources
provinces-capital = Capital
provinces-area = Area
