# Texts of the dashboard in English.

## The page
app-name = Control atlas
app-tagline = Who held what, when, and how we know it
not-own-reading = Not the atlas’s own reading: { $rule }
control-heading = What “control” means here
slider-label = Year
province-label = Province
province-placeholder = Choose on the map or from this list
frame-title = Map of provinces
map-label = { $title }: provinces in { $period }. Arrow keys move between provinces, Enter opens the evidence.
map-attribution = Outlines after Natural Earth (public domain), as of the period; a frame for the claims, not a survey
summary = { $period }, { $provinces } provinces: { $resistance } lead in { $resistanceCount }, { $government } in { $governmentCount }; { $contested } contested; no evidence for { $unknown }.
opening-picture = { $title }: map of provinces in { $period }
opening-loading = The map is on its way …
opening-no-script = Without JavaScript there is nothing but this picture.
view-label = View
view-map = Map
view-method = Method
language-label = Language · زبان · ژبه
method-heading = How this atlas is made
method-missing = This atlas has no description of its method (no README.md in its folder).
problem-heading = This atlas can't be shown yet
problem-lead = { $count ->
    [one] One thing must be mended first:
   *[other] { $count } things must be mended first:
}
script-error = Something went wrong while this page was made. The error is in the server's log; reload the page to go on.
page-footer = Atlas version { $version }, rule { $rule }. Tables CC BY 4.0, outlines in the public domain, code MIT.
cite = Cite as: { $title }, version { $version }, { $year }.

## A call in words
call-label = { $province }, { $period }: { $what }
call-held = { $factions }, held, { $grade }
call-shared = { $factions }, shared, { $grade }
call-contested = contested: { $factions }, { $grade }
call-unclear = unclear: { $factions }, { $grade }
call-partly = known only in parts
call-no-evidence = no evidence
comma = {", "}
and-list = { $first } and { $last }
status-held = Held
status-shared = Shared
status-contested = Contested
status-unclear = Unclear
status-partly = Known only in parts
status-no-evidence = No evidence
status-held-long = held by one leading faction
status-shared-long = shared by factions with equal evidence
status-contested-long = contested: nobody’s for certain
status-unclear-long = unclear: the evidence points both ways, and nobody says that it was fought over
status-partly-long = known only in parts
status-no-evidence-long = no source found says who led here
grade-direct = direct evidence
grade-regional = regional evidence
grade-adjacent = adjacent evidence
grade-regional-adjacent = regional and adjacent evidence
grade-inferred = inferred evidence
grade-direct-long = stated of this province, dated in the period
grade-regional-long = stated of several provinces together
grade-adjacent-long = dated near the period, or known only to the decade
grade-regional-adjacent-long = stated of several provinces together, and dated only near the period: weak
grade-inferred-long = inferred by us, with the reasoning written down: weak
role-dominant = dominant
role-strong = strong
role-present = present
role-contested = contested
extent-part = part of the province
basis-stated = stated by the source
basis-inferred = inferred by us

## Capitals
capital-line = Capital { $capital }: { $state }
capital-held = held by { $holder }
capital-contested = contested
capital-unknown = no report found
capital-changed = { $state }, changed hands in the period

pocket = { $place }: { $factions } ({ $grade })

## Hover card and province panel
card-no-evidence = No evidence found
card-partly = Known only in parts
panel-empty-heading = Every colour can be opened
panel-empty = Choose a province to see the call, how it was reached, and every claim with its source.
panel-side = Side
panel-evidence = Evidence
panel-status = Status
panel-capital = Capital
panel-also = Also reported
panel-area = Area
panel-area-value = { NUMBER($km2, maximumFractionDigits: 0) } km²
panel-years = Through the years
panel-to-evidence = See the evidence
evidence-heading = Evidence: { $province }, { $period }
evidence-reached = How this call was reached
evidence-decided = Claims that decided
evidence-dissent = Claims that say otherwise
evidence-other = Other claims about this province
evidence-capital = Claims about the capital and other towns
evidence-events = Dated events in the period
evidence-none = None.
evidence-agreeing = { $sentences ->
    [one] One source sentence decided.
   *[other] { $sentences } source sentences decided.
} { $independent ->
    [0] None of the sources is independent of the encyclopedia articles cited here.
    [one] One of the sources is independent.
   *[other] { $independent } of the sources are independent.
}
reached-held = The best-ranked claims that somebody led are { $grade }; they speak for { $side }.
reached-named = Among the leading claims of that side, the best that name a party name { $factions } ({ $grade }).
reached-unnamed = None of the leading claims of that side names a party, so the map names none.
reached-shared = Claims of equal rank name different factions, so the province is shared.
reached-contested = Claims of the best rank ({ $grade }) speak for different sides, or say outright that the province was fought over.
reached-unclear = The best claims ({ $grade }) speak for different sides, or a weak one is opposed by a claim about a part; nobody says that the province was fought over.
reached-partly = No source found says who led in the province as a whole; some tell of parts.
reached-nobody = No source found says that anybody led here in this period. What is reported stands below; nothing is filled in from neighbours or other years.
claim-by = { $faction }: { $role }
claim-source-link = Open the source
claim-weak-source = thin source
claim-mirrored = encyclopedia text, not counted as independent
province-note = About this outline
announced-note = { $names } { $count ->
    [one] was
   *[other] were
} announced in this period but not yet a province: drawn as a dotted inner outline, never coloured.

## Legend
legend-faction = Factions
legend-alliance = Alliances
legend-capital = Who holds the provincial capital
legend-capital-note = The fill tells of the town alone: it says nothing of who led the countryside around it.
legend-evidence = Strength of evidence
legend-present = Present, leading nowhere: { $count }
legend-more = { $names } and { $count } more
colour-label = Colour by
colour-faction = Faction
colour-alliance = Alliance
colour-capital = Provincial capital
colour-evidence = Evidence
legend-count = { $count ->
    [one] 1 province
   *[other] { $count } provinces
}
legend-shared = { $count } shared
legend-key = How to read the map
legend-looks = How to read the fill
legend-signs = Provincial capitals
legend-lines = Places and lines
pocket-sign = Pocket: a claim about a place or valley, in the faction’s colour
event-sign = Dated event; a number stands for several that lie close together
line-approximate = Approximate line: rests on judgement
line-announced = Announced province
legend-independent = No alliance
legend-contested = Contested
legend-unclear = Unclear
legend-partly = Known only in parts
legend-no-evidence = No evidence
look-held = Held
look-shared = Shared: stripes of both
look-contested = Contested: chequered
look-weak = Weaker evidence: pale, dotted
look-no-evidence = No evidence: small crosses

find-label = Find a place or faction
find-own-name = { $name } ({ $kind })
find-other-spelling = { $spelling } → { $name } ({ $kind })
find-kind-province = province
find-kind-town = in { $province }
find-kind-faction = faction

layers-label = Show besides
layer-towns = Towns
layer-events = Dated events
layer-neighbours = Neighbours
layer-basemap = Online basemap (asks openstreetmap.org)
basemap-credit = © OpenStreetMap contributors
